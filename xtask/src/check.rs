//! The command `check`: reports on descriptions, and makes the edits that are certain.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use codegen::Package;

use crate::args::{Checking, Format};
use crate::count::{count, findings};
use crate::error::Error;
use crate::findings::{Show, counts};
use crate::fix::{self, Fixed};
use crate::messages::{self, summarize};
use crate::project::{self, Input, Reading, root_or_default};
use crate::terminal;

/// Reports on descriptions: on the workspace's own if none are named.
pub(crate) fn run(root: Option<PathBuf>, arguments: Checking) -> Result<(), Error> {
    let Checking { descriptions, overlays, strict, within, fix, format } = arguments;
    let root = match descriptions.is_empty() {
        true => Some(root_or_default(root)?),
        false => None,
    };
    let reading = Reading::new(strict, within, overlays);
    let read = |replaced: &BTreeMap<String, String>| {
        let reading = Reading { replaced: replaced.clone(), ..reading.clone() };
        let mut input = match &root {
            Some(root) => project::workspace(root, &reading)?,
            None => project::standalone(&descriptions, Package::default(), &reading)?,
        };
        codegen::check(&input.project, &input.sources, &mut input.diagnostics);
        Ok::<_, Error>(input)
    };
    let mut input = read(&BTreeMap::new())?;
    if fix {
        let base = root.as_deref().unwrap_or(Path::new(""));
        input = fixed(input, base, read)?;
    }
    messages::report(format, Show::All, &input.diagnostics, &input.sources)?;
    match counts(&input.diagnostics) {
        [0, 0] if input.diagnostics.is_empty() => summarize(format, "nothing to report\n"),
        [0, 0] => Ok(()),
        [0, warnings] => {
            if format == Format::Human {
                terminal::warning(&findings(0, warnings));
            }
            Ok(())
        }
        [errors, warnings] => Err(Error::Description { errors, warnings }),
    }
}

/// Makes edits as long as they help, and writes the documents when there are no more. `read` reads
/// and checks the descriptions, with new texts of some documents.
fn fixed(
    mut input: Input,
    base: &Path,
    read: impl Fn(&BTreeMap<String, String>) -> Result<Input, Error>,
) -> Result<Input, Error> {
    let mut texts = BTreeMap::new();
    let mut edits = 0;
    for _ in 0..fix::ROUNDS {
        let round = Fixed::new(&input.diagnostics, &input.sources);
        let mut next = texts.clone();
        next.extend(round.texts);
        let edited = read(&next)?;
        // Edits after which there is as much to report were not what was meant.
        if round.count == 0 || found(&edited) >= found(&input) {
            break;
        }
        (input, texts, edits) = (edited, next, edits + round.count);
    }
    for (path, text) in &texts {
        fix::write(&base.join(path), text)?;
    }
    if edits > 0 {
        terminal::message(&format!("made {}\n", count(edits, "edit")));
    }
    Ok(input)
}

/// How much there is to report.
fn found(input: &Input) -> usize {
    input.diagnostics.iter().count()
}
