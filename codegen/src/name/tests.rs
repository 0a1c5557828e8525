//! Tables and properties of names.

mod colliding;
mod generated;
mod reserved;
mod wire_names;

use super::{Ident, Namespace};

const NAMESPACES: [Namespace; 8] = [
    Namespace::Type,
    Namespace::Variant,
    Namespace::Field,
    Namespace::Method,
    Namespace::Setter,
    Namespace::Builder,
    Namespace::Argument,
    Namespace::Module,
];

/// What holds for every identifier: Rust takes it and no naming lint of rustc fires.
fn check(namespace: Namespace, ident: &Ident) {
    let text = ident.as_str();
    assert!(syn::parse_str::<syn::Ident>(text).is_ok(), "{text:?} is no identifier");
    assert!(!namespace.reserves(text), "{text:?} is reserved in {namespace:?}");
    let lint_is_quiet = match namespace {
        Namespace::Type | Namespace::Variant => is_camel_case(text),
        _ => is_snake_case(text),
    };
    assert!(lint_is_quiet, "{text:?} has the wrong case for {namespace:?}");
    assert!(namespace != Namespace::Module || text.is_ascii(), "{text:?} is no file name");
}

/// The rule of rustc's lint `non_camel_case_types`.
fn is_camel_case(name: &str) -> bool {
    let has_case = |c: char| c.is_lowercase() || c.is_uppercase();
    let chars: Vec<char> = name.trim_matches('_').chars().collect();
    !chars.first().is_some_and(|c| c.is_lowercase())
        && !chars.windows(2).any(|pair| match pair {
            ['_', '_'] => true,
            [c, '_'] | ['_', c] => has_case(*c),
            _ => false,
        })
}

/// The rule of rustc's lint `non_snake_case`.
fn is_snake_case(name: &str) -> bool {
    let name = name.trim_matches('_');
    !name.contains("__") && !name.contains(char::is_uppercase)
}
