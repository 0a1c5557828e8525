//! Command lines, understood and refused.

use codegen::Package;

use super::*;

fn parsed(line: &str) -> Result<Invocation, UsageError> {
    parse(line.split_whitespace().map(OsString::from))
}

fn check(line: &str, command: Command) {
    let invocation = parsed(line).unwrap_or_else(|error| panic!("{line}: {error}"));
    assert_eq!(invocation, Invocation { root: None, command }, "{line}");
}

fn check_refused(line: &str, message: &str) {
    let error = parsed(line).map(|invocation| panic!("{line}: {invocation:?}")).unwrap_err();
    assert_eq!(error.to_string(), message, "{line}");
}

#[test]
fn commands_are_understood() {
    let codegen = |mode, force, format| Command::Codegen(Codegen { mode, force, format });
    check("codegen", codegen(Mode::Write, false, Format::Human));
    check("codegen --check", codegen(Mode::Check, false, Format::Human));
    check("codegen --force --message-format json", codegen(Mode::Write, true, Format::Json));
    check(
        "generate a.yaml --overlay x.yaml --output=out b.json --name x --overlay=y.json",
        Command::Generate(Generate {
            descriptions: vec!["a.yaml".into(), "b.json".into()],
            overlays: vec!["x.yaml".into(), "y.json".into()],
            output: "out".into(),
            package: Package { name: "x".to_owned(), ..Package::default() },
            strict: false,
            within: None,
            force: false,
            own_workspace: false,
            report: ReportForm::Text(Show::FirstWarnings),
        }),
    );
}

#[test]
fn every_stage_of_any_description_can_be_dumped() {
    let plain = |what| Dump {
        what,
        descriptions: Vec::new(),
        overlays: Vec::new(),
        operation: None,
        within: None,
        show: Show::FirstWarnings,
    };
    check("dump spec", Command::Dump(plain(Outline::Spec)));
    check("dump names", Command::Dump(plain(Outline::Names)));
    let full = Dump {
        what: Outline::Ir,
        descriptions: vec!["a.yaml".into(), "b.json".into()],
        overlays: vec!["c.yaml".into()],
        operation: Some("listImages".to_owned()),
        within: Some("..".into()),
        show: Show::All,
    };
    check(
        "dump --operation listImages ir a.yaml b.json --overlay c.yaml --within .. --all-warnings",
        Command::Dump(full),
    );
}

#[test]
fn what_generate_prints_can_be_chosen() {
    for (options, expected) in [
        ("", ReportForm::Text(Show::FirstWarnings)),
        ("--all-warnings", ReportForm::Text(Show::All)),
        ("--json", ReportForm::Json),
        ("--message-format human", ReportForm::Text(Show::FirstWarnings)),
        ("--message-format sarif", ReportForm::Messages(Format::Sarif)),
    ] {
        let invocation = parsed(&format!("generate a --output b {options}")).unwrap();
        let Command::Generate(Generate { report, .. }) = invocation.command else {
            panic!("{options}: {invocation:?}");
        };
        assert_eq!(report, expected, "{options}");
    }
}

#[test]
fn generate_can_be_strict() {
    for (options, expected) in [("", false), ("--strict", true)] {
        let invocation = parsed(&format!("generate a --output b {options}")).unwrap();
        let Command::Generate(Generate { strict, .. }) = invocation.command else {
            panic!("{options}: {invocation:?}");
        };
        assert_eq!(strict, expected, "{options}");
    }
}

