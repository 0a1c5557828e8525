//! Operations: what a caller can ask for, and how the request goes over the wire.

use super::{Docs, Example, Presence, Ty};
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
    /// The module under `operation/`, and its file.
    pub(crate) file: Ident,
    /// The request type.
    pub(crate) request: Ident,
    /// One sentence, then the details.
    pub(crate) summary: String,
    /// What a caller must know.
    pub(crate) docs: Docs,
    /// The page that documents it.
    pub(crate) page: Option<String>,
    /// Whether the description advises against it.
    pub(crate) deprecated: bool,
    /// The HTTP method.
    pub(crate) method: Method,
    /// The path: `{}` for each argument that goes there, a fixed query behind `?`.
    pub(crate) path: String,
    /// What a repeated request does.
    pub(crate) idempotency: Idempotency,
    /// Whether the body is a JSON object even when no member of it is set.
    pub(crate) sends_empty_object: bool,
    /// What a caller must give, in the order of the method's arguments.
    pub(crate) arguments: Vec<Argument>,
    /// What a caller may give: setters of the request.
    pub(crate) options: Vec<Argument>,
    /// What comes back.
    pub(crate) answer: Answer,
    /// How further pages are asked for, where the answer is one of several.
    pub(crate) paging: Option<Paging>,
    /// The errors that the description names.
    pub(crate) errors: Vec<DocumentedError>,
    /// A call from the description.
    pub(crate) example: Example,
}

/// Where a description has an operation.
#[derive(Debug)]
pub(crate) struct Origin {
    /// Path of the document.
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
    /// The argument or setter in Rust.
    pub(crate) name: Ident,
    /// Its name on the wire; empty for a whole body.
    pub(crate) wire: String,
    /// Its type.
    pub(crate) ty: Ty,
    /// Where it goes.
    pub(crate) slot: Slot,
    /// What it means.
    pub(crate) docs: Docs,
    /// Whether the description advises against it.
    pub(crate) deprecated: bool,
}

/// Where a value goes in a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Slot {
    /// The next `{}` of the path.
    Path,
    /// A query parameter.
    Query,
    /// A header.
    Header,
    /// A member of the JSON object that is the body.
    BodyField,
    /// The whole body, as JSON.
    Body,
}

/// What a successful answer holds.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Answer {
    /// Nothing to read.
    Empty,
    /// JSON.
    Json(Ty),
}

/// How the pages of an answer follow each other.
#[derive(Debug)]
pub(crate) struct Paging {
    /// The query parameter that takes the cursor.
    pub(crate) cursor: String,
    /// The answer's field with the next cursor, and whether it is an `Option`.
    pub(crate) next: (Ident, Presence),
    /// The answer's field that says whether there is more, and whether it is an `Option`.
    pub(crate) more: Option<(Ident, Presence)>,
    /// The answer's field with the items, and whether it is an `Option`.
    pub(crate) items: (Ident, Presence),
    /// The type of an item.
    pub(crate) item: Ty,
}

/// An error that the description names.
#[derive(Debug)]
pub(crate) struct DocumentedError {
    /// The status as documented: `403`, `4XX`; empty where it is not known.
    pub(crate) status: String,
    /// The variant of `ErrorCode`, where a code is documented.
    pub(crate) code: Option<Ident>,
    /// When it happens.
    pub(crate) meaning: String,
}
