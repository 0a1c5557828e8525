//! From OpenAPI to the client in Rust: every decision is taken here, once.

mod described;
mod endpoint;
mod error_codes;
mod examples;
mod names;
mod operation;
mod pagination;
mod request;
mod response;
mod security;
mod service;
mod types;
mod webhooks;

use crate::diagnostic::Diagnostics;
use crate::ir::{Crate, Package, ResponseBody, Service};
use crate::name::{self, Namespace};
use crate::openapi::{Document, Read, Reader};
use crate::source::Sources;
use crate::{Project, ServiceInput};

use error_codes::ErrorCodes;

/// Lowers what `project` names. What is wrong goes to `diagnostics`; the result is of use only
/// when no error is among them.
pub(crate) fn lower(project: &Project, sources: &Sources, diagnostics: &mut Diagnostics) -> Crate {
    let mut reader = Reader::new(sources, diagnostics, project.strictness);
    let inputs: Vec<_> =
        project.services.iter().map(|input| (input, read_documents(&mut reader, input))).collect();
    let mut error_codes = ErrorCodes::default();
    for (_, documents) in &inputs {
        error_codes.collect(&mut reader, documents);
    }
    let (error_codes, variants) = error_codes.finish(&mut reader);
    let services: Vec<Service> = inputs
        .iter()
        .map(|(input, documents)| service::lower(&mut reader, input, documents, &error_codes))
        .collect();
    let quick_start = quick_start(&mut reader, &inputs, &services);
    reader.note_left_out();
    Crate { package: package(&project.package), services, error_codes: variants, quick_start }
}

/// The package with a name that cargo takes: ASCII, no digit first, no word of Rust.
fn package(package: &Package) -> Package {
    let is_allowed =
        |character: char| character.is_ascii_alphanumeric() || "-_".contains(character);
    let name: String =
        package.name.chars().map(|it| if is_allowed(it) { it } else { '-' }).collect();
    let name = name.trim_matches(['-', '_']);
    let is_crate_name = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name::ident(Namespace::Module, name).as_str() == name.replace('-', "_").to_lowercase()
        && !matches!(name, "alloc" | "core" | "proc_macro" | "std" | "test");
    let name = if is_crate_name { name.to_owned() } else { format!("client-{name}") };
    let version = match package.version.as_str() {
        "" => "0.1.0",
        version => version,
    };
    Package {
        name: name.trim_end_matches('-').to_owned(),
        version: version.to_owned(),
        ..package.clone()
    }
}

fn read_documents<'a>(reader: &mut Reader<'a, '_>, input: &ServiceInput) -> Vec<Document<'a>> {
    let roots = input.documents.iter().map(|id| reader.sources.root(*id)).collect::<Vec<_>>();
    roots.into_iter().filter_map(|root| Document::read(reader, root)).collect()
}

/// The operation that the README begins with: the one a document names, else the first
/// that takes the least to call.
fn quick_start(
    reader: &mut Reader<'_, '_>,
    inputs: &[(&ServiceInput, Vec<Document<'_>>)],
    services: &[Service],
) -> Option<(usize, usize)> {
    for ((_, documents), (index, service)) in inputs.iter().zip(services.iter().enumerate()) {
        for wanted in documents.iter().filter_map(|document| document.quick_start) {
            let found = service.operations.iter().position(|it| it.id == wanted.text);
            if let Some(operation) = found {
                return Some((index, operation));
            }
            let known = service.operations.iter().map(|it| it.id.as_str());
            reader.report(service::unknown_operation(wanted, known));
        }
    }
    let (index, service) = services.iter().enumerate().find(|(_, it)| !it.operations.is_empty())?;
    let operations = service.operations.iter().enumerate();
    let easiest = operations.min_by_key(|(_, it)| {
        let is_stream = matches!(it.response, ResponseBody::Stream(_));
        (is_stream, it.method, it.arguments.len(), it.example.call.options.len())
    })?;
    Some((index, easiest.0))
}