#[test]
fn a_corpus_has_limits_and_can_be_narrowed() {
    let plain = Corpus {
        folder: "there".into(),
        only: Vec::new(),
        check: None,
        json: None,
        output: None,
        time_limit: Duration::from_secs(120),
    };
    check("corpus there", Command::Corpus(plain));
    let full = Corpus {
        folder: "there".into(),
        only: vec!["github".to_owned(), "stripe".to_owned()],
        check: Some(Compiler::Check),
        json: Some("report.json".into()),
        output: Some("out".into()),
        time_limit: Duration::from_secs(5),
    };
    check(
        "corpus there --check --only github,stripe --json report.json --output out --time-limit 5",
        Command::Corpus(full),
    );
    let linted = Corpus {
        folder: "there".into(),
        only: Vec::new(),
        check: Some(Compiler::Clippy),
        json: None,
        output: None,
        time_limit: Duration::from_secs(120),
    };
    check("corpus there --clippy", Command::Corpus(linted));
}

#[test]
fn help_is_where_one_looks_for_it() {
    for line in ["help", "--help", "-h", "help --help", "help help"] {
        check(line, Command::Help(Topic::Program));
    }
    for line in ["help generate", "generate --help", "generate -h", "generate a.yaml --help"] {
        check(line, Command::Help(Topic::Generate));
    }
    check("help codegen", Command::Help(Topic::Codegen));
    check("dump --help", Command::Help(Topic::Dump));
    check("--version", Command::Version);
    check("-V", Command::Version);
}

#[test]
fn the_root_may_stand_before_and_after_the_command() {
    for line in ["--root there codegen", "codegen --root there"] {
        assert_eq!(parsed(line).unwrap().root, Some(PathBuf::from("there")), "{line}");
    }
}

#[test]
fn words_that_do_not_exist_are_refused_with_a_guess() {
    check_refused(
        "codgen",
        "no command `codgen`: did you mean `codegen`?\n\nSee `cargo xtask --help`.",
    );
    check_refused("paint", "no command `paint`\n\nSee `cargo xtask --help`.");
    check_refused(
        "help dmp",
        "no command `dmp`: did you mean `dump`?\n\nSee `cargo xtask --help`.",
    );
    check_refused(
        "codegen --chekc",
        "no option `--chekc` here: did you mean `--check`?\n\nSee `cargo xtask codegen --help`.",
    );
    check_refused("generate -o out", "no option `-o` here\n\nSee `cargo xtask generate --help`.");
    check_refused(
        "generate --check",
        "no option `--check` here\n\nSee `cargo xtask generate --help`.",
    );
}

#[test]
fn what_is_missing_is_named() {
    check_refused("", "no command given\n\nSee `cargo xtask --help`.");
    check_refused(
        "generate --output out",
        "no description given\n\nSee `cargo xtask generate --help`.",
    );
    check_refused(
        "generate a.yaml",
        "no folder for the crate given: add `--output DIR`\n\nSee `cargo xtask generate --help`.",
    );
    check_refused(
        "corpus --check",
        "no folder of descriptions given\n\nSee `cargo xtask corpus --help`.",
    );
    check_refused(
        "dump",
        "no stage given: add `spec`, `ir` or `names`\n\nSee `cargo xtask dump --help`.",
    );
    check_refused(
        "dump x",
        "no stage `x`: write `spec`, `ir` or `names`\n\nSee `cargo xtask dump --help`.",
    );
}

#[test]
fn what_is_too_much_is_named() {
    check_refused("codegen now", "unexpected argument `now`\n\nSee `cargo xtask codegen --help`.");
    check_refused(
        "generate a --output b --output c",
        "`--output` is given twice\n\nSee `cargo xtask generate --help`.",
    );
    check_refused(
        "generate a --output=",
        "the folder given to `--output` has no name\n\nSee `cargo xtask generate --help`.",
    );
    check_refused(
        "generate a --output b --json --all-warnings",
        "`--json` shows no warnings: leave out `--all-warnings`\n\n\
         See `cargo xtask generate --help`.",
    );
    check_refused(
        "corpus there --time-limit soon",
        "`--time-limit` is a whole number of seconds\n\nSee `cargo xtask corpus --help`.",
    );
    assert!(parsed("codegen --check=yes").is_err());
    assert!(parsed("generate a --output").is_err());
}
