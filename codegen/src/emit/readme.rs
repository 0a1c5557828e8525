//! The README of the emitted crate, which is also the front page of its documentation.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{self, Doc};
use super::example;
use crate::format;
use crate::ir::{Crate, Family, Operation, Service};

/// The file `README.md`.
pub(super) fn emit(krate: &Crate) -> String {
    let mut text = format!("# {}\n\n", krate.package.name);
    for service in &krate.services {
        let mut doc = Doc::default();
        doc.sentence(&service.title, &service.name);
        doc.paragraph(&service.docs.0);
        text.push_str(&doc.text());
    }
    text.push_str(&quick_start(krate));
    text.push_str(&features(krate));
    text.push_str(&behaviour(krate));
    text.push_str(&timestamps(krate));
    text
}

fn quick_start(krate: &Crate) -> String {
    let Some((service, operation)) = krate.quick_start else { return String::new() };
    let service = &krate.services[service];
    let program = program(krate, service, &service.operations[operation]).join("\n");
    let name = &krate.package.name;
    let mut text = format!(
        "\n## Quick start\n\n\
         ```console\n$ cargo add {name}\n$ cargo add tokio --features macros,rt\n```\n\n\
         ```rust,no_run\n{program}\n```\n"
    );
    if let Some(vendor) = service.vendor {
        text.push_str(&format!("\n{}\n", vendor.environment));
    }
    text
}

/// A whole program: a client, a call, and what to do when it fails.
fn program(krate: &Crate, service: &Service, operation: &Operation) -> Vec<String> {
    let call = example::call(service, operation, false);
    let arms = error_arms(operation);
    let used = match arms.is_empty() {
        true => example::used(operation, &call),
        false => quote! {
            match #call.send().await {
                Ok(response) => println!("{response:#?}"),
                Err(error) => match error.code() {
                    #arms
                    _ => return Err(error),
                },
            }
        },
    };
    let build = example::build(service, operation.needs.as_ref().unwrap_or(&service.needs));
    let body = quote! {
        let client = #build?;
        #used
        Ok(())
    };
    let root = example::crate_name(krate);
    let mut lines = example::client_imports(krate, service);
    lines.extend(example::call_imports(krate, service, &call));
    if !arms.is_empty() {
        lines.push(format!("use {root}::ErrorCode;"));
    }
    if example::mentions(&arms, "StatusCode") {
        lines.push(format!("use {root}::http::StatusCode;"));
    }
    lines.sort();
    lines.push(String::new());
    lines.push("#[tokio::main(flavor = \"current_thread\")]".to_owned());
    lines.push(format!("async fn main() -> {root}::Result<()> {{"));
    lines.extend(format::statements(body).iter().map(|line| format!("    {line}")));
    lines.push("}".to_owned());
    lines
}

