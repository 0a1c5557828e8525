//! The texts of `--help`.

/// The subject of a help text.
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
    /// The command `corpus`.
    Corpus,
}

impl Topic {
    /// The text, with its final line break.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Program => PROGRAM,
            Self::Codegen => CODEGEN,
            Self::Generate => GENERATE,
            Self::Dump => DUMP,
            Self::Corpus => CORPUS,
        }
    }

    /// The arguments of `cargo xtask` that print the text.
    pub(crate) fn question(self) -> &'static str {
        match self {
            Self::Program => "--help",
            Self::Codegen => "codegen --help",
            Self::Generate => "generate --help",
            Self::Dump => "dump --help",
            Self::Corpus => "corpus --help",
        }
    }
}

const PROGRAM: &str = "\
Generates Rust client crates from OpenAPI descriptions.

Usage: cargo xtask COMMAND [OPTIONS]

Commands:
  codegen     regenerate generated-client/ from api-spec/, or check that it is up to date
  generate    generate a crate of its own from any OpenAPI description
  dump        print what a stage of the generator made of a description
  corpus      try the generator on every description in a folder, and report on each
  help        print this text, or the one of a command

Options:
  -h, --help       print this text; after a command, the one of the command
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
README.md and src/ of the crate. It removes files there that it no longer generates, and leaves
everything else alone. If something goes wrong, the crate stays as it was.

Options:
      --check      write nothing; print a diff and exit with 1 if the crate is out of date
  -h, --help       print this text

Examples:
  cargo xtask codegen
  cargo xtask codegen --check
";

const GENERATE: &str = "\
Generates a crate of its own from any OpenAPI description.

Usage: cargo xtask generate DESCRIPTION... --output DIR [OPTIONS]

DESCRIPTION is a file of OpenAPI 3.0 or 3.1, in YAML or JSON. Documents it refers to are read
from beside it; nothing is fetched from the network. Shows all errors and the first 40 warnings.

Options:
      --output DIR     the crate's folder: absent, empty, or a crate generated earlier
      --name CRATE     the crate's name; default: from the name of the first description
      --strict         warnings are errors: nothing is written while there are any
      --all-warnings   show every warning
      --json           print a line of JSON instead: what was made and found, time, memory
  -h, --help           print this text

Options for the manifest of the crate, where a registry reads them:
      --crate-version VERSION   default: 0.1.0
      --description TEXT        one line; default: the title of the description
      --license SPDX            such as `MIT OR Apache-2.0`; put the texts of the licences beside
                                Cargo.toml: the generator leaves other files alone, and cargo packs
                                them
      --keywords WORDS          with commas; 5 at the most, each of up to 20 letters, digits, `-`,
                                `_` and `+`
      --categories SLUGS        with commas; 5 at the most, from https://crates.io/category_slugs
      --repository URL          the source code
      --homepage URL            the project's web page, if it has one of its own
      --documentation URL       default: that of the registry

Examples:
  cargo xtask generate petstore.yaml --output petstore-client
  cargo xtask generate api/openapi.json --output ../client --name inventory-client
  cargo xtask generate petstore.yaml --output petstore-client --license MIT --keywords pets,api
";

const DUMP: &str = "\
Prints what a stage of the generator made of a description.

Usage: cargo xtask dump spec|ir|names [DESCRIPTION...] [OPTIONS]

  spec    the description as read: paths, parameters, bodies, responses
  ir      the client as Rust will have it: operations, arguments, types
  names   the names of the description, each with its name in Rust

Without DESCRIPTION, the descriptions are those in api-spec/. Shows all errors and the first 40
warnings on standard error.

Options:
      --operation ID   print only the operation with this operationId, and the types in its file
      --all-warnings   show every warning
  -h, --help           print this text

Examples:
  cargo xtask dump ir --operation listImages
  cargo xtask dump ir petstore.yaml
  cargo xtask dump names openapi.json --operation getPet
";

const CORPUS: &str = "\
Tries the generator on every description in a folder, and reports on each.

Usage: cargo xtask corpus DIR [OPTIONS]

Each *.yaml, *.yml and *.json directly in DIR is generated by a process of its own, on all cores.
Prints a table, the reasons why values have no type but JSON, and the descriptions that fell short:
they were not generated, lost an operation, took more than 10 s of CPU time or 2 GiB, did not
compile, or compiled with a warning. A description in an unsupported version, such as Swagger 2.0,
is refused, which does not count as short. The limits are for an optimized generator, as in the
examples.

Options:
      --check                compile the crates too, offline, with the versions of this workspace
      --clippy               the same, with the lints of clippy that are on by default
      --only NAMES           only these descriptions, named as in the table, with commas
      --json FILE            write everything to this file too
      --output DIR           the crates' folder, a workspace; default: target/corpus
      --time-limit SECONDS   when to give up on a description; default: 120
  -h, --help                 print this text

Examples:
  cargo run --release --package xtask -- corpus descriptions --check
  cargo run --release --package xtask -- corpus descriptions --only github,stripe --json out.json
";
