//! Which description an overlay changes.

use super::read::Overlay;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::reference::{Target, split};
use crate::source::{DocumentId, Sources};

/// The description that an overlay changes: the one that its `extends` names, or else the first.
///
/// A path names a description exactly. An address names the description whose file is called like
/// its last segment, since a file does not say where it was downloaded from.
pub(super) fn choose(
    sources: &Sources,
    descriptions: &[DocumentId],
    overlay: &Overlay<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<DocumentId> {
    let first = *descriptions.first()?;
    let Some(extends) = overlay.extends else { return Some(first) };
    let text = extends.as_str().unwrap_or_default();
    let is_named = |id: DocumentId| {
        let description = sources.get(id);
        match split(sources.get(extends.document()).path(), text).0 {
            Target::Path(path) => description.path() == path,
            Target::Same => false,
            Target::Remote => {
                let address = text.split(['?', '#']).next().unwrap_or_default();
                address.rsplit('/').next() == Some(description.file_name())
            }
        }
    };
    let named = descriptions.iter().copied().find(|id| is_named(*id));
    if named.is_none() {
        let applied = format!("it is applied to `{}`", sources.get(first).path());
        diagnostics.push(
            Diagnostic::new(
                Code::MissingDocument,
                "an overlay extends a document that is not among the descriptions",
            )
            .at(extends.place(), "no description is at this address")
            .note(applied)
            .help("name the description by its path from the overlay, or leave out `extends`"),
        );
    }
    Some(named.unwrap_or(first))
}
