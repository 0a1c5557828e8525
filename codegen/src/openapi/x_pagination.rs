//! `x-pagination`: how the pages of a response follow each other.

use super::reader::{Read, Reader};
use super::text::Text;
use crate::source::Node;

/// `x-pagination`: how the pages of a response follow each other.
pub(crate) struct XPagination<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) kind: XPaginationKind<'a>,
    /// The property of the response with the items.
    pub(crate) items: Text<'a>,
}

/// What leads from one page to the next. All names are of properties of the response, but for the
/// first of each kind, which is a query parameter or a member of the body.
pub(crate) enum XPaginationKind<'a> {
    /// Each page names the next.
    Cursor {
        /// Takes the cursor.
        cursor: Text<'a>,
        /// The next cursor.
        next: Text<'a>,
        /// Whether there is more.
        more: Option<Text<'a>>,
    },
    /// Pages are numbered from 1.
    Page {
        /// Takes the number; the response repeats it under the same name.
        page: Text<'a>,
        /// How many items a page has at the most; the response repeats it under the same name.
        size: Text<'a>,
        /// How many items there are on all pages.
        total: Text<'a>,
    },
}

impl<'a> Read<'a> for XPagination<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "`x-pagination`")?;
        let items = object.require("items");
        let kind = if node.get("page").is_some() {
            let (page, size) = (object.require("page"), object.require("size"));
            let total = object.require("total");
            page.zip(size).zip(total).map(|((page, size), total)| XPaginationKind::Page {
                page,
                size,
                total,
            })
        } else {
            let (cursor, next) = (object.require("cursor"), object.require("next"));
            let more = object.get("more");
            cursor.zip(next).map(|(cursor, next)| XPaginationKind::Cursor { cursor, next, more })
        };
        object.finish();
        Some(Self { node, kind: kind?, items: items? })
    }
}

impl XPagination<'_> {
    /// Whether a value under the key has our form: other vendors say something else with it.
    pub(super) fn is_ours(node: Node<'_>) -> bool {
        const KEYS: &[&str] = &["cursor", "items", "more", "next", "page", "size", "total"];
        let is_name =
            |(key, value): (&str, Node<'_>)| KEYS.contains(&key) && value.as_str().is_some();
        node.get("items").is_some()
            && (node.get("cursor").is_some() || node.get("page").is_some())
            && node.entries().all(is_name)
    }
}
