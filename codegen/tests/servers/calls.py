"""The calls of each server as curl makes them. The programs in Rust make the same, by these names."""

import dataclasses

NOBODY = "1b4e28ba-2fa1-41d2-883f-0016d3cca427"


@dataclasses.dataclass
class Call:
    name: str
    method: str
    path: str
    body: object = None
    # What it must be answered with; else any success.
    status: int = 0
    # A name for a part of what came back, and where that stands. `{name}` is replaced by it later.
    capture: tuple = ()
    has_credentials: bool = True
    more: list = dataclasses.field(default_factory=list)


def calls(*rows, **options):
    return [Call(*row[:3], **{**options, **(row[3] if len(row) > 3 else {})}) for row in rows]


TENANT = "/api/v2/tenants"
COLLECTIONS = TENANT + "/default_tenant/databases/default_database/collections"

CHROMA = calls(
    ("heartbeat", "GET", "/api/v2/heartbeat"),
    ("version", "GET", "/api/v2/version"),
    ("pre flight checks", "GET", "/api/v2/pre-flight-checks"),
    ("identity", "GET", "/api/v2/auth/identity"),
    ("create tenant", "POST", TENANT, {"body": {"name": "curl"}}),
    ("get tenant", "GET", TENANT + "/curl"),
    ("create database", "POST", TENANT + "/curl/databases", {"body": {"name": "curl"}}),
    ("list databases", "GET", TENANT + "/curl/databases?limit=1&offset=0"),
    ("create ours_one", "POST", COLLECTIONS,
     {"body": {"name": "curl_one", "metadata": {"colour": "red"}}, "capture": ("id", "id")}),
    ("create ours_two", "POST", COLLECTIONS, {"body": {"name": "curl_two"}}),
    ("create ours_three", "POST", COLLECTIONS, {"body": {"name": "curl_three"}}),
    ("list collections, page 0", "GET", COLLECTIONS + "?limit=2&offset=0"),
    ("list collections, page 1", "GET", COLLECTIONS + "?limit=2&offset=2"),
    ("add records", "POST", COLLECTIONS + "/{id}/add",
     {"body": {"ids": ["a", "b"], "embeddings": [[1, 0.5, 0], [0, 1, 0.25]],
               "documents": ["first", None]}}),
    ("count", "GET", COLLECTIONS + "/{id}/count"),
    ("query", "POST", COLLECTIONS + "/{id}/query",
     {"body": {"query_embeddings": [[1, 0, 0]], "n_results": 1}}),
    ("get records", "POST", COLLECTIONS + "/{id}/get", {"body": {}}),
    ("rename", "PUT", COLLECTIONS + "/{id}", {"body": {"new_name": "curl_renamed"}}),
    ("delete records", "POST", COLLECTIONS + "/{id}/delete", {"body": {"ids": ["a"]}}),
    ("delete collection", "DELETE", COLLECTIONS + "/curl_renamed"),
    ("delete it again", "DELETE", COLLECTIONS + "/curl_renamed", {"status": 404}),
)

LOG = {"name": "curl", "level": 20, "message": "hello", "timestamp": "2026-01-01T00:00:00Z",
       "flow_run_id": "{run}"}

