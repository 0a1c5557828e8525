//! Where a service is reached.

use super::names::Candidate;
use crate::ir::{Docs, Endpoint, EndpointVariable};
use crate::name::Ident;
use crate::spec::{Document, Server};

/// The first server that a document names. Without one the caller has to say where to go.
pub(super) fn server<'d, 'a>(documents: &'d [Document<'a>]) -> Option<&'d Server<'a>> {
    documents.iter().find_map(|document| document.servers.first())
}

/// The names that the setters of the variables want, one for each variable.
pub(super) fn candidates<'a>(server: Option<&Server<'a>>) -> Vec<Candidate<'a>> {
    let variables = server.map_or(&[][..], |server| &server.variables);
    variables
        .iter()
        .map(|(wire, variable)| Candidate {
            wire: (*wire).to_owned(),
            rust: None,
            place: variable.node.key_place(),
        })
        .collect()
}

/// The endpoint; `setters` are those of the candidates.
pub(super) fn lower(server: Option<&Server<'_>>, setters: Vec<Ident>) -> Endpoint {
    let Some(server) = server else {
        return Endpoint { url: String::new(), variables: Vec::new() };
    };
    let variables = server
        .variables
        .iter()
        .zip(setters)
        .map(|((wire, variable), setter)| EndpointVariable {
            setter,
            wire: (*wire).to_owned(),
            default: variable.default.to_owned(),
            docs: Docs(variable.description.unwrap_or_default().to_owned()),
        })
        .collect();
    Endpoint { url: server.url.trim_end_matches('/').to_owned(), variables }
}
