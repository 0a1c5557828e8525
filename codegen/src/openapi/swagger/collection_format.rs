//! `collectionFormat`: how the values of a list stand in a text.

use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::openapi::object::ObjectReader;
use crate::openapi::text::Text;
use crate::source::Node;

/// Where a list stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum ListIn {
    /// In a query or a form, where each value may stand alone.
    Pairs,
    /// In a path or a header.
    Text,
    /// In another list.
    List,
}

/// How a list is written, in the words of OpenAPI 3.
#[derive(Clone, Copy, Default)]
pub(super) struct ListForm<'a> {
    pub(super) style: Option<Text<'a>>,
    pub(super) explode: Option<bool>,
}

const FORMATS: &[&str] = &["csv", "ssv", "tsv", "pipes", "multi"];

impl<'a> ListForm<'a> {
    /// How the values of the object at `node` are written there, if they are lists.
    pub(super) fn of(node: Node<'a>, place: ListIn) -> Self {
        if node.get("type").and_then(Node::as_str) != Some("array") {
            return Self::default();
        }
        let format = node.get("collectionFormat");
        let text = format.and_then(Node::as_str).unwrap_or("csv");
        let style = match text {
            "ssv" => "spaceDelimited",
            "tsv" => "tabDelimited",
            "pipes" => "pipeDelimited",
            _ => "form",
        };
        let explode = text == "multi" && place == ListIn::Pairs;
        let style = Text { node: format.unwrap_or(node), text: style };
        Self { style: Some(style), explode: Some(explode) }
    }
}

/// Reads the key `collectionFormat` of the object at `node`, and reports what is wrong with it.
pub(super) fn check<'a>(object: &mut ObjectReader<'_, 'a, '_>, node: Node<'a>, place: ListIn) {
    let Some(format) = object.get::<Text<'a>>("collectionFormat") else { return };
    let is_list = node.get("type").and_then(Node::as_str) == Some("array");
    let reader = object.reader_mut();
    if !FORMATS.contains(&format.text) || format.text == "multi" && place != ListIn::Pairs {
        reader.report(wrong(format));
    } else if place != ListIn::Pairs && is_list && format.text != "csv" {
        let lists = match place {
            ListIn::List => "lists in a list",
            _ => "lists in a path or a header",
        };
        reader.report(
            Diagnostic::new(Code::Unsupported, format!("{lists} are joined by commas"))
                .at(format.node.place(), "asks for something else")
                .help("if the service needs it, give the parameter `type: string`"),
        );
    }
}

/// A form that lists do not have there.
fn wrong(format: Text<'_>) -> Diagnostic {
    if format.text == "multi" {
        let message = "only a query and a form can have several values of one name";
        return Diagnostic::new(Code::InvalidValue, message)
            .at(format.node.place(), "neither of them")
            .help("write `csv`, `ssv`, `tsv` or `pipes`");
    }
    let message = format!("lists are not written as `{}`", format.text);
    let diagnostic =
        Diagnostic::new(Code::InvalidValue, message).at(format.node.place(), "read as `csv`");
    match suggest(format.text, FORMATS.iter().copied()) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help("write `csv`, `ssv`, `tsv`, `pipes` or `multi`"),
    }
}
