//! Programs in documentation: functions, and the imports that they need.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};

use super::example;
use crate::format;
use crate::ir::{Crate, Service};

/// What a program may name without a path, and the module of the crate that shows it.
const NAMES: &[(&str, &str)] = &[
    ("Attempt", "::transport"),
    ("BodyStream", "::transport"),
    ("BoxFuture", "::transport"),
    ("Bytes", "::bytes"),
    ("CallContext", "::intercept"),
    ("Error", ""),
    ("ErrorCode", ""),
    ("ErrorKind", ""),
    ("HeaderValue", "::http"),
    ("HyperTransport", "::transport"),
    ("Inspect", ""),
    ("Intercept", "::intercept"),
    ("Limits", "::transport"),
    ("Method", "::http"),
    ("MockTransport", "::mock"),
    ("Proxies", "::transport"),
    ("Reply", "::mock"),
    ("Request", "::http"),
    ("RequestOptions", ""),
    ("Response", "::http"),
    ("Result", ""),
    ("RetryPolicy", ""),
    ("SendAs", ""),
    ("SendBlocking", ""),
    ("StatusCode", "::http"),
    ("Transport", "::transport"),
    ("TransportError", "::transport"),
    ("Uri", "::http"),
    ("Wait", ""),
];

/// The lines of a program about the client of `service`.
pub(super) fn lines(krate: &Crate, service: &Service, functions: TokenStream) -> Vec<String> {
    let mut found = BTreeSet::new();
    find(&functions, &mut found);
    let root = example::crate_name(krate);
    let client = example::module_path(krate, service);
    let of_crate = NAMES.iter().map(|(name, module)| (*name, format!("{root}{module}")));
    let credentials = service.vendor.map(|vendor| (vendor.credentials.as_str(), root.clone()));
    let of_vendor = service.vendor.map_or(&[][..], |vendor| vendor.names);
    let of_vendor = of_vendor.iter().map(|(name, module)| (*name, format!("{root}{module}")));
    let of_client = ["Client", "operation", "types"].map(|name| (name, client.clone()));
    let json = [("Value", "serde_json".to_owned())];
    let others = ["Duration", "Instant", "SystemTime"].map(|name| (name, "std::time".to_owned()));
    let mut modules: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (name, module) in
        of_crate.chain(credentials).chain(of_vendor).chain(of_client).chain(others).chain(json)
    {
        if found.contains(name) {
            modules.entry(module).or_default().insert(name);
        }
    }
    let mut lines: Vec<String> = modules
        .into_iter()
        .map(|(module, names)| match Vec::from_iter(names).as_slice() {
            [name] => format!("use {module}::{name};"),
            names => format!("use {module}::{{{}}};", names.join(", ")),
        })
        .collect();
    lines.push(String::new());
    lines.extend(format::items(functions));
    lines
}

/// Finds the names that stand alone or begin a path.
fn find(tokens: &TokenStream, found: &mut BTreeSet<String>) {
    let (mut is_inside, mut colons) = (false, 0);
    for token in tokens.clone() {
        match &token {
            TokenTree::Ident(ident) if !is_inside => {
                found.insert(ident.to_string());
            }
            TokenTree::Group(group) => find(&group.stream(), found),
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        let punct = if let TokenTree::Punct(punct) = &token { punct.as_char() } else { ' ' };
        colons = if punct == ':' { colons + 1 } else { 0 };
        is_inside = punct == '.' || colons == 2;
    }
}
