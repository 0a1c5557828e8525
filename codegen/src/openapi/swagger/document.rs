//! Whole documents of Swagger 2.0.

use super::given::{Becomes, becomes};
use super::operation::of_document;
use super::{response, server};
use crate::openapi::aspect::Aspect;
use crate::openapi::components::Components;
use crate::openapi::document::{Description, Info, error_codes, paths};
use crate::openapi::extensions;
use crate::openapi::external_docs::ExternalDocs;
use crate::openapi::id::kind;
use crate::openapi::object::ObjectReader;
use crate::openapi::reader::Reader;
use crate::openapi::security;
use crate::openapi::text::{is_bool, is_text};
use crate::source::Node;

/// Reads a document of Swagger 2.0.
pub(crate) fn description<'a>(
    reader: &mut Reader<'a, '_>,
    node: Node<'a>,
) -> Option<Description<'a>> {
    let mut object = reader.object(node, "a document")?;
    let info = object.require::<Info<'a>>("info");
    let document = Description {
        node,
        title: info.as_ref().and_then(|info| info.title),
        description: info.as_ref().and_then(|info| info.description),
        servers: server::of_document(&mut object, node),
        paths: paths(&mut object),
        tags: object.list("tags"),
        security: security::requirements(&mut object),
        components: Components {
            security_key: "securityDefinitions",
            schemas: object.map("definitions"),
            security_schemes: object.map("securityDefinitions"),
        },
        webhooks: Vec::new(),
        error_codes: error_codes(&mut object),
        notice: object.extension(extensions::NOTICE, is_text),
        quick_start: object.extension(extensions::QUICK_START, is_text),
        is_lenient: object.extension(extensions::LENIENT, is_bool).unwrap_or_default(),
    };
    object.list::<&str>("consumes");
    object.list::<&str>("produces");
    object.get::<ExternalDocs<'a>>("externalDocs");
    read_shared(&mut object, node);
    of_openapi_3(&mut object);
    object.without_effect(&["swagger"]);
    object.finish();
    Some(document)
}

/// Reads what operations may refer to, for what is wrong with it; they lead to what is used.
fn read_shared<'a>(object: &mut ObjectReader<'_, 'a, '_>, root: Node<'a>) {
    let parameters = object.map::<Node<'a>>("parameters");
    let responses = object.map::<Node<'a>>("responses");
    let reader = object.reader_mut();
    let [consumes, produces] = ["consumes", "produces"].map(|key| of_document(root, key));
    let Some(consumed) = response::aspect(reader, &consumes) else { return };
    let Some(produced) = response::aspect(reader, &produces) else { return };
    for (_, parameter) in parameters {
        match becomes(parameter) {
            Becomes::Parameter => _ = reader.id::<kind::Parameter>(parameter),
            Becomes::Body => _ = reader.id_as::<kind::RequestBody>(parameter, consumed),
            Becomes::Field => _ = reader.id_as::<kind::Schema>(parameter, Aspect::Field),
        }
    }
    for (_, response) in responses {
        reader.id_as::<kind::Response>(response, produced);
    }
}

/// Reports the keys that a document of OpenAPI 3 has.
fn of_openapi_3(object: &mut ObjectReader<'_, '_, '_>) {
    const COMPONENTS: &str = "write `definitions`, `parameters`, `responses` and \
                              `securityDefinitions` into the document itself";
    object.of_openapi_3("components", COMPONENTS);
    object.of_openapi_3("servers", "write `host`, `basePath` and `schemes`");
    object.of_openapi_3("openapi", "leave out one of `swagger` and `openapi`");
    object.of_openapi_3("webhooks", "leave it out: Swagger 2.0 has no webhooks");
}
