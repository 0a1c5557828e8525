//! Reading an object in the version of its document.

use super::{body, parameter, path_item, response, schema, security};
use crate::openapi::aspect::Aspect;
use crate::openapi::header::Header;
use crate::openapi::id::kind;
use crate::openapi::parameter::Parameter;
use crate::openapi::path_item::PathItem;
use crate::openapi::reader::{Read, Reader};
use crate::openapi::ref_or::RefOr;
use crate::openapi::request_body::RequestBody;
use crate::openapi::response::Response;
use crate::openapi::schema::Schema;
use crate::openapi::security::SecurityScheme;
use crate::source::Node;

/// An object that Swagger 2.0 writes in another way than OpenAPI 3.
pub(crate) trait ReadSwagger<'a>: Sized {
    fn read_swagger(reader: &mut Reader<'a, '_>, of: (Node<'a>, Aspect)) -> Option<Self>;
}

/// Reads an object in the version of its document.
pub(crate) fn or_read<'a, T: Read<'a> + ReadSwagger<'a>>(
    reader: &mut Reader<'a, '_>,
    (node, aspect): (Node<'a>, Aspect),
) -> Option<T> {
    match reader.is_swagger(node) {
        true => T::read_swagger(reader, (node, aspect)),
        false => T::read(reader, node),
    }
}

macro_rules! read_by {
    ($($ty:ty: $read:path;)*) => {
        $(impl<'a> ReadSwagger<'a> for $ty {
            fn read_swagger(reader: &mut Reader<'a, '_>, of: (Node<'a>, Aspect)) -> Option<Self> {
                $read(reader, of)
            }
        })*
    };
}

read_by! {
    RefOr<'a, Header<'a>, kind::Header>: parameter::header;
    RefOr<'a, Parameter<'a>, kind::Parameter>: parameter::parameter;
    PathItem<'a>: path_item::path_item;
    RefOr<'a, RequestBody<'a>, kind::RequestBody>: body::body;
    RefOr<'a, Response<'a>, kind::Response>: response::response;
    Schema<'a>: schema::schema;
    RefOr<'a, SecurityScheme<'a>, kind::SecurityScheme>: security::security_scheme;
}
