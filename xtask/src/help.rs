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
    /// The command `check`.
    Check,
    /// The command `explain`.
    Explain,
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
            Self::Check => CHECK,
            Self::Explain => EXPLAIN,
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
            Self::Check => "check --help",
            Self::Explain => "explain --help",
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
  check       report on descriptions without generating, and make edits that are certain
  explain     print what a code of a report means, with an example
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
  cargo xtask check petstore.yaml
  cargo xtask help generate

Exit codes: 0 done, 1 the description or the comparison is at fault, 2 wrong usage.
Colours are used on a terminal, unless NO_COLOR is set.
";

const CODEGEN: &str = "\
Regenerates generated-client/ from the descriptions api-spec/<module>/*.{yaml,yml,json}, changed
by the overlays api-spec/<module>/*.overlay.{yaml,yml,json}.

Usage: cargo xtask codegen [--check] [OPTIONS]

Prints which files changed and how long each stage took. The generator owns Cargo.toml,
README.md and src/ of the crate. It removes files there that it no longer generates, and leaves
everything else alone. If something goes wrong, the crate stays as it was. Files in src/ that it did
not write, and edits of Cargo.toml and README.md, are named and kept: nothing is written then.

Options:
      --check                   write nothing; print a diff and exit with 1 if the crate is out of
                                date
      --force                   lose what others did in the crate
      --message-format FORMAT   findings as `human` (default), `json` (an object a line) or `sarif`
  -h, --help                    print this text

Examples:
  cargo xtask codegen
  cargo xtask codegen --check
";

const GENERATE: &str = "\
Generates a crate of its own from any OpenAPI description.

Usage: cargo xtask generate DESCRIPTION... --output DIR [OPTIONS]

DESCRIPTION is a file of OpenAPI 3.0, 3.1 or 3.2, or of Swagger 2.0, in YAML or JSON. Documents it
refers to are read from its folder and those below; nothing is fetched from the network. Shows all errors and
the first 40 warnings. Files in src/ that the generator did not write, and edits of Cargo.toml and
README.md, are named and kept: nothing is written then. Of several runs in one folder, one writes at a
time.

Options:
      --output DIR              the crate's folder: absent, empty, or a crate generated earlier
      --name CRATE              the crate's name; default: from the name of the first description
      --overlay FILE            an OpenAPI Overlay 1.0 or 1.1 that changes the description that its
                                `extends` names, or else the first; several are applied in order
      --within DIR              read documents that are referred to from this folder and those below
      --force                   lose what others did in the crate
      --own-workspace           write an empty [workspace] into the manifest, for a crate inside the
                                folder of a workspace that it does not belong to
      --strict                  warnings are errors: nothing is written while there are any
      --all-warnings            show every warning
      --message-format FORMAT   findings as `human` (default), `json` (an object a line) or `sarif`
      --json                    print a line of JSON instead: what was made and found, time, memory
  -h, --help                    print this text

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
  cargo xtask generate petstore.yaml --overlay ours.overlay.yaml --output petstore-client
";

const CHECK: &str = "\
Reports on descriptions. It says all that `generate` would say, and writes no crate.

Usage: cargo xtask check [DESCRIPTION...] [OPTIONS]

Without DESCRIPTION, the descriptions are those in api-spec/. Shows all findings. Exits with 1 if
there are errors.

Options:
      --fix                     make the edits that are certain, and report on what is left: a word
                                that only one is like, a spelling of an earlier version
      --overlay FILE            an overlay that changes the descriptions, as for `generate`
      --strict                  warnings are errors
      --within DIR              read documents that are referred to from this folder and those below;
                                default: the folder of each description
      --message-format FORMAT   findings as `human` (default), `json` (an object a line on standard
                                output) or `sarif` (SARIF 2.1.0)
  -h, --help                    print this text

Examples:
  cargo xtask check petstore.yaml
  cargo xtask check petstore.yaml --fix
  cargo xtask check api/openapi.json --strict --message-format sarif > findings.sarif
";

const EXPLAIN: &str = "\
Prints what a code of a report means, with an example.

Usage: cargo xtask explain [CODE]

Without CODE, lists all codes.

Options:
  -h, --help   print this text

Examples:
  cargo xtask explain
  cargo xtask explain unresolved-reference
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
      --overlay FILE   an overlay that changes the descriptions, as for `generate`
      --within DIR     read documents that are referred to from this folder and those below
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
`pets.overlay.yaml` is no description: it changes `pets.yaml` or `pets.json`.
Prints a table, the reasons why values have no type but JSON, and the descriptions that fell short:
they were not generated, lost an operation, took more than 10 s of CPU time or 2 GiB, did not
compile, or compiled with a warning. A description in an unsupported version, such as Swagger 1.2,
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
