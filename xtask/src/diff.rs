//! Unified diffs of the files that differ.

use std::time::Duration;

use codegen::Style;
use similar::TextDiff;

use crate::count::count;
use crate::plan::{Action, Change, Plan};

/// How many lines of a diff are shown.
const SHOWN: usize = 300;

/// How many lines the header of a file's diff has.
const HEADER: usize = 2;

/// After this time, a comparison of two texts no longer looks for the smallest difference.
const PATIENCE: Duration = Duration::from_secs(1);

/// Compares two texts by lines.
pub(crate) fn lines<'a>(old: &'a str, new: &'a str) -> TextDiff<'a, 'a, 'a, str> {
    TextDiff::configure().timeout(PATIENCE).diff_lines(old, new)
}

/// The first lines of everything that differs, and how many were cut.
pub(crate) fn unified(plan: &Plan, style: Style) -> String {
    let mut text = String::new();
    let mut shown = 0;
    let [mut cut_lines, mut cut_files] = [0, 0];
    for change in &plan.changes {
        let before = cut_lines;
        for (number, line) in of_file(change).lines().enumerate() {
            if shown < SHOWN {
                shown += 1;
                text += &coloured(line, number < HEADER, style);
            } else {
                cut_lines += 1;
            }
        }
        cut_files += usize::from(cut_lines > before);
    }
    if cut_lines > 0 {
        let [lines, files] = [count(cut_lines, "line"), count(cut_files, "file")];
        text += &format!("... {lines} of difference in {files} not shown\n");
    }
    text
}

fn of_file(change: &Change) -> String {
    let path = change.shown_path();
    let [mut from, mut to] = [format!("a/{path}"), format!("b/{path}")];
    match change.action {
        Action::Add { .. } => "/dev/null".clone_into(&mut from),
        Action::Remove { .. } => "/dev/null".clone_into(&mut to),
        Action::Change { .. } => {}
    }
    let old = change.action.old_text();
    let new = change.action.new_text().unwrap_or_default();
    lines(&old, new).unified_diff().header(&from, &to).to_string()
}

fn coloured(line: &str, is_header: bool, style: Style) -> String {
    let colour = match line.bytes().next() {
        _ if is_header => "1",
        Some(b'+') => "32",
        Some(b'-') => "31",
        Some(b'@') => "36",
        _ => "0",
    };
    match style {
        Style::Coloured => format!("\x1b[{colour}m{line}\x1b[0m\n"),
        Style::Plain => format!("{line}\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::owned::Entry;

    fn plan(changes: Vec<(&str, Action)>) -> Plan {
        let changes =
            changes.into_iter().map(|(path, action)| Change { path: path.into(), action });
        Plan {
            changes: changes.collect(),
            unchanged: Vec::new(),
            stale_folders: Vec::new(),
            has_src: true,
        }
    }

    #[test]
    fn added_changed_and_removed_files_are_shown() {
        let old = || Entry::File(b"a\nb\n".to_vec());
        let plan = plan(vec![
            ("src/a.rs", Action::Add { new: "a\n".to_owned() }),
            ("src/b.rs", Action::Change { old: old(), new: "a\nx\n".to_owned() }),
            ("src/c.rs", Action::Remove { old: old() }),
        ]);
        let expected = "\
--- /dev/null
+++ b/src/a.rs
@@ -0,0 +1 @@
+a
--- a/src/b.rs
+++ b/src/b.rs
@@ -1,2 +1,2 @@
 a
-b
+x
--- a/src/c.rs
+++ /dev/null
@@ -1,2 +0,0 @@
-a
-b
";
        assert_eq!(unified(&plan, Style::Plain), expected);
    }

    #[test]
    fn a_long_diff_is_cut_and_says_so() {
        let new = "line\n".repeat(SHOWN);
        let plan = plan(vec![
            ("src/a.rs", Action::Add { new }),
            ("src/b.rs", Action::Add { new: "b\n".to_owned() }),
        ]);
        let text = unified(&plan, Style::Plain);
        // The headers and hunk lines: three of the first file, and all four of the second.
        assert!(text.ends_with("\n... 7 lines of difference in 2 files not shown\n"), "{text}");
        assert_eq!(text.lines().count(), SHOWN + 1);
    }

    #[test]
    fn colours_follow_the_first_character_after_the_header() {
        let change = Action::Change { old: Entry::File(b"-- a\n".to_vec()), new: "b\n".to_owned() };
        let text = unified(&plan(vec![("b.rs", change)]), Style::Coloured);
        let bold = "\x1b[1m--- a/b.rs\x1b[0m\n\x1b[1m+++ b/b.rs\x1b[0m\n";
        assert!(text.starts_with(bold), "{text:?}");
        assert!(text.ends_with("\x1b[31m--- a\x1b[0m\n\x1b[32m+b\x1b[0m\n"), "{text:?}");
    }
}
