//! Every wire name of the real descriptions beside its name in Rust: a surprise is seen in review.

use std::fs;
use std::path::Path;

use codegen::{Diagnostics, Project, ServiceInput, Sources, Strictness, Style, render};

use crate::fixture::entries;
use crate::snapshots::check;

/// The snapshot with the names.
pub(crate) const SNAPSHOT: &str = "names_of_bcc";

#[test]
fn names_of_the_descriptions() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../api-spec/bcc");
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new(Strictness::Own);
    let documents = entries(&folder)
        .into_iter()
        .map(|name| {
            let text = fs::read_to_string(folder.join(&name)).expect("a description is readable");
            sources.add(name, text, &mut diagnostics)
        })
        .collect();
    let services = vec![ServiceInput { module: Some("bcc".to_owned()), documents }];
    let project = Project { services, ..Project::default() };
    match codegen::dump_names(&project, &sources, &mut diagnostics, None) {
        Some(names) => check(SNAPSHOT, &names),
        None => panic!("{}", render(&diagnostics, &sources, Style::Plain)),
    }
}
