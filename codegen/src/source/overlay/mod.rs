//! Overlays (1.0 and 1.1): changes to a description that stand in a document of their own.
//!
//! | module | holds |
//! | --- | --- |
//! | `read` | an overlay as written |
//! | `path` | JSONPath, and the ways to what it selects |
//! | `mosaic` | a value whose parts come from several documents |
//! | `tree` | a description while overlays change it |
//! | `apply` | the actions of an overlay, one by one |
//! | `extends` | which description an overlay changes |

mod apply;
mod extends;
mod mosaic;
mod path;
mod read;
mod tree;

use super::{DocumentId, Sources};
use crate::diagnostic::Diagnostics;
use apply::Run;
use read::Overlay;
use tree::Tree;

impl Sources {
    /// Reads overlays, each a path and a text, and applies them in their order.
    ///
    /// An overlay changes the description that its `extends` names. One that names none, or none of
    /// these descriptions, changes the first. A `$ref` that an overlay brings is relative to the
    /// description. A value that an overlay brings is located in the overlay.
    pub fn overlay(
        &mut self,
        descriptions: &[DocumentId],
        overlays: impl IntoIterator<Item = (String, String)>,
        diagnostics: &mut Diagnostics,
    ) {
        let mut ids = Vec::new();
        for (path, text) in overlays {
            ids.push(self.add_overlay(path, text, diagnostics));
        }
        let mut read: Vec<(DocumentId, Overlay<'_>)> = Vec::new();
        for id in ids {
            let node = self.written(id);
            if let Some(overlay) = Overlay::read(node, diagnostics)
                && let Some(description) =
                    extends::choose(self, descriptions, &overlay, diagnostics)
            {
                read.push((description, overlay));
            }
        }
        let mut results = Vec::new();
        for &description in descriptions {
            let mut of_it = read.iter().filter(|(id, _)| *id == description).peekable();
            // A description that could not be read is no matter of its overlays.
            if of_it.peek().is_none() || self.root(description).is_null() {
                continue;
            }
            let length = self.get(description).text().len();
            let mut run = Run::new(Tree::new(self.written(description)), length);
            of_it.for_each(|(_, overlay)| run.apply(overlay, diagnostics));
            results.push((description, run.finish()));
        }
        drop(read);
        for (description, overlaid) in results {
            self.set_overlaid(description, overlaid);
        }
    }
}

#[cfg(test)]
mod tests;
