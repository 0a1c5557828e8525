//! From the client in Rust to tokens: templates, one file per kind of output. Nothing is decided
//! here, and nothing that is the same for every description is written here: that is the runtime.

mod client;
mod credentials;
mod derive;
mod docs;
mod enums;
mod error_bodies;
mod error_code;
mod example;
mod guide;
mod imports;
mod links;
mod literal;
mod manifest;
mod modules;
mod operation;
mod pagination;
mod parts;
mod program;
mod readme;
mod record;
mod responses_by_status;
mod statuses;
mod steering;
mod stream;
mod ty;
mod types;
mod wire_tests;

use std::collections::HashMap;

use proc_macro2::TokenStream;

use crate::format;
use crate::ir::{Crate, Home, Item, Service};

/// A file of the emitted crate, to be written when its turn comes: the tokens of one file are all
/// that is in memory then, and files can be written side by side.
pub(crate) struct File<'k> {
    pub(crate) path: String,
    content: FileContent<'k>,
}

enum FileContent<'k> {
    /// Rust, to be printed: what stands above it, and what makes its tokens.
    Rust { head: String, tokens: Box<dyn Fn() -> TokenStream + Send + Sync + 'k> },
    /// Text that is already as it should be.
    Text(String),
}

impl File<'_> {
    /// Its text.
    pub(crate) fn text(&self) -> String {
        match &self.content {
            FileContent::Rust { head, tokens } => format::file(head, tokens),
            FileContent::Text(text) => text.clone(),
        }
    }
}

/// The files of the whole crate.
pub(crate) fn files(krate: &Crate) -> Vec<File<'_>> {
    let parts = parts::parts(krate);
    let mut files = vec![
        text("Cargo.toml", manifest::emit(krate, &parts)),
        text("README.md", readme::emit(krate)),
    ];
    files.extend(parts.iter().map(|part| {
        let path = format!("src/runtime/{}.rs", part.name);
        text(&path, format!("{}{}", format::RUNTIME_HEAD, part.text))
    }));
    let of_root = parts.clone();
    files.push(rust(krate, "src/lib.rs", "the descriptions", move || {
        modules::root(krate, &of_root)
    }));
    files.push(rust(krate, "src/runtime/mod.rs", "the descriptions", move || {
        modules::runtime(&parts)
    }));
    if !krate.error_codes.variants.is_empty() {
        files.push(rust(krate, "src/error_code.rs", "the documented error codes", || {
            error_code::emit(&krate.error_codes)
        }));
    }
    for service in &krate.services {
        files.extend(of_service(krate, service));
    }
    files
}

fn of_service<'k>(krate: &'k Crate, service: &'k Service) -> Vec<File<'k>> {
    let folder = match &service.module {
        Some(module) => format!("src/{module}"),
        None => "src".to_owned(),
    };
    let documents = service.title.as_str();
    let mut files = vec![
        rust(krate, &format!("{folder}/client.rs"), documents, || client::emit(krate, service)),
        rust(krate, &format!("{folder}/operation/mod.rs"), documents, || {
            modules::operation(service)
        }),
        rust(krate, &format!("{folder}/types/mod.rs"), documents, || modules::types(service)),
    ];
    if service.module.is_some() {
        let path = format!("{folder}/mod.rs");
        files.push(rust(krate, &path, documents, || modules::service(krate, service)));
    }
    let mut own_items: HashMap<usize, Vec<&Item>> = HashMap::new();
    for item in &service.types {
        if let Home::Operation(index) = item.home {
            own_items.entry(index).or_default().push(item);
        }
    }
    for (family, folder) in families(service, &folder) {
        if wire_tests::has_tests(service, family) {
            let path = format!("{folder}/wire_tests.rs");
            files.push(rust(krate, &path, "the examples", move || {
                wire_tests::emit(service, family)
            }));
        }
        if family.is_some() {
            let path = format!("{folder}/mod.rs");
            files.push(rust(krate, &path, documents, move || modules::operations(service, family)));
        }
        for (index, operation) in service.members(family) {
            let path = format!("{folder}/{}.rs", operation.file);
            let origin = format!("{}: {}", operation.origin.document, operation.origin.line);
            let items = own_items.remove(&index).unwrap_or_default();
            files.push(rust(krate, &path, &origin, move || {
                operation::emit(krate, service, index, &items)
            }));
        }
    }
    for item in service.types.iter().filter(|item| item.home == Home::Types) {
        let path = format!("{folder}/types/{}.rs", item.file);
        let origin = format!("{}: {}", item.document, item.source);
        files.push(rust(krate, &path, &origin, || types::emit(service, item)));
    }
    files
}

/// The folders of operations: one, or one for each family.
fn families(service: &Service, folder: &str) -> Vec<(Option<usize>, String)> {
    if service.families.is_empty() {
        return vec![(None, format!("{folder}/operation"))];
    }
    let families = service.families.iter().enumerate();
    families
        .map(|(index, family)| (Some(index), format!("{folder}/operation/{}", family.module)))
        .collect()
}

/// A file of Rust that is generated from `origin`.
fn rust<'k>(
    krate: &Crate,
    path: &str,
    origin: &str,
    tokens: impl Fn() -> TokenStream + Send + Sync + 'k,
) -> File<'k> {
    let head = format::head("//", &krate.command, Some(origin));
    let content = FileContent::Rust { head, tokens: Box::new(tokens) };
    File { path: path.to_owned(), content }
}

fn text(path: &str, text: String) -> File<'static> {
    File { path: path.to_owned(), content: FileContent::Text(text) }
}
