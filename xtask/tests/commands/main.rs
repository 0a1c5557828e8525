//! The built program, run on folders of its own.

mod check;
mod codegen;
mod corpus;
mod dump;
mod endurance;
mod explain;
mod generate;
mod overlay;
mod reading;
mod scratch;
mod up_to_date;
mod usage;
mod writing;

use std::path::Path;
use std::process::{Command, Output, Stdio};

use scratch::Scratch;

/// A description of one operation, with nothing to complain about.
const PETS: &str = r#"openapi: 3.1.0
info:
  title: Pets
  version: "1"
servers:
  - url: https://pets.example.com
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      summary: Shows a pet.
      externalDocs:
        url: https://pets.example.com/docs
      parameters:
        - name: petId
          in: path
          required: true
          description: Which pet.
          schema:
            type: string
          example: p-1
      responses:
        "200":
          description: The pet.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Pet'
              example:
                name: Rex
        "404":
          description: There is no such pet.
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      properties:
        name:
          description: What it is called.
          type: string
"#;

/// What a run printed, and its exit code.
#[derive(Debug)]
struct Run {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Run {
    /// Checks the exit code; what was printed explains a failure.
    #[track_caller]
    fn exits_with(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        self
    }

    /// The last line of standard error.
    fn last_error(&self) -> &str {
        self.stderr.lines().last().unwrap_or_default()
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

fn xtask() -> Command {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
}

/// Runs the program in a folder.
fn run(folder: &Path, arguments: &[&str]) -> Run {
    let output = xtask().current_dir(folder).args(arguments).stdin(Stdio::null()).output();
    output.unwrap().into()
}

/// A workspace with one module, `pets`.
fn workspace(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write("api-spec/pets/pets.yaml", PETS);
    scratch
}

/// Runs a command on a workspace.
fn run_in(workspace: &Scratch, arguments: &[&str]) -> Run {
    run(workspace.path(), &[&["--root", "."], arguments].concat())
}
