//! As what a node is read. OpenAPI 3 writes one object for each thing; Swagger 2.0 writes several
//! into one: a parameter is also the schema of its values, and some parameters are the body.

use crate::source::Node;

/// As what a node is read.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub(crate) enum Aspect {
    /// As the object that it is.
    #[default]
    Whole,
    /// A parameter or a header as the schema of its values.
    Value,
    /// What describes the items of a list in a parameter or a header, as a schema.
    Item,
    /// A parameter as the schema of a field of a form.
    Field,
    /// A body, or a response with a body, in these media types.
    In(MediaTypes),
    /// The parameters of an operation as a form: its body, and the schema of that.
    Form(usize),
}

/// Media types that several objects share: which ones, see `Reader::media_types`.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) struct MediaTypes(pub(super) usize);

/// The parameters of an operation that are the fields of a form.
pub(crate) struct FormFields<'a> {
    pub(crate) fields: Vec<FormField<'a>>,
    pub(crate) media_types: Vec<&'a str>,
}

/// A parameter that is a field of a form.
#[derive(Clone, Copy)]
pub(crate) struct FormField<'a> {
    pub(crate) name: &'a str,
    /// What stands among the parameters of the operation: the parameter, or a reference to it.
    pub(crate) listed: Node<'a>,
    pub(crate) parameter: Node<'a>,
}

impl FormField<'_> {
    /// Whether the field has to be sent.
    pub(crate) fn is_required(&self) -> bool {
        self.parameter.get("required").and_then(Node::as_bool) == Some(true)
    }

    /// Whether the field is a file.
    pub(crate) fn is_file(&self) -> bool {
        self.parameter.get("type").and_then(Node::as_str) == Some("file")
    }
}
