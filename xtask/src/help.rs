//! The texts of `--help`.

/// What a help text is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Topic {
    /// The program as a whole.
    Program,
    /// The command `codegen`.
    Codegen,
    /// The command `generate`.
    Generate,
    /// The command `dump`.
    Dump,
}

impl Topic {
    /// The text, with its final line break.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Program => PROGRAM,
            Self::Codegen => CODEGEN,
            Self::Generate => GENERATE,
            Self::Dump => DUMP,
        }
    }

    /// The arguments of `cargo xtask` that print the text.
    pub(crate) fn question(self) -> &'static str {
        match self {
            Self::Program => "--help",
            Self::Codegen => "codegen --help",
            Self::Generate => "generate --help",
            Self::Dump => "dump --help",
        }
    }
}

const PROGRAM: &str = "\
Generates Rust client crates from OpenAPI descriptions.

Usage: cargo xtask COMMAND [OPTIONS]

Commands:
  codegen     regenerate generated-client/ from api-spec/, or check that it is up to date
  generate    generate a crate of its own from any OpenAPI description
  dump        print what a stage made of api-spec/
  help        print this text, or that of a command

Options:
  -h, --help       print this text; after a command, that of the command
  -V, --version    print the version
      --root DIR   the workspace to work on, for tests; default: the one of this program

Examples:
  cargo xtask codegen
  cargo xtask generate petstore.yaml --output petstore-client
  cargo xtask help generate

Exit codes: 0 done, 1 the description or the comparison is at fault, 2 wrong usage.
Colours are used on a terminal, unless NO_COLOR is set.
";

const CODEGEN: &str = "\
Regenerates generated-client/ from the descriptions api-spec/<module>/*.{yaml,yml,json}.

Usage: cargo xtask codegen [--check]

Prints which files changed and how long each stage took. The generator owns Cargo.toml,
README.md and src/ of the crate: files it does not produce any more are removed, everything
else is left alone. Where something goes wrong, the crate stays as it was.

Options:
      --check      write nothing; print a diff and exit with 1 if the crate is out of date
  -h, --help       print this text

Examples:
  cargo xtask codegen
  cargo xtask codegen --check
";

const GENERATE: &str = "\
Generates a crate of its own from any OpenAPI description.

Usage: cargo xtask generate DESCRIPTION... --output DIR [--name CRATE]

DESCRIPTION is a file of OpenAPI 3.0 or 3.1, in YAML or JSON. Documents it refers to are read
from beside it; nothing is fetched from the network.

Options:
      --output DIR   the crate's folder: absent, empty, or a crate generated earlier
      --name CRATE   the crate's name; default: from the name of the first description
  -h, --help         print this text

Examples:
  cargo xtask generate petstore.yaml --output petstore-client
  cargo xtask generate api/openapi.json --output ../client --name inventory-client
";

const DUMP: &str = "\
Prints what a stage made of the descriptions in api-spec/.

Usage: cargo xtask dump spec|ir [--operation ID]

  spec   the description as read: OpenAPI, references resolved to documents
  ir     the client as Rust will have it: names, types, operations

Options:
      --operation ID   only what belongs to this operation
  -h, --help           print this text

Examples:
  cargo xtask dump ir --operation listImages
  cargo xtask dump spec | less
";
