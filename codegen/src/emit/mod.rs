//! From the client in Rust to tokens: templates, one file per kind of output. Nothing is decided
//! here, and nothing that is the same for every description is written here: that is the runtime.

mod client;
mod docs;
mod error_code;
mod example;
mod imports;
mod manifest;
mod modules;
mod operation;
mod readme;
mod ty;
mod types;
mod wire_tests;

use proc_macro2::TokenStream;

use crate::ir::{Crate, Home, Service};
use crate::{format, runtime};

/// A file of the emitted crate.
#[derive(Debug)]
pub(crate) enum File {
    /// Rust, to be printed: what it is generated from, and its tokens.
    Rust { path: String, origin: String, tokens: TokenStream },
    /// Text that is already as it should be.
    Text { path: String, text: String },
}

impl File {
    /// Its path and its text.
    pub(crate) fn print(self) -> (String, String) {
        match self {
            Self::Rust { path, origin, tokens } => (path, format::file(&origin, tokens)),
            Self::Text { path, text } => (path, text),
        }
    }
}

/// Emits the whole crate.
pub(crate) fn emit(krate: &Crate) -> Vec<File> {
    let parts = runtime::parts(krate);
    let mut files = vec![
        File::Text { path: "Cargo.toml".to_owned(), text: manifest::emit(krate, &parts) },
        File::Text { path: "README.md".to_owned(), text: readme::emit(krate) },
        rust("src/lib.rs", "the descriptions", modules::root(krate, &parts)),
        rust("src/runtime/mod.rs", "the descriptions", modules::runtime(&parts)),
    ];
    files.extend(parts.iter().map(|part| File::Text {
        path: format!("src/runtime/{}.rs", part.name),
        text: part.text.to_owned(),
    }));
    if !krate.error_codes.variants.is_empty() {
        let tokens = error_code::emit(&krate.error_codes);
        files.push(rust("src/error_code.rs", "the documented error codes", tokens));
    }
    for service in &krate.services {
        files.extend(emit_service(krate, service));
    }
    files
}

fn emit_service(krate: &Crate, service: &Service) -> Vec<File> {
    let folder = match &service.module {
        Some(module) => format!("src/{module}"),
        None => "src".to_owned(),
    };
    let documents = service.title.as_str();
    let mut files = vec![
        rust(&format!("{folder}/client.rs"), documents, client::emit(krate, service)),
        rust(&format!("{folder}/operation/mod.rs"), documents, modules::operation(service)),
        rust(&format!("{folder}/types/mod.rs"), documents, modules::types(service)),
    ];
    if service.module.is_some() {
        files.push(rust(&format!("{folder}/mod.rs"), documents, modules::service(krate, service)));
    }
    for (family, folder) in families(service, &folder) {
        if let Some(tokens) = wire_tests::emit(service, family) {
            files.push(rust(&format!("{folder}/wire_tests.rs"), "the examples", tokens));
        }
        if family.is_some() {
            let tokens = modules::operations(service, family);
            files.push(rust(&format!("{folder}/mod.rs"), documents, tokens));
        }
        for (index, operation) in service.members(family) {
            let path = format!("{folder}/{}.rs", operation.file);
            let origin = format!("{}: {}", operation.origin.document, operation.origin.line);
            files.push(rust(&path, &origin, operation::emit(krate, service, index)));
        }
    }
    for item in service.types.iter().filter(|item| item.home == Home::Types) {
        let path = format!("{folder}/types/{}.rs", item.file);
        let origin = format!("{}: {}", item.document, item.source);
        files.push(rust(&path, &origin, types::emit(service, item)));
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

fn rust(path: &str, origin: &str, tokens: TokenStream) -> File {
    File::Rust { path: path.to_owned(), origin: origin.to_owned(), tokens }
}
