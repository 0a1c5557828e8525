//! From OpenAPI to the client in Rust: every decision is taken here, once.

mod aliases;
mod context;
mod described;
mod docs;
mod endpoint;
mod error_codes;
mod examples;
#[cfg(test)]
mod linear;
mod lost;
mod media;
mod names;
mod operation;
mod own;
mod pagination;
mod request;
mod response;
mod security;
mod service;
mod short_ids;
mod tags;
mod types;
mod webhooks;

use crate::Project;
use crate::diagnostic::{Diagnostics, Findings};
use crate::ir::{Crate, Package, QuickStart, ResponseBody, Service};
use crate::name::{self, Namespace};
use crate::openapi::{Api, Description};
use crate::runtime;
use crate::source::Sources;

use context::Context;
use error_codes::FoundErrorCodes;
use types::Model;

/// Lowers what `project` names. What is wrong goes to `diagnostics`; the result is of use only
/// when no error is among them.
pub(crate) fn lower(project: &Project, sources: &Sources, diagnostics: &mut Diagnostics) -> Crate {
    let findings = Findings::new(diagnostics);
    let documents = project.services.iter().map(|input| &input.documents[..]);
    let api = Api::read(sources, documents, &findings);
    let (objects, vendors) = (&api.objects, project.vendors);
    let cx = Context { sources, objects, findings: &findings, vendors, vendor: None };
    let model = Model::new(&api.objects, &findings);
    let mut error_codes = FoundErrorCodes::default();
    api.services.iter().for_each(|documents| error_codes.collect(cx, documents));
    let (error_codes, variants) = error_codes.finish(cx);
    let mut services: Vec<Service> = project
        .services
        .iter()
        .zip(&api.services)
        .map(|(input, documents)| service::lower(cx, &model, input, documents, &error_codes))
        .collect();
    let quick_start = quick_start(cx, &api.services, &services);
    findings.finish(diagnostics);
    let quick_start = quick_start.map(|(service, operation)| {
        let errors = &services[service].operations[operation].errors;
        QuickStart {
            service,
            operation,
            coded: errors.iter().position(|error| error.code.is_some()),
            absent: errors.iter().position(|error| error.status == "404" && error.code.is_none()),
        }
    });
    let package = package(&project.package);
    for service in &mut services {
        if service.title.trim().is_empty() {
            service.title.clone_from(&package.name);
        }
        if service.name.is_empty() {
            service.name.clone_from(&service.title);
        }
    }
    let command = project.command.clone();
    Crate { package, command, services, error_codes: variants, quick_start }
}

/// The name that a crate gets which is asked to be called `name`: one that cargo takes. It is ASCII,
/// begins with no digit, and is neither a word of Rust nor the name of a crate that it depends on.
pub fn crate_name(name: &str) -> String {
    let is_allowed =
        |character: char| character.is_ascii_alphanumeric() || "-_".contains(character);
    let name: String = name.chars().map(|it| if is_allowed(it) { it } else { '-' }).collect();
    let name = name.trim_matches(['-', '_']);
    let is_crate_name = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name::ident(Namespace::Module, name).as_str() == name.replace('-', "_").to_lowercase()
        && !matches!(name, "alloc" | "core" | "proc_macro" | "std" | "test")
        && !runtime::is_dependency(name);
    let name = if is_crate_name { name.to_owned() } else { format!("client-{name}") };
    name.trim_end_matches('-').to_owned()
}

/// The package with a name that cargo takes.
fn package(package: &Package) -> Package {
    let version = match package.version.as_str() {
        "" => "0.1.0",
        version => version,
    };
    Package { name: crate_name(&package.name), version: version.to_owned(), ..package.clone() }
}

/// The operation that the README begins with: the one a document names, else the first
/// that takes the least to call.
fn quick_start(
    cx: Context<'_, '_>,
    inputs: &[Vec<Description<'_>>],
    services: &[Service],
) -> Option<(usize, usize)> {
    for (documents, (index, service)) in inputs.iter().zip(services.iter().enumerate()) {
        for wanted in documents.iter().filter_map(|document| document.quick_start) {
            let found = service.operations.iter().position(|it| it.id == wanted.text);
            if let Some(operation) = found {
                return Some((index, operation));
            }
            let known = service.operations.iter().map(|it| it.id.as_str());
            cx.report(service::unknown_operation(wanted, known));
        }
    }
    let (index, service) = services.iter().enumerate().find(|(_, it)| !it.operations.is_empty())?;
    let operations = service.operations.iter().enumerate();
    let easiest = operations.min_by_key(|(_, it)| {
        let is_stream = matches!(it.response, ResponseBody::Stream(_));
        (is_stream, &it.method, it.arguments.len(), it.example.call.options.len())
    })?;
    Some((index, easiest.0))
}
