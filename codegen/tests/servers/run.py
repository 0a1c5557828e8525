#!/usr/bin/env python3
"""Runs generated clients against real servers, and against Prism; see README.md beside this file."""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import calls
import examples
import servers

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]


class Failed(Exception):
    """A step that must succeed did not."""


def command(arguments, **options):
    """Runs a command; what it said is shown if it fails."""
    result = subprocess.run(
        [str(it) for it in arguments], text=True, capture_output=True, check=False, **options
    )
    if result.returncode != 0:
        raise Failed(f"{arguments}: {result.stdout[-2000:]}{result.stderr[-4000:]}")
    return result.stdout


def generate(work, name, description):
    """The crate of a description."""
    crate = work / "crates" / name
    # It is ours alone, whichever generator wrote it.
    shutil.rmtree(crate, ignore_errors=True)
    generator = ["cargo", "xtask", "generate", description, "--output", crate, "--name", name]
    command(generator, cwd=ROOT)
    return crate


def run_program(work, crate, files, arguments):
    """Builds a program beside a crate, and runs it; gives what it reported, call by call."""
    folder = crate / "examples" / "calls"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text)
    environment = {**os.environ, "CARGO_TARGET_DIR": str(work / "target")}
    environment["CARGO_PROFILE_DEV_DEBUG"] = "0"
    build = ["cargo", "build", "--quiet", "--example", "calls"]
    command(build, cwd=crate, env=environment)
    program = work / "target" / "debug" / "examples" / "calls"
    lines = command([program, *arguments]).splitlines()
    # Examples print what they got.
    lines = [line for line in lines if line.startswith(("ok\t", "failed\t"))]
    return [(line.split("\t") + ["", ""])[:3] for line in lines]


def curl(server, call, captured):
    """Makes one call by curl; gives what went wrong, or None."""
    text = json.dumps(call.body) if call.body is not None else None
    path = call.path
    for name, value in captured.items():
        path = path.replace("{" + name + "}", value)
        text = text and text.replace("{" + name + "}", value)
    arguments = ["curl", "--silent", "--request", call.method, "--write-out", "\n%{http_code}"]
    for header in server.headers if call.has_credentials else []:
        arguments += ["--header", header]
    if text is not None:
        arguments += ["--header", "content-type: application/json", "--data-binary", text]
    arguments += call.more + [server.endpoint + path]
    body, _, status = command(arguments).rpartition("\n")
    if not (status == str(call.status) if call.status else status.startswith("2")):
        return f"{status} {body[:200]}"
    if call.capture:
        name, pointer = call.capture
        value = json.loads(body)
        for key in pointer.split("/"):
            value = value[int(key) if isinstance(value, list) else key]
        captured[name] = str(value)
    return None


def against(work, server):
    """All calls of one server, by curl and by the generated client."""
    with server.running(work):
        captured, by_curl = {}, {}
        for call in calls.CALLS[server.name]:
            by_curl[call.name] = curl(server, call, captured)
        crate = generate(work, server.name, server.description(work, HERE))
        files = {"main.rs": (HERE / f"{server.name}.rs").read_text()}
        files["report.rs"] = (HERE / "report.rs").read_text()
        reported = run_program(work, crate, files, [server.endpoint, *server.secrets])
    ours = {name: None if outcome == "ok" else problem for outcome, name, problem in reported}
    missing = by_curl.keys() - ours.keys()
    if missing:
        ours.update({name: "was not called" for name in missing})
    accepted = [name for name, problem in by_curl.items() if problem is None]
    print(f"\n## {server.name}: {len(by_curl)} calls by curl, {len(accepted)} as expected; "
          f"{sum(it is None for it in ours.values())} of {len(ours)} by the client")
    for name in sorted(by_curl.keys() | ours.keys()):
        problems = [("curl", by_curl.get(name)), ("client", ours.get(name))]
        for who, problem in problems:
            if problem is not None:
                print(f"- {name}, by {who}: {problem}")
    return [name for name in accepted if ours[name] is not None]


def prism(work, description):
    """Every example of the documentation of one description, against Prism."""
    name = re.sub(r"\W+", "-", description.stem.lower()).strip("-")
    crate = generate(work, name, description)
    server = servers.Prism(description)
    with server.running(work):
        files = {"main.rs": examples.program(crate)}
        reported = run_program(work, crate, files, [server.endpoint])
    refused, other = [], []
    for outcome, call, problem in reported:
        is_violation = "prism/errors#" in problem
        is_answer = '"location":["response"' in problem
        if outcome != "ok":
            (refused if is_violation and not is_answer else other).append((call, problem))
    accepted = len(reported) - len(refused) - len(other)
    print(f"\n## {name}: {len(reported)} examples, {accepted} accepted, {len(refused)} refused, "
          f"{len(other)} answered in another way")
    for call, problem in refused + other:
        print(f"- {call}: {problem[:400]}")
    return refused


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "target" / "servers")
    parser.add_argument("--prism", type=pathlib.Path, nargs="*", default=[], metavar="DESCRIPTION")
    parser.add_argument("server", nargs="*", help=", ".join(servers.ALL))
    arguments = parser.parse_args()
    work = arguments.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    wrong = []
    for name in arguments.server or ([] if arguments.prism else servers.ALL):
        wrong += [(name, call) for call in against(work, servers.ALL[name])]
    for description in arguments.prism:
        wrong += [(description.name, call) for call, _ in prism(work, description.resolve())]
    for name, call in wrong:
        print(f"wrong: {name}: {call}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as error:
        sys.exit(str(error))
