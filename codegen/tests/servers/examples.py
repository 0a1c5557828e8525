"""The examples of a generated crate's documentation as one program that makes all of these calls."""

import re

# Between these two lines stand the statements of an example.
BEGIN = re.compile(r"# async fn example\(client: (?P<module>[\w:]+)::Client\)")
END = "# Ok(())"

PROGRAM = """//! Every example of the documentation, one after the other.
#![allow(unused, clippy::all)]

type Failure = Box<dyn std::error::Error>;

/// The error in one line, behind the name of the example.
fn report(name: &str, outcome: Result<(), String>) {
    match outcome {
        Ok(()) => println!("ok\\t{name}"),
        Err(error) => println!("failed\\t{name}\\t{}", error.replace(['\\n', '\\t'], " ")),
    }
}

fn shown(error: &(dyn std::error::Error + 'static)) -> String {
    let body = error.downcast_ref::<CRATE::Error>().and_then(|error| error.body());
    let body = body.map(|body| String::from_utf8_lossy(body).into_owned()).unwrap_or_default();
    format!("{error} {body}")
}

FUNCTIONS
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let endpoint = std::env::args().nth(1).expect("the endpoint is the first argument");
CALLS}
"""

FUNCTION = """mod NAME {
    use super::Failure;
USES
    pub async fn example(client: MODULE::Client) -> Result<(), Failure> {
STATEMENTS
        Ok(())
    }
}
"""

CALL = """    {
        let build = || -> CRATE::Result<_> { BUILD };
        let outcome = match build() {
            Ok(client) => {
                let call = NAME::example(client);
                let limit = std::time::Duration::from_secs(20);
                match tokio::time::timeout(limit, call).await {
                    Ok(outcome) => outcome.map_err(|error| shown(&*error)),
                    Err(_) => Err("no answer in time".to_owned()),
                }
            }
            Err(error) => Err(error.to_string()),
        };
        report("NAME", outcome);
    }
"""


def program(crate):
    """The program of a crate in a folder."""
    name = crate.name.replace("-", "_")
    functions, calls = [], []
    for file in sorted((crate / "src").rglob("*.rs")):
        if "runtime" in file.parts or file.name in ("client.rs", "lib.rs"):
            continue
        for index, (module, uses, statements) in enumerate(examples(file.read_text())):
            function = f"{file.stem}_{index}".replace("r#", "")
            body = FUNCTION.replace("NAME", function).replace("MODULE", module)
            body = body.replace("USES", "".join(f"    {use}\n" for use in uses))
            functions.append(body.replace("STATEMENTS", "\n".join(statements)))
            call = CALL.replace("NAME", function).replace("CRATE", name)
            calls.append(call.replace("BUILD", build(crate, module)))
    text = PROGRAM.replace("CRATE", name).replace("FUNCTIONS", "\n".join(functions))
    return text.replace("CALLS", "".join(calls))


def examples(text):
    """The module, the imports and the statements of each example in the documentation of a file."""
    for block in re.findall(r"/// ```no_run\n(.*?)/// ```", text, re.DOTALL):
        lines = [line.strip().removeprefix("///").strip() for line in block.splitlines()]
        begin = next((i for i, line in enumerate(lines) if BEGIN.match(line)), None)
        if begin is None or END not in lines:
            continue
        module = BEGIN.match(lines[begin]).group("module")
        uses = [line for line in lines[:begin] if line.startswith("use ")]
        yield module, uses, lines[begin + 1 : lines.index(END)]


def build(crate, module):
    """How the documentation makes a client, for another endpoint."""
    text = (crate / "src" / "client.rs").read_text()
    found = re.search(r"/// let client = (.*?)\.build\(\)\?;", text, re.DOTALL)
    builder = re.sub(r"\n\s*///\s*", "", found.group(1)) if found else "Client::builder()"
    builder = re.sub(r'\.endpoint\("[^"]*"\)', "", builder)
    # Where only some operations ask for credentials, the example has none.
    for name in re.findall(r"what the builder\s+(?:/// )?is given: `(\w+)`", text):
        if f".{name}(" not in builder:
            builder += f'.{name}("token")'
    return f"{module}::{builder}.endpoint(endpoint.as_str()).build()"
