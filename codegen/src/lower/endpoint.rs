//! Where a service is reached, and those of its operations that are elsewhere.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Docs, Endpoint, EndpointVariable, OtherEndpoint};
use crate::lower::context::Context;
use crate::lower::described::Described;
use crate::lower::names::Candidate;
use crate::name::Ident;
use crate::openapi::{Description, Server};

/// The servers of a service: those of the first document that has any.
pub(crate) fn servers<'d, 'a>(documents: &'d [Description<'a>]) -> &'d [Server<'a>] {
    let mut lists = documents.iter().map(|document| &document.servers[..]);
    lists.find(|servers| !servers.is_empty()).unwrap_or_default()
}

/// The names that the setters of the first server's variables want, one for each variable.
pub(crate) fn candidates<'a>(servers: &[Server<'a>]) -> Vec<Candidate<'a>> {
    let variables = servers.iter().take(1).flat_map(|server| &server.variables);
    variables
        .map(|(wire, variable)| Candidate {
            wire: (*wire).to_owned(),
            rust: variable.rust_name,
            place: variable.node.key_place(),
        })
        .collect()
}

/// The first server; `setters` are those of the candidates. Without a server, or with one that has
/// no host, the caller has to say where to go.
pub(crate) fn lower(servers: &[Server<'_>], setters: Vec<Ident>) -> Endpoint {
    let Some((server, others)) = servers.split_first() else {
        let example = example("");
        return Endpoint { url: String::new(), variables: Vec::new(), example, others: Vec::new() };
    };
    let variables = server.variables.iter().zip(setters);
    let variables = variables.map(|((wire, variable), setter)| EndpointVariable {
        setter,
        wire: (*wire).to_owned(),
        default: variable.default.to_owned(),
        values: variable.values.iter().map(|value| (*value).to_owned()).collect(),
        docs: Docs(variable.description.unwrap_or_default().to_owned()),
    });
    let by_default = with_defaults(server, |_| true);
    let mut endpoint = Endpoint {
        url: trimmed(server.url).to_owned(),
        variables: variables.collect(),
        example: example(&by_default),
        others: Vec::new(),
    };
    for server in others {
        let url = with_defaults(server, |_| true);
        if url != by_default && endpoint.others.iter().all(|other| other.url != url) {
            let docs = Docs(server.description.unwrap_or_default().to_owned());
            endpoint.others.push(OtherEndpoint { url, docs });
        }
    }
    endpoint
}

/// What a caller may write in place of `url`, if that is not a whole URL.
fn example(url: &str) -> Option<String> {
    let path = url.trim_start_matches('/');
    let slash = if path.is_empty() { "" } else { "/" };
    (!has_host(url)).then(|| format!("https://service.example{slash}{path}"))
}

/// The URL of an operation that is not where the service is. What the caller chooses for a variable
/// of the service holds for it too, where both mean the same.
pub(crate) fn of_operation(
    cx: Context<'_, '_>,
    service: Option<&Server<'_>>,
    found: &Described<'_, '_>,
) -> Option<String> {
    let server = found.operation.servers.first().or(found.item.servers.first())?;
    let is_shared = |(name, default): (&str, &str)| {
        let variables = service.into_iter().flat_map(|service| &service.variables);
        variables.into_iter().any(|(wire, it)| *wire == name && it.default == default)
    };
    let url = with_defaults(server, |variable| !is_shared(variable));
    let home = service.map_or("", |service| trimmed(service.url));
    let url = if has_host(&url) {
        url
    } else if let Some(url) = resolved(home, &url) {
        url
    } else {
        let message = format!("`{url}` as the server of an operation is not supported");
        cx.report(
            Diagnostic::new(Code::Unsupported, message)
                .at(found.operation.node.key_place(), "is sent there")
                .help("write the whole URL"),
        );
        return None;
    };
    (url != home).then_some(url)
}

/// The URL of a server with the defaults of those variables that `is_fixed` names, by name and
/// default.
fn with_defaults(server: &Server<'_>, is_fixed: impl Fn((&str, &str)) -> bool) -> String {
    let mut url = trimmed(server.url).to_owned();
    for (name, variable) in &server.variables {
        if is_fixed((name, variable.default)) {
            url = url.replace(&format!("{{{name}}}"), variable.default);
        }
    }
    url
}

fn trimmed(url: &str) -> &str {
    url.trim_end_matches('/')
}

fn has_host(url: &str) -> bool {
    url.contains("://")
}

/// A relative URL as seen from `home` (RFC 3986, section 5.2), if that has a host.
fn resolved(home: &str, relative: &str) -> Option<String> {
    let scheme = home.find("://")? + 1;
    let host = scheme + "//".len();
    let path = home[host..].find('/').map_or(home.len(), |slash| host + slash);
    let folder = home[path..].rfind('/').map_or(path, |slash| path + slash);
    if relative.starts_with("//") {
        return Some(format!("{}{relative}", &home[..scheme]));
    }
    if relative.starts_with('/') {
        return Some(format!("{}{relative}", &home[..path]));
    }
    let relative = relative.strip_prefix("./").unwrap_or(relative);
    let has_steps = relative.split('/').any(|segment| matches!(segment, "" | "." | ".."));
    (!has_steps).then(|| format!("{}/{relative}", &home[..folder]))
}