PREFECT = calls(
    ("health", "GET", "/health"),
    ("version", "GET", "/admin/version"),
    ("create ours-one", "POST", "/flows/",
     {"body": {"name": "curl-one", "tags": ["a", "b"]}, "capture": ("flow", "id")}),
    ("create ours-two", "POST", "/flows/", {"body": {"name": "curl-two"}}),
    ("create ours-three", "POST", "/flows/", {"body": {"name": "curl-three"}}),
    ("read flows, page 0", "POST", "/flows/filter", {"body": {"limit": 2, "offset": 0}}),
    ("read flows, page 1", "POST", "/flows/filter", {"body": {"limit": 2, "offset": 2}}),
    ("change flow", "PATCH", "/flows/{flow}", {"body": {"tags": ["c"]}}),
    ("read flow", "GET", "/flows/{flow}"),
    ("create flow run", "POST", "/flow_runs/",
     {"body": {"flow_id": "{flow}", "name": "curl"}, "capture": ("run", "id")}),
    ("change flow run", "PATCH", "/flow_runs/{run}", {"body": {"infrastructure_pid": "12"}}),
    ("clear a member", "PATCH", "/flow_runs/{run}", {"body": {"infrastructure_pid": None}}),
    ("read flow run", "GET", "/flow_runs/{run}"),
    ("create logs", "POST", "/logs/", {"body": [LOG]}),
    ("download logs", "GET", "/flow_runs/{run}/logs/download"),
    ("create variable", "POST", "/variables/", {"body": {"name": "curl", "value": "text"}}),
    ("create it again", "POST", "/variables/",
     {"body": {"name": "curl", "value": "text"}, "status": 409}),
    ("read variable", "GET", "/variables/name/curl"),
    ("create artifact", "POST", "/artifacts/",
     {"body": {"key": "curl", "type": "markdown", "data": "# hi"}}),
    ("read artifacts", "POST", "/artifacts/filter", {"body": {}}),
    ("create work pool", "POST", "/work_pools/",
     {"body": {"name": "curl", "type": "process", "concurrency_limit": 3}}),
    ("clear a limit", "PATCH", "/work_pools/curl", {"body": {"concurrency_limit": None}}),
    ("read work pool", "GET", "/work_pools/curl"),
    ("delete work pool", "DELETE", "/work_pools/curl"),
    ("delete variable", "DELETE", "/variables/name/curl"),
    ("delete flow run", "DELETE", "/flow_runs/{run}"),
    ("delete flow", "DELETE", "/flows/{flow}"),
    ("read what is not there", "GET", f"/flows/{NOBODY}", {"status": 404}),
    ("read what is no id", "GET", "/flows/nonsense", {"status": 404}),
)

HTTPBIN = calls(
    ("put", "PUT", "/anything/a%20b%2Fc%3F?tag=x&tag=y%2Cz&filter%5Bfrom%5D=1&filter%5Bto%5D=2",
     {"body": {"count": 3600}}),
    ("clear a member", "PUT", "/anything/clear", {"body": {"title": None}}),
    ("form", "POST", "/post", {"more": ["--data", "name=a", "--data", "colours=red"]}),
    ("upload", "POST", "/anything", {"more": ["--form", "file=content", "--form", "note=a note"]}),
    ("bytes", "PUT", "/anything", {"more": ["--data-binary", "raw"]}),
    ("delete", "DELETE", "/anything"),
    ("download", "GET", "/bytes/1000?seed=1", {"more": ["--output", "/dev/null"]}),
    ("stream", "GET", "/stream/5"),
    ("image", "GET", "/image", {"more": ["--header", "accept: image/png", "--output", "/dev/null"]}),
    ("text", "GET", "/encoding/utf8"),
    ("status 200", "GET", "/status/200"),
    *[(f"status {it}", "GET", f"/status/{it}", {"status": it})
      for it in (400, 401, 404, 409, 422, 500)],
    ("redirect", "GET", "/redirect-to?url=https%3A%2F%2Felsewhere.example%2F", {"status": 302}),
    ("basic", "GET", "/basic-auth/user/pass", {"more": ["--user", "user:pass"]}),
    ("bearer", "GET", "/bearer", {"more": ["--header", "authorization: Bearer secret"]}),
    ("basic without credentials", "GET", "/basic-auth/user/pass", {"status": 401}),
)

