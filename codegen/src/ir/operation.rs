//! Operations: what a caller can ask for, and how the request goes over the wire.

use super::{
    Docs, DocumentedError, ErrorBodies, Example, Needs, Presence, ResponseBody, ResponseHeader,
    Slot, Stream, Ty,
};
use crate::http::Method;
use crate::name::Ident;

/// Something the service can be asked to do.
#[derive(Debug)]
pub(crate) struct Operation {
    /// Its name in the description, for errors and logs.
    pub(crate) id: String,
    /// Where the description has it.
    pub(crate) origin: Origin,
    /// The method on the client.
    pub(crate) name: Ident,
    /// Other names that a reader may search the method by.
    pub(crate) aliases: Vec<String>,
    /// The module under `operation/`, and its file.
    pub(crate) file: Ident,
    /// The request type.
    pub(crate) request: Ident,
    /// The struct of all values of a request.
    pub(crate) input: Ident,
    /// The struct of the values that a caller must give, where they are not arguments one by one.
    pub(crate) required: Option<Ident>,
    /// The family it belongs to: an index into [`Service::families`](super::Service::families).
    pub(crate) family: Option<usize>,
    /// One sentence, then the details.
    pub(crate) summary: String,
    /// What a caller must know.
    pub(crate) docs: Docs,
    /// The URL of what documents it.
    pub(crate) documentation: Option<String>,
    /// Whether the description marks it as deprecated.
    pub(crate) deprecated: bool,
    /// The HTTP method.
    pub(crate) method: Method,
    /// The path: `{}` for each argument that goes there, `{0}` where the first one stands again, a
    /// fixed query behind `?`.
    pub(crate) path: String,
    /// Where it is sent to, where that is not the service's endpoint.
    pub(crate) endpoint: Option<String>,
    /// What authorizes it, where that is not what the service says.
    pub(crate) needs: Option<Needs>,
    /// What a repeated request does.
    pub(crate) idempotency: Idempotency,
    /// Members of the body that are always the same.
    pub(crate) constants: Vec<(String, serde_json::Value)>,
    /// Whether the body is a JSON object even when no member of it is set.
    pub(crate) sends_empty_object: bool,
    /// The media type of a body that is JSON by another name, such as a merge patch.
    pub(crate) json_type: Option<String>,
    /// The media type of a body whose parts have no names.
    pub(crate) parts_type: Option<String>,
    /// The media types to ask for; `None`: what the runtime asks for, which is JSON.
    pub(crate) accept: Option<String>,
    /// Whether redirects are successes, and which of them are not.
    pub(crate) redirects: Option<Vec<u16>>,
    /// Headers that are always the same.
    pub(crate) fixed_headers: Vec<(String, String)>,
    /// Cookies that are always the same.
    pub(crate) fixed_cookies: Vec<(String, String)>,
    /// Headers that parts of the body always have: the name of the part, that of the header, its value.
    pub(crate) part_headers: Vec<(String, String, String)>,
    /// What a caller must give: arguments of the method in this order, or fields of `required`.
    pub(crate) arguments: Vec<Argument>,
    /// What a caller may give: setters of the request.
    pub(crate) options: Vec<Argument>,
    /// What comes back.
    pub(crate) response: ResponseBody,
    /// How it can be read while it comes instead, where it can.
    pub(crate) stream: Option<Stream>,
    /// The headers of a response that the description names.
    pub(crate) headers: Vec<ResponseHeader>,
    /// How further pages are asked for, where the response is one of several.
    pub(crate) pagination: Option<Pagination>,
    /// The errors that the description names.
    pub(crate) errors: Vec<DocumentedError>,
    /// How the bodies of errors are read, where they have types.
    pub(crate) error_bodies: Option<ErrorBodies>,
    /// A call from the description.
    pub(crate) example: Example,
}

impl Operation {
    /// All that goes into a request.
    pub(crate) fn inputs(&self) -> impl Iterator<Item = &Argument> {
        self.arguments.iter().chain(&self.options)
    }

    /// How a response is read while it comes, if there is such a way.
    pub(crate) fn streamed(&self) -> Option<&Stream> {
        match &self.response {
            ResponseBody::Stream(stream) => Some(stream),
            _ => self.stream.as_ref(),
        }
    }

    /// The types that a success is read as.
    pub(crate) fn response_types(&self) -> impl Iterator<Item = Ty> {
        let whole = match &self.response {
            ResponseBody::Json(ty) => Some(ty.clone()),
            ResponseBody::ByStatus(id) => Some(Ty::Named(*id)),
            ResponseBody::Empty
            | ResponseBody::Bytes
            | ResponseBody::Text
            | ResponseBody::Stream(_) => None,
        };
        let value = self.streamed().and_then(|stream| stream.pieces.ty());
        whole.into_iter().chain(value.cloned())
    }
}

/// Where a description has an operation.
#[derive(Debug)]
pub(crate) struct Origin {
    /// The file name of the document.
    pub(crate) document: String,
    /// Method and path as written there.
    pub(crate) line: String,
}

/// What a repeated request does.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Idempotency {
    /// The same as one request.
    Idempotent,
    /// More than one request.
    NotIdempotent,
    /// The same as one request, as long as this query parameter stays the same.
    Token(String),
}

/// A value that goes into a request.
#[derive(Debug)]
pub(crate) struct Argument {
    /// The field in Rust, and the argument or setter that gives it.
    pub(crate) name: Ident,
    /// Its name on the wire; empty for a whole body.
    pub(crate) wire: String,
    /// Its type.
    pub(crate) ty: Ty,
    /// Whether a caller who may leave it out may give `null`, too.
    pub(crate) nullable: bool,
    /// Where it goes.
    pub(crate) slot: Slot,
    /// What it means.
    pub(crate) docs: Docs,
    /// Whether the description marks it as deprecated.
    pub(crate) deprecated: bool,
}

/// How the pages of a response follow each other.
#[derive(Debug)]
pub(crate) struct Pagination {
    /// Where the request says which page it wants.
    pub(crate) cursor: CursorPlace,
    /// What the response says about the next page.
    pub(crate) next: NextPage,
    /// The response's field with the items.
    pub(crate) items: FieldUse,
    /// The type of an item.
    pub(crate) item: Ty,
}

/// Where a request says which page it wants.
#[derive(Debug)]
pub(crate) enum CursorPlace {
    /// In a query parameter.
    Query(String),
    /// In a member of the body that is a text.
    Member(String),
    /// In a member of the body that is a number.
    NumberMember(String),
}

/// What a response says about the next page.
#[derive(Debug)]
pub(crate) enum NextPage {
    /// The next cursor, and perhaps whether there is more.
    Cursor { next: FieldUse, more: Option<FieldUse> },
    /// The number of this page, the size of pages, and how many items there are in all.
    Number { page: FieldUse, size: FieldUse, total: FieldUse },
}

/// A field that is read by emitted code.
#[derive(Clone, Debug)]
pub(crate) struct FieldUse {
    /// The field.
    pub(crate) name: Ident,
    /// Whether it is an `Option`.
    pub(crate) presence: Presence,
}
