//! The changes of a run, in words.

use std::fmt::Write;

use similar::{DiffOp, TextDiff};

use crate::count::count;
use crate::diff;
use crate::plan::{Action, Plan};

/// How many changed files are listed.
const LISTED: usize = 40;

/// The files that differ in the crate called `name`, with the number of lines added and removed.
pub(crate) fn summary(name: &str, plan: &Plan) -> String {
    if plan.is_up_to_date() {
        return format!("{name} is up to date ({})\n", count(plan.unchanged.len(), "file"));
    }
    let [mut added, mut changed, mut removed] = [0, 0, 0];
    let mut list = String::new();
    for (index, change) in plan.changes.iter().enumerate() {
        let (word, number) = match change.action {
            Action::Add { .. } => ("added", &mut added),
            Action::Change { .. } => ("changed", &mut changed),
            Action::Remove { .. } => ("removed", &mut removed),
        };
        *number += 1;
        if index < LISTED {
            let lines = lines(&change.action);
            list += &format!("  {word:<7} {}{lines}\n", change.shown_path());
        }
    }
    let rest = plan.changes.len().saturating_sub(LISTED);
    if rest > 0 {
        list += &format!("  ... and {rest} more\n");
    }
    let unchanged = plan.unchanged.len();
    format!(
        "{name}: {added} added, {changed} changed, {removed} removed, {unchanged} unchanged\n{list}"
    )
}

/// ` +3 -1`. A zero is left out.
fn lines(action: &Action) -> String {
    let [plus, minus] = match action {
        Action::Add { new } => [new.lines().count(), 0],
        Action::Remove { .. } => [0, action.old_text().lines().count()],
        Action::Change { new, .. } => changed_lines(&diff::lines(&action.old_text(), new)),
    };
    let mut text = String::new();
    for (sign, number) in [('+', plus), ('-', minus)] {
        if number > 0 {
            // Writing to a string cannot fail.
            let _ = write!(text, " {sign}{number}");
        }
    }
    text
}

fn changed_lines(diff: &TextDiff<'_, '_, '_, str>) -> [usize; 2] {
    let changes = diff.ops().iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    changes.fold([0, 0], |[plus, minus], op| {
        [plus + op.new_range().len(), minus + op.old_range().len()]
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::owned::Entry;
    use crate::plan::Change;

    fn plan(changes: Vec<(String, Action)>) -> Plan {
        let changes =
            changes.into_iter().map(|(path, action)| Change { path: path.into(), action });
        Plan {
            changes: changes.collect(),
            unchanged: vec!["Cargo.toml".into()],
            stale_folders: Vec::new(),
            has_src: true,
        }
    }

    #[test]
    fn nothing_to_do_is_one_line() {
        assert_eq!(summary("client", &plan(Vec::new())), "client is up to date (1 file)\n");
    }

    #[test]
    fn every_changed_file_is_a_line() {
        let old = || Entry::File(b"a\nb\nc\n".to_vec());
        let plan = plan(vec![
            ("src/a.rs".to_owned(), Action::Add { new: "a\nb\n".to_owned() }),
            ("src/b.rs".to_owned(), Action::Change { old: old(), new: "a\nx\ny\nc\n".to_owned() }),
            ("src/c.rs".to_owned(), Action::Remove { old: old() }),
            ("src/d.rs".to_owned(), Action::Remove { old: Entry::Other }),
        ]);
        let expected = "\
client: 1 added, 1 changed, 2 removed, 1 unchanged
  added   src/a.rs +2
  changed src/b.rs +2 -1
  removed src/c.rs -3
  removed src/d.rs
";
        assert_eq!(summary("client", &plan), expected);
    }

    #[test]
    fn a_long_list_is_cut() {
        let add = |index| (format!("src/{index:03}.rs"), Action::Add { new: String::new() });
        let text = summary("client", &plan((0..LISTED + 2).map(add).collect()));
        assert!(text.ends_with("  ... and 2 more\n"), "{text}");
        assert_eq!(text.lines().count(), LISTED + 2);
    }
}
