//! What the rest of an operation asks of its body.

use std::collections::HashSet;

use crate::ir::BodyForm;
use crate::lower::request::body::Body;
use crate::lower::request::body_type::BodyFormat;
use crate::lower::types::Schemas;
use crate::source::Node;

impl<'a> Body<'a> {
    /// The media type to send, where it is JSON by another name.
    pub(crate) fn json_type(&self) -> Option<&'a str> {
        match self {
            Self::Members { json_type, .. } | Self::Whole { json_type, .. } => *json_type,
            Self::None | Self::Parts(_) | Self::Raw { .. } => None,
        }
    }

    /// The example of the whole body.
    pub(crate) fn example(&self) -> Option<Node<'a>> {
        match self {
            Self::None | Self::Parts(_) | Self::Raw { .. } => None,
            Self::Members { example, .. } | Self::Whole { example, .. } => *example,
        }
    }

    /// Whether the body is JSON, or there is none.
    pub(crate) fn is_json(&self) -> bool {
        match self {
            Self::None => true,
            Self::Members { format, .. } => *format == BodyFormat::Json,
            Self::Whole { form, .. } => *form == BodyForm::Json,
            Self::Parts(_) | Self::Raw { .. } => false,
        }
    }

    /// The type of a body whose parts have no names.
    pub(crate) fn parts_type(&self) -> Option<&'a str> {
        match self {
            Self::Parts(parts) => Some(parts.media_type),
            _ => None,
        }
    }

    /// The members that the body cannot do without. Many a body is needed though the description does
    /// not say so.
    pub(crate) fn needed<'s>(&'s self, schemas: &Schemas<'_, 'a>) -> HashSet<&'a str> {
        match self {
            Self::Members { schema, .. } => schemas.needed_names(schema),
            _ => HashSet::new(),
        }
    }

    /// Whether there has to be a form, or a body in parts.
    pub(crate) fn is_required_form(&self) -> bool {
        matches!(
            self,
            Self::Members { required: true, format: BodyFormat::Form | BodyFormat::Multipart, .. }
        )
    }

    /// Whether an object has to be sent though no member of it may be set.
    pub(crate) fn sends_empty_object(&self) -> bool {
        matches!(self, Self::Members { required: true, format: BodyFormat::Json, .. })
    }
}
