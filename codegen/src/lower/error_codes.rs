//! Documented error codes: one open enum for the whole crate.

use std::collections::BTreeMap;

use crate::ir::{Docs, Enum, Variant};
use crate::lower::context::Context;
use crate::lower::described;
use crate::lower::names::{self, Candidate};
use crate::name::{Ident, Namespace};
use crate::openapi::{self, Description, Status};
use crate::source::Place;

/// The error codes found so far.
#[derive(Default)]
pub(crate) struct FoundErrorCodes {
    found: BTreeMap<String, Uses>,
}

struct Uses {
    place: Place,
    /// Statuses and meanings, each pair once, in the order found.
    uses: Vec<(String, String)>,
}

impl FoundErrorCodes {
    /// Takes the codes of all operations and of the documents as a whole.
    pub(crate) fn collect<'a>(&mut self, cx: Context<'_, 'a>, documents: &[Description<'a>]) {
        for document in documents {
            for (status, codes) in &document.error_codes {
                self.add(*status, codes);
            }
            for path in &document.paths {
                for (_, operation) in described::operations(cx, path.item).1 {
                    for (status, response) in &operation.responses {
                        if let Some(response) = cx.objects.resolve(*response) {
                            self.add(*status, &response.error_codes);
                        }
                    }
                }
            }
        }
    }

    fn add(&mut self, status: Status, codes: &openapi::ErrorCodes<'_>) {
        for (code, meaning) in &codes.0 {
            let place = meaning.node.key_place();
            let found = self
                .found
                .entry((*code).to_owned())
                .or_insert_with(|| Uses { place, uses: Vec::new() });
            let pair = (status.to_string(), meaning.text.trim().to_owned());
            if !found.uses.contains(&pair) {
                found.uses.push(pair);
            }
        }
    }

    /// The variant of each code, and the enum they make.
    pub(crate) fn finish(self, cx: Context<'_, '_>) -> (BTreeMap<String, Ident>, Enum) {
        let candidates: Vec<_> = self
            .found
            .iter()
            .map(|(code, found)| Candidate { wire: code.clone(), rust: None, place: found.place })
            .collect();
        let idents = names::assign(cx.findings, Namespace::Variant, &candidates);
        let by_code = self.found.keys().cloned().zip(idents.iter().cloned()).collect();
        let variants = self
            .found
            .into_iter()
            .zip(idents)
            .map(|((wire, found), name)| Variant { name, wire, docs: docs(&found.uses) })
            .collect();
        (by_code, Enum { variants })
    }
}

fn docs(uses: &[(String, String)]) -> Docs {
    let lines = uses.iter().map(|(status, meaning)| match status.as_str() {
        "" => meaning.clone(),
        status => format!("{meaning} (HTTP {status})"),
    });
    Docs(lines.collect::<Vec<_>>().join("\n\n"))
}
