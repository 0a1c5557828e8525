//! Runs that are killed, and runs in one folder at once.
//!
//! A few of each are enough to see that nothing is broken. CONTRIBUTING says how to run many.

#![expect(clippy::print_stdout, reason = "numbers are what the long runs are for")]

use std::fmt::Write;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use super::{PETS, run, xtask};
use crate::scratch::Scratch;

type Tree = Vec<(String, String)>;

/// How often something is done: `few` times, unless the environment asks for more.
fn times(variable: &str, few: usize) -> usize {
    env::var(variable).map_or(few, |number| number.parse().unwrap())
}

/// A description with many operations and types.
fn large() -> String {
    let mut text = PETS.to_owned();
    for index in 0..60 {
        // Writing to a string does not fail.
        let _ = writeln!(
            text,
            "    Thing{index}: {{type: object, properties: {{a: {{type: string}}}}}}"
        );
    }
    let mut paths = String::from("paths:\n");
    for index in 0..60 {
        let schema = format!("{{$ref: '#/components/schemas/Thing{index}'}}");
        let _ = writeln!(
            paths,
            "  /things{index}:\n    get:\n      operationId: getThing{index}\n      responses:\n        \
             '200': {{description: It., content: {{application/json: {{schema: {schema}}}}}}}"
        );
    }
    text.replacen("paths:\n", &paths, 1)
}

/// Numbers that look as if they came by chance, and are the same in every run.
struct Moments(u64);

impl Moments {
    fn next(&mut self) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }
}

/// A folder with both descriptions, and what each gives.
fn prepare(name: &str) -> (Scratch, [Tree; 2]) {
    let scratch = Scratch::new(name);
    scratch.write("small.yaml", PETS);
    scratch.write("large.yaml", large());
    let trees = DESCRIPTIONS.map(|description| {
        let output = format!("{description}-alone");
        let arguments = ["generate", description, "--output", &output, "--name", "pets"];
        run(scratch.path(), &arguments).exits_with(0);
        tree(&scratch, &output)
    });
    assert_ne!(trees[0], trees[1]);
    (scratch, trees)
}

const DESCRIPTIONS: [&str; 2] = ["small.yaml", "large.yaml"];

fn start(scratch: &Scratch, description: &str) -> Child {
    xtask()
        .current_dir(scratch.path())
        .args(["generate", description, "--output", "out", "--name", "pets"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// The files of a crate.
fn tree(scratch: &Scratch, folder: &str) -> Tree {
    let prefix = format!("{folder}/");
    let files = scratch.tree().into_iter().filter_map(|(path, text)| {
        Some((path.strip_prefix(&prefix)?.to_owned(), text))
            .filter(|(path, _)| !path.ends_with('/'))
    });
    files.collect()
}

/// The files in `src`.
fn src(tree: &Tree) -> Tree {
    tree.iter().filter(|(path, _)| path.starts_with("src/")).cloned().collect()
}

/// Kills runs that turn one crate into the other, at moments after the first file was prepared.
#[test]
fn a_run_that_is_killed_leaves_the_old_or_the_new_src() {
    let (scratch, trees) = prepare("endurance-kills");
    let kills = times("XTASK_KILLS", 6);
    let [mut old, mut new, mut between, mut late] = [0, 0, 0, 0];
    let mut moments = Moments(7);
    let mut before = 0;
    run(scratch.path(), &["generate", DESCRIPTIONS[0], "--output", "out", "--name", "pets"]);
    while old + new + between < kills {
        let wanted = 1 - before;
        let mut child = start(&scratch, DESCRIPTIONS[wanted]);
        let staging = scratch.path().join("out/.xtask-staging");
        while fs::symlink_metadata(&staging).is_err() && child.try_wait().unwrap().is_none() {
            thread::yield_now();
        }
        // Moments are spread over the time that writing takes, as if they came by chance.
        let chance = moments.next();
        let pause = Duration::from_micros(chance % 25_000);
        let since = Instant::now();
        while since.elapsed() < pause && child.try_wait().unwrap().is_none() {
            thread::yield_now();
        }
        let is_late = child.try_wait().unwrap().is_some();
        child.kill().unwrap();
        child.wait().unwrap();
        let mut left = tree(&scratch, "out");
        left.retain(|(path, _)| !path.starts_with(".xtask-staging/"));
        let [is_old, is_new] = [before, wanted].map(|it| src(&left) == src(&trees[it]));
        assert!(is_old || is_new, "a mixture: {left:#?}");
        match (left == trees[before], left == trees[wanted]) {
            _ if is_late => late += 1,
            (true, _) => old += 1,
            (_, true) => new += 1,
            // The manifest is put in place before `src`.
            (false, false) => between += 1,
        }
        run(
            scratch.path(),
            &["generate", DESCRIPTIONS[wanted], "--output", "out", "--name", "pets"],
        )
        .exits_with(0);
        assert_eq!(tree(&scratch, "out"), trees[wanted]);
        assert!(fs::symlink_metadata(&staging).is_err());
        before = wanted;
    }
    println!(
        "{kills} kills: {old} left the old crate, {new} the new one, {between} the new manifest with \
         the old `src`, 0 a mixture; {late} runs had ended before they could be killed"
    );
}

/// Starts two runs in one folder at the same time.
#[test]
fn of_two_runs_in_one_folder_one_comes_after_the_other() {
    let (scratch, trees) = prepare("endurance-races");
    let races = times("XTASK_RACES", 4);
    let mut ends = [0, 0];
    let since = Instant::now();
    assert!(start(&scratch, DESCRIPTIONS[1]).wait_with_output().unwrap().status.success());
    let span = u64::try_from(since.elapsed().as_micros()).unwrap();
    let mut moments = Moments(7);
    for race in 0..races {
        let second = DESCRIPTIONS[race % 2];
        let first = start(&scratch, DESCRIPTIONS[1]);
        // A small description is read faster: without a pause, its run would always write first.
        if second != DESCRIPTIONS[1] {
            thread::sleep(Duration::from_micros(moments.next() % span));
        }
        let children = [first, start(&scratch, second)];
        for child in children {
            let output = child.wait_with_output().unwrap();
            assert!(output.status.success(), "{output:?}");
        }
        let left = tree(&scratch, "out");
        let end = trees.iter().position(|tree| *tree == left);
        ends[end.unwrap_or_else(|| panic!("a mixture: {left:#?}"))] += 1;
        if race % 4 == 3 {
            fs::remove_dir_all(scratch.path().join("out")).unwrap();
        }
    }
    let [small, large] = ends;
    println!(
        "{races} races: {small} ended with the small crate, {large} with the large one, 0 with a mixture"
    );
}
