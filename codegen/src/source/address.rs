//! Addresses of documents: which one a reference leads to, by the `$self` of documents (OpenAPI 3.2).

use std::collections::HashMap;

use super::reference::normalize;
use super::{Document, DocumentId, Node};

/// The documents that say their own address.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    /// The address of each document: what it says, else its path.
    of: Vec<String>,
    documents: HashMap<String, DocumentId>,
}

impl Addresses {
    /// Reads what documents say of themselves; nothing, if none of them does.
    pub(super) fn read<'a>(documents: impl Iterator<Item = (&'a Document, Node<'a>)>) -> Self {
        let mut addresses = Self::default();
        for (document, root) in documents {
            let own = root.get("openapi").and(root.get("$self")).and_then(Node::as_str);
            let address = match own {
                Some(own) => resolved(document.path(), own),
                None => document.path().to_owned(),
            };
            if own.is_some() {
                addresses.documents.entry(address.clone()).or_insert(root.document());
            }
            addresses.of.push(address);
        }
        addresses
    }

    /// The document that a reference in the document `from` names by its address.
    pub(super) fn target(&self, from: DocumentId, reference: &str) -> Option<DocumentId> {
        let address = reference.split('#').next().filter(|address| !address.is_empty())?;
        if self.documents.is_empty() {
            return None;
        }
        self.documents.get(&resolved(self.of.get(from.0)?, address)).copied()
    }
}

/// A reference as seen from `base` (RFC 3986, section 5.2); both may lack a scheme and a host.
fn resolved(base: &str, reference: &str) -> String {
    let reference = reference.split('#').next().unwrap_or_default();
    let (host, path) = split(base);
    match split(reference) {
        (own, path) if !own.is_empty() => format!("{own}{}", normalize(path)),
        (_, path) if path.starts_with('/') => format!("{host}{}", normalize(path)),
        (_, relative) => {
            let folder = path.rfind('/').map_or("", |slash| &path[..=slash]);
            format!("{host}{}", normalize(&format!("{folder}{relative}")))
        }
    }
}

/// The scheme and the host of an address, and its path.
fn split(address: &str) -> (&str, &str) {
    let host = address.find("://").map(|colon| colon + "://".len());
    let end = match host {
        Some(host) => address[host..].find('/').map_or(address.len(), |slash| host + slash),
        // `urn:a:b` has no host.
        None => 0,
    };
    address.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn references_are_seen_from_the_address_of_a_document() {
        for (base, reference, expected) in [
            ("https://h/api/openapi", "shared/foo", "https://h/api/shared/foo"),
            ("https://h/api/openapi", "/shared/foo", "https://h/shared/foo"),
            ("https://h/api/openapi", "../foo#/a", "https://h/foo"),
            ("https://h/api/openapi", "https://i/foo", "https://i/foo"),
            ("https://h", "/foo", "https://h/foo"),
            ("api/a.yaml", "/api/openapi", "/api/openapi"),
            ("api/a.yaml", "b", "api/b"),
        ] {
            assert_eq!(resolved(base, reference), expected, "{reference} from {base}");
        }
    }
}
