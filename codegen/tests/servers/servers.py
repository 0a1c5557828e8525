"""The servers: how each is installed, started and reached. All of them listen on loopback alone."""

import contextlib
import json
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request

TOKEN = "secret-token-0123456789-0123456789-0123456789"


class Server:
    """A server from a package registry."""

    name = ""
    port = 0
    # Below the address.
    root = ""
    # What answers once it is up.
    probe = "/"
    has_no_probe = False
    packages = []
    headers = []
    # What the program is given behind the endpoint.
    secrets = []

    @property
    def endpoint(self):
        return f"http://127.0.0.1:{self.port}{self.root}"

    def folder(self, work):
        folder = work / self.name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def install(self, work):
        """Installs its Python packages, once; gives the folder of their programs."""
        programs = self.folder(work) / "venv" / "bin"
        if not (programs / "installed").exists():
            run(["python3", "-m", "venv", programs.parent])
            run([programs / "pip", "install", "--quiet", *self.packages])
            (programs / "installed").touch()
        return programs

    def start(self, work):
        """The command that runs it, and its environment."""
        raise NotImplementedError

    def description(self, work, here):
        """The file of its description: what it says of itself."""
        file = self.folder(work) / "openapi.json"
        file.write_bytes(fetch(self.endpoint + "/openapi.json", 120))
        return file

    @contextlib.contextmanager
    def running(self, work):
        arguments, environment = self.start(work)
        with open(self.folder(work) / "log", "w") as log:
            process = subprocess.Popen(
                [str(it) for it in arguments],
                env={**os.environ, **environment},
                cwd=self.folder(work),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            self.wait(process)
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(30)

    def wait(self, process):
        for _ in range(300):
            if process.poll() is not None:
                break
            try:
                fetch(f"http://127.0.0.1:{self.port}{self.probe}", 5)
                return
            except urllib.error.HTTPError as error:
                # A proxy answers before what stands behind it does.
                if error.code < 500 and (error.code != 404 or self.has_no_probe):
                    return
            except OSError:
                pass
            time.sleep(1)
        raise SystemExit(f"{self.name} does not start: see its log")


class Chroma(Server):
    name = "chroma"
    port = 9301
    probe = "/api/v2/heartbeat"
    packages = ["chromadb"]

    def start(self, work):
        data = self.folder(work) / f"data-{os.getpid()}"
        return [self.install(work) / "chroma", "run", "--port", self.port, "--path", data], {}


class Prefect(Server):
    name = "prefect"
    port = 9302
    root = "/api"
    probe = "/api/health"
    packages = ["prefect"]

    def start(self, work):
        home = self.folder(work) / f"home-{os.getpid()}"
        environment = {"PREFECT_HOME": str(home), "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
        program = self.install(work) / "prefect"
        return [program, "server", "start", "--host", "127.0.0.1", "--port", self.port], environment


class Httpbin(Server):
    name = "httpbin"
    port = 9303
    packages = ["httpbin"]

    def start(self, work):
        program = f"from httpbin import app; app.run('127.0.0.1', {self.port}, threaded=True)"
        return [self.install(work) / "python", "-c", program], {}

    def description(self, work, here):
        return here / "httpbin.yaml"


class JupyterHub(Server):
    name = "jupyterhub"
    port = 9304
    root = "/hub/api"
    probe = "/hub/api/"
    packages = ["jupyterhub"]
    headers = [f"authorization: token {TOKEN}"]
    secrets = [TOKEN]
    config = """
c.JupyterHub.bind_url = 'http://127.0.0.1:9304/'
c.JupyterHub.hub_port = 9314
c.ConfigurableHTTPProxy.api_url = 'http://127.0.0.1:9324'
c.JupyterHub.authenticator_class = 'dummy'
c.JupyterHub.spawner_class = 'simple'
c.JupyterHub.db_url = 'sqlite:///:memory:'
c.JupyterHub.services = [{'name': 'tester', 'api_token': 'TOKEN'}]
scopes = ['admin:users', 'admin:groups', 'admin:servers', 'tokens', 'list:services', 'read:services',
          'read:hub', 'proxy', 'shares', 'self', 'admin-ui']
c.JupyterHub.load_roles = [{'name': 'tester', 'services': ['tester'], 'scopes': scopes}]
"""

    def start(self, work):
        programs = self.install(work)
        folder = self.folder(work)
        modules = npm(work, "configurable-http-proxy")
        (folder / "config.py").write_text(self.config.replace("TOKEN", TOKEN))
        path = f"{modules / '.bin'}:{os.environ['PATH']}"
        return [programs / "jupyterhub", "-f", folder / "config.py"], {"PATH": path}

    def description(self, work, here):
        """It stands in the sources of the package."""
        folder = self.folder(work)
        found = list(folder.glob("jupyterhub-*/docs/source/_static/rest-api.yml"))
        if not found:
            pip = [self.install(work) / "pip", "download", "--quiet", "--no-deps"]
            run([*pip, "--no-binary", "jupyterhub", "--dest", folder, "jupyterhub"])
            for archive in folder.glob("jupyterhub-*.tar.gz"):
                run(["tar", "--extract", "--file", archive, "--directory", folder])
            found = list(folder.glob("jupyterhub-*/docs/source/_static/rest-api.yml"))
        return found[0]


class LiteLlm(Server):
    name = "litellm"
    port = 9305
    probe = "/health/liveliness"
    packages = ["litellm[proxy]"]
    headers = [f"authorization: Bearer sk-{TOKEN}"]
    secrets = [f"sk-{TOKEN}"]
    config = """
model_list:
  - model_name: mock
    litellm_params: {model: openai/mock, api_key: none, mock_response: Hello from a mock model.}
"""
    # Of the more than a thousand.
    paths = ["/v1/models", "/v1/chat/completions", "/health/liveliness"]

    def start(self, work):
        (self.folder(work) / "config.yaml").write_text(self.config)
        program = self.install(work) / "litellm"
        arguments = ["--config", "config.yaml", "--host", "127.0.0.1", "--port", self.port]
        return [program, *arguments], {"LITELLM_MASTER_KEY": f"sk-{TOKEN}"}

    def description(self, work, here):
        file = super().description(work, here)
        file.write_text(json.dumps(cut(json.loads(file.read_text()), self.paths)))
        return file


class Directus(Server):
    name = "directus"
    port = 9306
    probe = "/server/ping"
    headers = [f"authorization: Bearer {TOKEN}"]
    secrets = [TOKEN]

    def start(self, work):
        folder = self.folder(work)
        program = npm(folder, "directus@11.3", "sqlite3") / ".bin" / "directus"
        data = folder / f"data-{os.getpid()}"
        data.mkdir(exist_ok=True)
        environment = {
            "DB_CLIENT": "sqlite3",
            "DB_FILENAME": str(data / "data.db"),
            "STORAGE_LOCAL_ROOT": str(data),
            "SECRET": TOKEN,
            "ADMIN_EMAIL": "admin@example.com",
            "ADMIN_PASSWORD": "password",
            "ADMIN_TOKEN": TOKEN,
            "TELEMETRY": "false",
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
        }
        run([program, "bootstrap"], {**os.environ, **environment})
        return [program, "start"], environment

    def description(self, work, here):
        file = self.folder(work) / "openapi.json"
        request = urllib.request.Request(f"{self.endpoint}/server/specs/oas")
        request.add_header("authorization", f"Bearer {TOKEN}")
        file.write_bytes(fetch(request, 120))
        return file


class Prism(Server):
    """A server that answers as a description says, and refuses what the description forbids."""

    name = "prism"
    port = 9310
    has_no_probe = True

    def __init__(self, description):
        self.file = description

    def start(self, work):
        program = npm(work, "@stoplight/prism-cli@5") / ".bin" / "prism"
        return [program, "mock", "--errors", "--port", self.port, self.file], {}


ALL = {it.name: it for it in [Chroma(), Prefect(), Httpbin(), JupyterHub(), LiteLlm(), Directus()]}


def run(arguments, environment=None):
    command = [str(it) for it in arguments]
    result = subprocess.run(command, env=environment, text=True, capture_output=True, check=False)
    if result.returncode != 0:
        raise SystemExit(f"{command}: {result.stdout[-2000:]}{result.stderr[-4000:]}")


def fetch(url, seconds):
    with urllib.request.urlopen(url, timeout=seconds) as response:
        return response.read()


def npm(work, *packages):
    """Installs packages of npm, once; gives the folder of their modules."""
    folder = work / "npm"
    folder.mkdir(parents=True, exist_ok=True)
    missing = []
    for package in packages:
        name = package[0] + package[1:].split("@")[0]
        if not (folder / "node_modules" / name).exists():
            missing.append(package)
    if missing:
        run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, *missing])
    return folder / "node_modules"


def cut(description, paths):
    """A description with these paths alone, and with the components that they lead to."""
    kept = {path: description["paths"][path] for path in paths}
    components = description.get("components", {})
    found, waiting = {}, [kept]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            reference = value.get("$ref")
            if isinstance(reference, str) and reference.startswith("#/components/"):
                _, _, kind, name = reference.split("/", 3)
                if (kind, name) not in found:
                    found[kind, name] = components[kind][name]
                    waiting.append(components[kind][name])
            waiting.extend(value.values())
    used = {"securitySchemes": components.get("securitySchemes", {})}
    for (kind, name), value in found.items():
        used.setdefault(kind, {})[name] = value
    return {**description, "paths": kept, "components": used}
