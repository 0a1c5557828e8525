//! Where values go in a request: the place, and the form they have there.

/// Where a value goes in a request, and in which form.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Slot {
    /// The next `{}` of the path.
    Path(PathForm),
    /// A query parameter.
    Query(QueryForm),
    /// The whole query, in one of the forms that a body of this media type has.
    Querystring(BodyForm),
    /// A header.
    Header(PlainForm),
    /// A cookie.
    Cookie(PlainForm),
    /// A member of the JSON object that is the body.
    Member(MemberForm),
    /// The whole body.
    Body(BodyForm),
    /// A field of a form that is the body.
    FormField(QueryForm),
    /// A part of a body in parts; for a list `each` of its values is one.
    Part { content: PartContent, each: bool },
    /// The same of a body whose parts have no names.
    Unnamed { content: PartContent, each: bool },
    /// The media type of the body, in place of that of the operation.
    ContentType,
}

impl Slot {
    /// Whether the value stands in the path or the query.
    pub(crate) fn is_in_target(&self) -> bool {
        matches!(self, Self::Path(_) | Self::Query(_) | Self::Querystring(_))
    }

    /// Whether the value is a list or an object outside of a JSON body.
    pub(crate) fn is_structured(&self) -> bool {
        match self {
            Self::Path(form) => *form != PathForm::Scalar,
            Self::Query(form) => matches!(form, QueryForm::Value { .. } | QueryForm::Json),
            Self::Querystring(_) => true,
            Self::Header(form) | Self::Cookie(form) => *form != PlainForm::Scalar,
            Self::Body(form) => matches!(form, BodyForm::Form(_) | BodyForm::Multipart(_)),
            Self::FormField(form) => matches!(form, QueryForm::Value { .. } | QueryForm::Json),
            Self::Part { content, .. } | Self::Unnamed { content, .. } => {
                matches!(content, PartContent::Value { .. })
            }
            Self::Member(_) | Self::ContentType => false,
        }
    }
}

/// How a value stands in a path. With `explode`, here and below, each value of a list and each
/// member of an object stands alone.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum PathForm {
    /// As one text.
    Scalar,
    /// As a list or an object.
    Value {
        style: PathStyle,
        explode: bool,
    },
    Json,
}

/// How a value stands in a query or a form.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum QueryForm {
    /// As one text.
    Scalar,
    /// As several texts.
    List(ListStyle),
    /// As a list or an object.
    Value {
        style: QueryStyle,
        explode: bool,
    },
    Json,
}

/// How a value stands in a header or a cookie.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum PlainForm {
    /// As one text.
    Scalar,
    /// As a list or an object.
    Value {
        explode: bool,
    },
    /// The same of a cookie, with reserved characters as they are.
    Reserved {
        explode: bool,
    },
    /// The same of a cookie, with nothing percent-encoded.
    Raw {
        explode: bool,
    },
    Json,
}

/// How a member of a JSON object is sent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum MemberForm {
    Json,
    /// As a text that is encrypted under the caller's secret.
    Encrypted,
}

/// What a value is as the whole body.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum BodyForm {
    Json,
    /// Bytes of this media type.
    Bytes(String),
    /// A text of this media type.
    Text(String),
    /// JSON values one after the other, in this media type.
    Sequence(String),
    /// A form, the members of an object its fields: how some of them are written, by their names.
    Form(Vec<(String, QueryStyle, bool)>),
    /// Parts, one for each member of an object: the content types of some, by their names.
    Multipart(Vec<(String, String)>),
    /// Parts, each of them a file of this type.
    Files(String),
}

/// What a part of a body in parts holds, and its content type.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum PartContent {
    /// The content of a file, of this type unless the caller gives another.
    File(String),
    /// A text; plain, unless a type is given.
    Text(Option<String>),
    /// JSON, under this type.
    Json(String),
    /// What a form would have, a part for each of its fields.
    Value { style: QueryStyle, explode: bool },
}

/// How a list or an object stands in a query.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum QueryStyle {
    Form,
    /// Like `Form`, with reserved characters as they are.
    Reserved,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    /// What a form has unless the description says otherwise.
    Fields,
    /// As the text of its JSON.
    Json,
}

/// How a list or an object stands in a path.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum PathStyle {
    Simple,
    /// Like `Simple`, with reserved characters as they are.
    Reserved,
    Label,
    Matrix,
}

/// How several values stand in a query.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum ListStyle {
    /// The parameter is repeated.
    Repeated,
    /// The values are joined by this separator, as it goes over the wire.
    Joined(&'static str),
}
