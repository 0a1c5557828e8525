//! Security schemes of Swagger 2.0.

use super::refer::ref_or;
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::openapi::aspect::Aspect;
use crate::openapi::extensions;
use crate::openapi::id::kind;
use crate::openapi::object::ObjectReader;
use crate::openapi::reader::Reader;
use crate::openapi::ref_or::RefOr;
use crate::openapi::security::{ApiKeyPlace, Flow, SecurityKind, SecurityScheme};
use crate::openapi::text::{Text, is_text};
use crate::source::Node;

const TYPES: &[&str] = &["basic", "apiKey", "oauth2"];
const FLOWS: &[&str] = &["implicit", "password", "application", "accessCode"];

/// Reads a security scheme.
pub(super) fn security_scheme<'a>(
    reader: &mut Reader<'a, '_>,
    of: (Node<'a>, Aspect),
) -> Option<RefOr<'a, SecurityScheme<'a>, kind::SecurityScheme>> {
    ref_or(reader, of, |reader, node| {
        let mut object = reader.object(node, "a security scheme")?;
        let ty = object.require::<Text<'a>>("type")?;
        let description = object.get("description");
        let rust_name = object.extension(extensions::RUST_NAME, is_text);
        let kind = kind_of(&mut object, ty);
        object.of_openapi_3("flows", "write `flow`, `authorizationUrl`, `tokenUrl` and `scopes`");
        object.of_openapi_3("scheme", "write `type: basic`, or the header as `type: apiKey`");
        // What belongs to another type says nothing.
        object.without_effect(&["in", "name", "flow", "authorizationUrl", "tokenUrl", "scopes"]);
        object.finish();
        Some(SecurityScheme { node, kind: kind?, description, deprecated: false, rust_name })
    })
}

fn kind_of<'a>(object: &mut ObjectReader<'_, 'a, '_>, ty: Text<'a>) -> Option<SecurityKind<'a>> {
    Some(match ty.text {
        "basic" => SecurityKind::Http { scheme: "basic", bearer_format: None },
        "apiKey" => {
            let (place, name) = (object.require("in"), object.require("name"));
            report_cookie(object, place);
            SecurityKind::ApiKey { place: place?, name: name? }
        }
        "oauth2" => SecurityKind::OAuth2 { flows: vec![flow(object)], metadata: None },
        _ => {
            let message = format!("there are no security schemes of the type `{}`", ty.text);
            let found = Diagnostic::new(Code::InvalidValue, message)
                .at(ty.node.place(), "not a type of Swagger 2.0");
            object.reader_mut().report(match suggest(ty.text, TYPES.iter().copied()) {
                Some(near) => found.help(format!("did you mean `{near}`?")),
                None => found.help(
                    "write `basic`, `apiKey` or `oauth2`; a token in a header is \
                     `{type: apiKey, in: header, name: Authorization}`",
                ),
            });
            return None;
        }
    })
}

/// Reports a key in a cookie.
fn report_cookie(object: &mut ObjectReader<'_, '_, '_>, place: Option<ApiKeyPlace>) {
    let is_cookie = place == Some(ApiKeyPlace::Cookie);
    let Some(node) = object.node("in").filter(|_| is_cookie) else { return };
    object.reader_mut().report(
        Diagnostic::new(Code::InvalidValue, "Swagger 2.0 has no API keys in cookies")
            .at(node.place(), "sent as a cookie all the same")
            .help("write the header `Cookie`, or the description in OpenAPI 3"),
    );
}

/// The one flow of a scheme.
fn flow<'a>(object: &mut ObjectReader<'_, 'a, '_>) -> Flow<'a> {
    let flow = object.require::<Text<'a>>("flow");
    if let Some(flow) = flow.filter(|flow| !FLOWS.contains(&flow.text)) {
        let message = format!("OAuth 2 has no flow `{}`", flow.text);
        let found =
            Diagnostic::new(Code::InvalidValue, message).at(flow.node.place(), "not a flow");
        object.reader_mut().report(match suggest(flow.text, FLOWS.iter().copied()) {
            Some(near) => found.help(format!("did you mean `{near}`?")),
            None => found.help("write `implicit`, `password`, `application` or `accessCode`"),
        });
    }
    let flow = flow.map_or("", |flow| flow.text);
    let mut url = |key, flows: &[&str]| match flows.contains(&flow) {
        true => object.require(key),
        false => object.get(key),
    };
    Flow {
        device_url: None,
        authorization_url: url("authorizationUrl", &["implicit", "accessCode"]),
        token_url: url("tokenUrl", &["password", "application", "accessCode"]),
    }
}
