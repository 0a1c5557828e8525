//! Where a service is reached, and those of its operations that are elsewhere.

use crate::ir::{Docs, Endpoint, EndpointVariable, OtherEndpoint};
use crate::lower::described::Described;
use crate::lower::names::Candidate;
use crate::name::Ident;
use crate::openapi::{Description, Server, ServerVariable};

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
        default: variable.default.clone(),
        values: variable.values.iter().map(|value| (*value).to_owned()).collect(),
        docs: Docs(variable.description.unwrap_or_default().to_owned()),
    });
    let by_default = with_defaults(server, |_| true);
    let mut endpoint = Endpoint {
        url: trimmed(&server.url).to_owned(),
        variables: variables.collect(),
        example: example(&by_default),
        others: Vec::new(),
    };
    for server in others {
        let url = with_defaults(server, |_| true);
        if url != by_default && endpoint.others.iter().all(|other| other.url != url) {
            let said = [server.name, server.description].into_iter().flatten();
            let docs = Docs(said.collect::<Vec<_>>().join(": "));
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

/// The URL of an operation that is not where the service is: of its own server, of that of its path,
/// or of that of its document. What the caller chooses for a variable of the service holds for it too,
/// where both mean the same. Where the service has no host, it is the path on the caller's.
pub(crate) fn of_operation(
    service: Option<&Server<'_>>,
    found: &Described<'_, '_>,
) -> Option<String> {
    let servers = [&found.operation.servers[..], found.item.servers, &found.document.servers];
    let server = servers.into_iter().find_map(<[_]>::first)?;
    if service.is_some_and(|service| trimmed(&service.url) == trimmed(&server.url))
        && service.is_some_and(|service| have_same_defaults(service, server))
    {
        return None;
    }
    let is_shared = |(name, default): (&str, &str)| {
        let variables = service.into_iter().flat_map(|service| &service.variables);
        let mut same = variables.into_iter().filter(|(wire, _)| *wire == name);
        same.any(|(_, it)| it.default == default || default.is_empty())
    };
    let is_unknown = |(name, it): &(&str, ServerVariable<'_>)| {
        it.default.is_empty() && it.values.is_empty() && !is_shared((name, ""))
    };
    if server.variables.iter().any(is_unknown) {
        // Nobody could say what it stands for, which has been reported.
        return None;
    }
    let url = replaced(server, |variable| !is_shared(variable));
    let home = service.map_or("", |service| trimmed(&service.url));
    let url = if has_host(&url) { trimmed(&url).to_owned() } else { resolved(home, &url) };
    (url != home).then_some(url)
}

/// Whether the variables of two servers of one URL are the same when the caller says nothing.
fn have_same_defaults(one: &Server<'_>, other: &Server<'_>) -> bool {
    one.variables.iter().all(|(name, variable)| {
        let same = other.variables.iter().find(|(known, _)| known == name);
        same.is_some_and(|(_, it)| it.default == variable.default)
    })
}

/// The URL of a server with the defaults of those variables that `is_fixed` names, by name and
/// default.
fn with_defaults(server: &Server<'_>, is_fixed: impl Fn((&str, &str)) -> bool) -> String {
    trimmed(&replaced(server, is_fixed)).to_owned()
}

fn replaced(server: &Server<'_>, is_fixed: impl Fn((&str, &str)) -> bool) -> String {
    let mut url = server.url.clone().into_owned();
    for (name, variable) in &server.variables {
        if is_fixed((name, &variable.default)) {
            url = url.replace(&format!("{{{name}}}"), &variable.default);
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

/// A relative URL as seen from `home` (RFC 3986, section 5.2). If `home` has no host, the result is a
/// path, which begins with a slash.
fn resolved(home: &str, relative: &str) -> String {
    if relative.is_empty() {
        return home.to_owned();
    }
    let scheme = home.find("://").map(|colon| colon + 1);
    if let (true, Some(scheme)) = (relative.starts_with("//"), scheme) {
        return format!("{}{}", &home[..scheme], trimmed(relative));
    }
    let host = scheme.map_or(0, |scheme| scheme + "//".len());
    let path = home[host..].find('/').map_or(home.len(), |slash| host + slash);
    let mut segments: Vec<&str> = match relative.starts_with('/') {
        true => Vec::new(),
        false => home[path..].split('/').filter(|segment| !segment.is_empty()).collect(),
    };
    if !relative.starts_with('/') {
        // What stands last is a file, in whose folder the relative URL is looked for.
        segments.pop();
    }
    for segment in relative.split('/') {
        match segment {
            "" | "." => {}
            ".." => _ = segments.pop(),
            segment => segments.push(segment),
        }
    }
    let host = &home[..path];
    match (segments.is_empty(), scheme) {
        (true, None) => "/".to_owned(),
        (true, Some(_)) => host.to_owned(),
        (false, _) => format!("{host}/{}", segments.join("/")),
    }
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn relative_servers_are_seen_from_the_service() {
        for (home, relative, expected) in [
            ("https://h/api/v1", "", "https://h/api/v1"),
            ("https://h/api/v1", "/", "https://h"),
            ("https://h/api/v1", "/v2/", "https://h/v2"),
            ("https://h/api/v1", "v2", "https://h/api/v2"),
            ("https://h/api/v1", "./v2/x", "https://h/api/v2/x"),
            ("https://h/api/v1", "../v2", "https://h/v2"),
            ("https://h/api/v1", "../../../v2", "https://h/v2"),
            ("https://h", "v2", "https://h/v2"),
            ("https://h/api", "//other/", "https://other"),
            ("/api/v1", "/v2", "/v2"),
            ("/api/v1", "v2", "/api/v2"),
            ("/api/v1", "", "/api/v1"),
            ("/api/v1", "/", "/"),
            ("", "v2", "/v2"),
            ("", "", ""),
        ] {
            assert_eq!(resolved(home, relative), expected, "{relative} from {home}");
        }
    }
}
