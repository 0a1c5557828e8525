//! Security schemes: which of them requests need, and what a caller gives for each.

use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::http;
use crate::ir::{CredentialKind, KeyPlace};
use crate::lower::context::Context;
use crate::openapi::{
    ApiKeyPlace, Description, Flow, RequiredScheme, SecurityKind, SecurityScheme, SecuritySchemeId,
    Text,
};
use crate::source::{Node, Place};
use crate::vendor;

/// A security scheme that some request needs.
pub(crate) struct Scheme<'a> {
    pub(crate) name: &'a str,
    pub(crate) place: Place,
    pub(crate) means: Means,
    /// `x-rust-name`.
    pub(crate) rust: Option<Text<'a>>,
    /// What the description says about it.
    pub(crate) docs: String,
}

/// What meets a security scheme.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Means {
    /// What the client sends for the caller.
    Credential(CredentialKind),
    /// A certificate of the connection.
    Certificate,
    /// Nothing but an authorizer of the caller's.
    Authorizer,
}

/// The schemes that were needed so far; an index into them stands for a scheme.
#[derive(Default)]
pub(crate) struct Schemes<'a>(pub(crate) Vec<Scheme<'a>>);

impl<'a> Schemes<'a> {
    /// The scheme that a requirement in `document` names at `node`. It may be declared in another
    /// document of the service. One that is not declared is reported once.
    pub(crate) fn named(
        &mut self,
        cx: Context<'_, 'a>,
        documents: &[Description<'a>],
        document: &Description<'a>,
        RequiredScheme { name, node, target }: RequiredScheme<'a>,
    ) -> usize {
        let all = std::iter::once(document).chain(documents);
        let mut declared = all.flat_map(|document| &document.components.security_schemes);
        let of_component = || declared.find(|(it, _)| *it == name).map(|(_, scheme)| *scheme);
        let scheme = match target.or_else(of_component) {
            Some(scheme) => Scheme::read(cx, name, scheme),
            None => {
                if !self.0.iter().any(|known| known.name == name) {
                    cx.report(undeclared(documents, name, node));
                }
                None
            }
        };
        // Of a scheme that says nothing, an authorizer may know more.
        self.add(scheme.unwrap_or_else(|| Scheme {
            name,
            place: node.key_place(),
            means: Means::Authorizer,
            rust: None,
            docs: String::new(),
        }))
    }

    /// All that are declared.
    pub(crate) fn all(cx: Context<'_, 'a>, documents: &[Description<'a>]) -> Self {
        let mut schemes = Self::default();
        for (name, scheme) in documents.iter().flat_map(|it| &it.components.security_schemes) {
            if let Some(scheme) = Scheme::read(cx, name, *scheme) {
                schemes.add(scheme);
            }
        }
        schemes
    }

    /// Documents of one service may declare the same scheme each.
    fn add(&mut self, scheme: Scheme<'a>) -> usize {
        let is_known = |it: &Scheme<'_>| it.name == scheme.name && it.means == scheme.means;
        self.0.iter().position(is_known).unwrap_or_else(|| {
            self.0.push(scheme);
            self.0.len() - 1
        })
    }
}

impl<'a> Scheme<'a> {
    fn read(cx: Context<'_, 'a>, name: &'a str, given: SecuritySchemeId) -> Option<Self> {
        let scheme = cx.objects.resolve(given)?;
        let means = means(cx, &scheme.kind);
        if let (Means::Authorizer, SecurityKind::Http { scheme: http, .. }) = (&means, &scheme.kind)
        {
            let message = format!("security scheme `{http}` is not supported yet");
            cx.report(
                Diagnostic::new(Code::Unsupported, message)
                    .at(scheme.node.key_place(), "declared here")
                    .help("give the client's builder an `authorizer` of your own"),
            );
        }
        let (place, docs) = (scheme.node.key_place(), docs(&scheme));
        Some(Self { name, place, means, rust: scheme.rust_name, docs })
    }
}

fn means(cx: Context<'_, '_>, kind: &SecurityKind<'_>) -> Means {
    let kind = match kind {
        SecurityKind::ApiKey { place, name } => {
            let place = match place {
                ApiKeyPlace::Header => KeyPlace::Header,
                ApiKeyPlace::Query => KeyPlace::Query,
                ApiKeyPlace::Cookie => KeyPlace::Cookie,
            };
            CredentialKind::ApiKey(place, (*name).to_owned())
        }
        SecurityKind::Http { scheme, .. } => match vendor::of_scheme(scheme, cx.vendors) {
            Some(vendor) => CredentialKind::Signature(vendor),
            None => return of_http(scheme),
        },
        // The token goes over the wire as a bearer token; how it is obtained is up to the caller.
        SecurityKind::OAuth2 { .. } | SecurityKind::OpenIdConnect { .. } => CredentialKind::Bearer,
        SecurityKind::MutualTls => return Means::Certificate,
    };
    Means::Credential(kind)
}

/// What meets a scheme of HTTP that is not a vendor's.
fn of_http(scheme: &str) -> Means {
    // Case does not matter (RFC 9110, section 11.1).
    Means::Credential(match scheme.to_ascii_lowercase().as_str() {
        "bearer" => CredentialKind::Bearer,
        "basic" => CredentialKind::Basic,
        // Each request has credentials of its own, of what the server said before or of itself.
        "concealed" | "digest" | "dpop" | "gnap" | "hoba" | "mutual" | "negotiate" | "ntlm"
        | "oauth" | "privatetoken" | "scram-sha-1" | "scram-sha-256" | "signature" => {
            return Means::Authorizer;
        }
        _ if http::is_token(scheme) => {
            CredentialKind::ApiKey(KeyPlace::Authorization, scheme.to_owned())
        }
        _ => return Means::Authorizer,
    })
}

/// The description's words, and where a token comes from.
fn docs(scheme: &SecurityScheme<'_>) -> String {
    let mut docs = scheme.description.unwrap_or_default().trim().to_owned();
    if scheme.deprecated {
        let space = if docs.is_empty() { "" } else { "\n\n" };
        docs.push_str(space);
        docs.push_str("The service asks callers not to use this any more.");
    }
    let more = match &scheme.kind {
        SecurityKind::Http { bearer_format: Some(format), .. } => format!("Format: {format}."),
        SecurityKind::OAuth2 { flows, metadata } => {
            let how = match &addresses(flows)[..] {
                [] => "Obtain a token with OAuth 2.".to_owned(),
                all => format!("Obtain a token with OAuth 2 from {}.", all.join(" and ")),
            };
            match metadata {
                Some(url) => format!("{how} What its server can do stands at {url}."),
                None => how,
            }
        }
        SecurityKind::OpenIdConnect { url: Some(url) } => {
            format!("Obtain a token with OpenID Connect as {url} says.")
        }
        _ => return docs,
    };
    if !docs.is_empty() {
        docs.push_str("\n\n");
    }
    docs + &more
}

fn addresses<'a>(flows: &[Flow<'a>]) -> Vec<&'a str> {
    let mut addresses = Vec::new();
    for url in flows
        .iter()
        .flat_map(|flow| [flow.authorization_url, flow.device_url, flow.token_url])
        .flatten()
    {
        if !addresses.contains(&url) {
            addresses.push(url);
        }
    }
    addresses
}

fn undeclared(documents: &[Description<'_>], name: &str, node: Node<'_>) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(Code::UnresolvedReference, format!("there is no security scheme `{name}`"))
            .at(node.key_place(), "declared nowhere");
    let declared = documents.iter().flat_map(|it| &it.components.security_schemes);
    match suggest(name, declared.map(|(declared, _)| *declared)) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => {
            let key = documents.first().map_or("", |it| it.components.security_key);
            diagnostic.help(format!("declare `{name}` in `{key}`"))
        }
    }
}
