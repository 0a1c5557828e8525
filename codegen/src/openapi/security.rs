//! Security schemes, and which of them a request needs.

use super::extensions;
use super::id::SecuritySchemeId;
use super::object::ObjectReader;
use super::reader::{Read, Reader};
use super::text::{Text, is_text};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Node;

/// How requests are authorized.
pub(crate) struct SecurityScheme<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) kind: SecurityKind<'a>,
    pub(crate) description: Option<&'a str>,
    /// Whether callers should use another scheme (OpenAPI 3.2).
    pub(crate) deprecated: bool,
    pub(crate) rust_name: Option<Text<'a>>,
}

/// What a security scheme puts into a request.
pub(crate) enum SecurityKind<'a> {
    /// A key.
    ApiKey { place: ApiKeyPlace, name: &'a str },
    /// The header `authorization`, in the form of this scheme of HTTP.
    Http { scheme: &'a str, bearer_format: Option<&'a str> },
    /// A token of OAuth 2.
    OAuth2 { flows: Vec<Flow<'a>>, metadata: Option<&'a str> },
    /// A token of OpenID Connect.
    OpenIdConnect { url: Option<&'a str> },
    /// Nothing: the client proves who it is when it connects.
    MutualTls,
}

/// Where a key stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum ApiKeyPlace {
    Header,
    Query,
    Cookie,
}

const TYPES: &[&str] = &["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"];

impl<'a> Read<'a> for SecurityScheme<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a security scheme")?;
        let ty = object.require::<Text<'a>>("type")?;
        let description = object.get("description");
        let rust_name = object.extension(extensions::RUST_NAME, is_text);
        let kind = SecurityKind::read(&mut object, ty.text);
        // What belongs to another type says nothing.
        object.without_effect(&["bearerFormat", "flows", "in", "name", "openIdConnectUrl"]);
        object.without_effect(&["scheme"]);
        let deprecated = object.get("deprecated").unwrap_or(false);
        object.since_3_2(&["deprecated", "oauth2MetadataUrl"]);
        object.finish();
        if !TYPES.contains(&ty.text) {
            reader.report(unknown_type(ty));
        }
        Some(Self { node, kind: kind?, description, deprecated, rust_name })
    }
}

impl<'a> SecurityKind<'a> {
    fn read(object: &mut ObjectReader<'_, 'a, '_>, ty: &str) -> Option<Self> {
        Some(match ty {
            "apiKey" => {
                let (place, name) = (object.require("in"), object.require("name"));
                Self::ApiKey { place: place?, name: name? }
            }
            "http" => Self::Http {
                scheme: object.require("scheme")?,
                bearer_format: object.get("bearerFormat"),
            },
            "oauth2" => {
                let metadata = object.get("oauth2MetadataUrl");
                let flows = object.entries("flows");
                let reader = object.reader_mut();
                let device = flows.iter().find(|(name, _)| *name == "deviceAuthorization");
                if let Some((name, node)) = device.filter(|it| reader.is_before_3_2(it.1)) {
                    reader.report_too_new(name, "`flows`", *node);
                }
                let flows = flows.into_iter().filter_map(|(_, it)| Flow::read(reader, it));
                Self::OAuth2 { flows: flows.collect(), metadata }
            }
            "openIdConnect" => Self::OpenIdConnect { url: object.require("openIdConnectUrl") },
            "mutualTLS" => Self::MutualTls,
            _ => return None,
        })
    }
}

fn unknown_type(ty: Text<'_>) -> Diagnostic {
    let message = format!("there are no security schemes of the type `{}`", ty.text);
    let diagnostic = Diagnostic::new(Code::InvalidValue, message).at(ty.node.place(), "not a type");
    diagnostic.help("write `apiKey`, `http`, `oauth2`, `openIdConnect` or `mutualTLS`").meant(
        ty.node.place(),
        ty.text,
        TYPES.iter().copied(),
    )
}

impl<'a> Read<'a> for ApiKeyPlace {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        match <&str>::read(reader, node)? {
            "header" => Some(Self::Header),
            "query" => Some(Self::Query),
            "cookie" => Some(Self::Cookie),
            other => {
                reader.report(
                    Diagnostic::new(
                        Code::InvalidValue,
                        format!("an API key cannot be in `{other}`"),
                    )
                    .at(node.place(), "not a place for a key")
                    .help("write `header`, `query` or `cookie`")
                    .meant(node.place(), other, ["header", "query", "cookie"]),
                );
                None
            }
        }
    }
}

/// How a token of OAuth 2 is obtained.
pub(crate) struct Flow<'a> {
    pub(crate) authorization_url: Option<&'a str>,
    pub(crate) token_url: Option<&'a str>,
    /// Where a device without a browser begins (OpenAPI 3.2).
    pub(crate) device_url: Option<&'a str>,
}

impl<'a> Read<'a> for Flow<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "an OAuth 2 flow")?;
        let flow = Self {
            authorization_url: object.get("authorizationUrl"),
            token_url: object.get("tokenUrl"),
            device_url: object.get("deviceAuthorizationUrl"),
        };
        object.without_effect(&["refreshUrl", "scopes"]);
        object.since_3_2(&["deviceAuthorizationUrl"]);
        object.finish();
        Some(flow)
    }
}

/// Security schemes that authorize a request together. None of them: it needs no authorization.
pub(crate) struct SecurityRequirement<'a> {
    pub(crate) schemes: Vec<RequiredScheme<'a>>,
}

/// A security scheme that a requirement names.
#[derive(Clone, Copy)]
pub(crate) struct RequiredScheme<'a> {
    pub(crate) name: &'a str,
    /// The scopes.
    pub(crate) node: Node<'a>,
    /// What the name leads to where it is a reference, and not the name of a component (OpenAPI 3.2).
    pub(crate) target: Option<SecuritySchemeId>,
}

impl<'a> RequiredScheme<'a> {
    fn read(reader: &mut Reader<'a, '_>, (name, node): (&'a str, Node<'a>)) -> Self {
        let document = node.document();
        let components = reader.sources.root(document).get("components");
        let declared = components.and_then(|it| it.get("securitySchemes")?.get(name));
        let is_name = declared.is_some() || !name.contains(['#', '/', ':']);
        let found = || reader.sources.resolve(document, name).ok().filter(|it| it.is_object());
        let Some(target) = (if is_name { None } else { found() }) else {
            return Self { name, node, target: None };
        };
        if reader.is_before_3_2(node) {
            reader.report_too_new(name, "a security requirement", node);
        }
        let name = name.rsplit(['/', '#', ':']).next().unwrap_or(name);
        Self { name, node, target: Some(reader.id(target)) }
    }
}

impl<'a> Read<'a> for SecurityRequirement<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        if !node.is_object() {
            reader.wrong_type(node, "a security requirement is an object from scheme to scopes");
            return None;
        }
        for (_, scopes) in node.entries().filter(|(_, scopes)| !scopes.is_array()) {
            reader.wrong_type(scopes, "the scopes of a security scheme are an array");
        }
        let schemes = node.entries().map(|scheme| RequiredScheme::read(reader, scheme)).collect();
        Some(Self { schemes })
    }
}

/// The alternatives under `security`. An empty list says that nothing is needed, none at all says
/// nothing.
pub(super) fn requirements<'a>(
    object: &mut ObjectReader<'_, 'a, '_>,
) -> Option<Vec<SecurityRequirement<'a>>> {
    let is_list = object.node("security").is_some_and(Node::is_array);
    let alternatives = object.list("security");
    is_list.then_some(alternatives)
}