JUPYTERHUB = calls(
    ("api without credentials", "GET", "/", {"has_credentials": False}),
    ("users without credentials", "GET", "/users", {"has_credentials": False, "status": 403}),
    ("info", "GET", "/info"),
    ("create users", "POST", "/users", {"body": {"usernames": ["curl1", "curl2", "curl3"]}}),
    ("create user", "POST", "/users/curl4"),
    ("create it again", "POST", "/users/curl4", {"status": 409}),
    ("list users, page 0", "GET", "/users?limit=2&offset=0"),
    ("list users, page 1", "GET", "/users?limit=2&offset=2"),
    ("read user", "GET", "/users/curl1"),
    ("rename user", "PATCH", "/users/curl4", {"body": {"name": "curl5", "admin": False}}),
    ("create group", "POST", "/groups/curl"),
    ("add members", "POST", "/groups/curl/users", {"body": {"users": ["curl1", "curl2"]}}),
    ("set properties", "PUT", "/groups/curl/properties", {"body": {"colour": "red"}}),
    ("read group", "GET", "/groups/curl"),
    ("list groups", "GET", "/groups?limit=1"),
    ("create token", "POST", "/users/curl1/tokens",
     {"body": {"expires_in": 3600, "note": "curl"}, "capture": ("token", "id")}),
    ("list tokens", "GET", "/users/curl1/tokens"),
    ("delete token", "DELETE", "/users/curl1/tokens/{token}"),
    ("list services", "GET", "/services"),
    ("routes of the proxy", "GET", "/proxy"),
    ("delete members", "DELETE", "/groups/curl/users", {"body": {"users": ["curl2"]}}),
    ("delete group", "DELETE", "/groups/curl"),
    ("read what is not there", "GET", "/groups/curl", {"status": 404}),
    *[(f"delete ours{it}", "DELETE", f"/users/curl{it}") for it in (1, 2, 3, 5)],
    ("delete it again", "DELETE", "/users/curl5", {"status": 404}),
)

HELLO = {"model": "mock", "messages": [{"role": "user", "content": "Hello"}]}

LITELLM = calls(
    ("liveliness", "GET", "/health/liveliness", {"has_credentials": False}),
    ("models", "GET", "/v1/models"),
    ("complete", "POST", "/v1/chat/completions", {"body": HELLO}),
    ("stream", "POST", "/v1/chat/completions", {"body": {**HELLO, "stream": True}}),
    ("unknown model", "POST", "/v1/chat/completions",
     {"body": {**HELLO, "model": "none"}, "status": 400}),
)

DIRECTUS = calls(
    ("ping", "GET", "/server/ping"),
    ("create ours one", "POST", "/folders", {"body": {"name": "curl one"}, "capture": ("id", "data/id")}),
    ("create ours two", "POST", "/folders", {"body": {"name": "curl two"}}),
    ("create ours three", "POST", "/folders", {"body": {"name": "curl three"}}),
    ("list folders, page 0", "GET", "/folders?limit=2&offset=0&sort=name"),
    ("list folders, page 1", "GET", "/folders?limit=2&offset=2&sort=name"),
    ("filter folders", "GET", "/folders?filter=%7B%22name%22%3A%7B%22_eq%22%3A%22curl%20one%22%7D%7D"),
    ("change folder", "PATCH", "/folders/{id}", {"body": {"name": "curl renamed"}}),
    ("create user", "POST", "/users",
     {"body": {"email": "curl@example.com", "title": "Dr."}, "capture": ("user", "data/id")}),
    ("clear a member", "PATCH", "/users/{user}", {"body": {"title": None}}),
    ("read user", "GET", "/users/{user}"),
    ("delete user", "DELETE", "/users/{user}"),
    ("collections", "GET", "/collections"),
    ("folder without credentials", "GET", "/folders/{id}",
     {"has_credentials": False, "status": 403}),
    ("read what is not there", "GET", f"/folders/{NOBODY}", {"status": 403}),
    ("delete folder", "DELETE", "/folders/{id}"),
)

CALLS = {"chroma": CHROMA, "prefect": PREFECT, "httpbin": HTTPBIN, "jupyterhub": JUPYTERHUB,
         "litellm": LITELLM, "directus": DIRECTUS}