/// What to do about the first documented code, and about a resource that is not there.
fn error_arms(operation: &Operation) -> TokenStream {
    let coded = operation.errors.iter().find_map(|error| Some((error.code.as_ref()?, error)));
    let Some((code, error)) = coded else { return TokenStream::new() };
    let meaning = format_string(&error.meaning);
    let absent =
        operation.errors.iter().find(|error| error.status == "404" && error.code.is_none()).map(
            |error| {
                let meaning = format_string(&error.meaning);
                quote! {
                    _ if error.status() == Some(StatusCode::NOT_FOUND) => eprintln!(#meaning),
                }
            },
        );
    quote! {
        Some(ErrorCode::#code) => eprintln!(#meaning),
        #absent
    }
}

/// `text` as a format string that prints it.
fn format_string(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

fn features(krate: &Crate) -> String {
    let mut text = String::from(
        "\n## Cargo features\n\n| feature | on by default | brings |\n| --- | --- | --- |\n",
    );
    for service in &krate.services {
        let Some(module) = &service.module else { continue };
        let count = service.operations.len();
        text.push_str(&format!(
            "| `{module}` | yes | the module `{module}`, {count} operations |\n"
        ));
        for (index, family) in service.families.iter().enumerate() {
            let Family { feature, docs, .. } = family;
            let (count, docs) = (service.members(Some(index)).count(), docs::cell(&docs.0));
            text.push_str(&format!(
                "| `{feature}` | with `{module}` | {count} operations: {docs} |\n"
            ));
        }
    }
    text.push_str(
        "| `hyper` | yes | the transport over hyper and rustls; without it, give the builder one |\n\
         | `mock` | no | a transport that answers from memory, for tests |\n",
    );
    if krate.has_timestamps() {
        text.push_str(
            "| `chrono` | no | conversions between `Timestamp` and `chrono::DateTime` |\n\
             | `time` | no | conversions between `Timestamp` and `time::OffsetDateTime` |\n",
        );
    }
    text
}

fn behaviour(krate: &Crate) -> String {
    let codes = match krate.error_codes.variants.is_empty() {
        true => "",
        false => "\n  `Error::code` gives the documented code to match on; unknown ones are kept.",
    };
    let structs = required_structs(krate);
    let mut operations = krate.services.iter().flat_map(|service| &service.operations);
    let streams = match operations.any(|operation| operation.streamed().is_some()) {
        true => {
            "- A response that is a stream is read while it comes: `try_next` gives what is next, and\n  \
             the wait for it has the time of an attempt.\n"
        }
        false => "",
    };
    format!(
        "\n## What every call does\n\n\
         - Required values are arguments: path values first, then the others in the order of the\n  \
         description.{structs}\n\
         - Optional values are setters, and `send` performs the call.\n\
         - `as_input` returns all values of a request, and `client.request(input)` makes a request of\n  \
         them. They can be stored, compared and logged: `Debug` shows no secret.\n\
         - It fails with one type, `Error`, which has status, code, message, request id and body.{codes}\n\
         - After a failure that may pass it is repeated, with growing pauses, if that is safe:\n  \
         `RetryPolicy` and `RequestOptions` say how often and how long.\n\
         {streams}\
         - It never prints a secret, and it follows no redirect.\n"
    )
}

/// When required values are fields of a struct, with the first operation where they are.
fn required_structs(krate: &Crate) -> String {
    let mut operations = krate.services.iter().flat_map(|service| &service.operations);
    let found = operations.find_map(|it| Some((&it.name, it.required.as_ref()?)));
    found.map_or_else(String::new, |(method, required)| {
        format!(
            " More than three of them, or two neighbours that could be swapped unnoticed\n  \
             (two texts, two integers, two values of one type), are the fields of one struct:\n  \
             `{required}` is that of `{method}`."
        )
    })
}

/// What can be done with timestamps, where there are any.
fn timestamps(krate: &Crate) -> String {
    if !krate.has_timestamps() {
        return String::new();
    }
    let root = example::crate_name(krate);
    format!(
        "\n## Timestamps\n\n\
         A `Timestamp` keeps the text that the service wrote. Timestamps are ordered by time, and equal if\n\
         their texts are. They convert to and from `SystemTime` and `jiff::Timestamp`, and with a feature\n\
         to and from the types of `chrono` and `time`.\n\n\
         ```rust\n\
         use std::time::Duration;\n\n\
         use {root}::Timestamp;\n\n\
         let created = Timestamp::from(\"2015-08-11T12:17:29+08:00\");\n\
         let expires = Timestamp::from(\"2015-08-11T05:17:29Z\");\n\
         assert!(created < expires);\n\
         assert_eq!(expires.duration_since(&created), Some(Duration::from_secs(3600)));\n\n\
         // With the feature `chrono`.\n\
         let day = created.to_chrono().map(|time| time.date_naive().to_string());\n\
         assert_eq!(day.as_deref(), Some(\"2015-08-11\"));\n\
         ```\n"
    )
}
