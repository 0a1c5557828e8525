//! The README of the emitted crate, which is also the front page of its documentation.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{self, Doc};
use super::{example, guide, links, program};
use crate::ir::{Crate, Family, QuickStart};

/// The file `README.md`.
pub(super) fn emit(krate: &Crate) -> String {
    let mut text = body(krate);
    let links = links::addresses(krate, &text);
    if !links.is_empty() {
        text.push_str(&format!("\n{}\n", links.join("\n")));
    }
    text
}

/// The README without the definitions of its links.
pub(super) fn body(krate: &Crate) -> String {
    let mut text = format!("# {}\n\n", krate.package.name);
    for service in &krate.services {
        let mut doc = Doc::default();
        doc.sentence(&service.title, &service.name);
        doc.paragraph(&service.docs.0);
        doc.paragraph(&service.notice.0);
        text.push_str(&doc.text());
    }
    if let Some(quick_start) = &krate.quick_start {
        text.push_str(&self::quick_start(krate, quick_start));
    }
    let shown = krate.quick_start.as_ref().map_or(0, |start| start.service);
    for section in krate.services.get(shown).iter().flat_map(|it| guide::sections(krate, it)) {
        let mut doc = Doc::default();
        doc.ours(&section.text);
        let code = section.code.join("\n");
        text.push_str(&format!(
            "\n## {}\n\n{}\n```rust,no_run\n{code}\n```\n",
            section.title,
            doc.text()
        ));
    }
    text.push_str(&features(krate));
    text.push_str(&timestamps(krate));
    text.push_str(&licence(krate));
    text
}

fn quick_start(krate: &Crate, quick_start: &QuickStart) -> String {
    let program = program(krate, quick_start).join("\n");
    let name = &krate.package.name;
    format!(
        "\n## Quick start\n\n\
         ```console\n$ cargo add {name}\n$ cargo add tokio --features macros,rt\n```\n\n\
         ```rust,no_run\n{program}\n```\n"
    )
}

/// A whole program: a client, a call, and what to do when it fails.
fn program(krate: &Crate, quick_start: &QuickStart) -> Vec<String> {
    let (service, operation) = (quick_start.service(krate), quick_start.operation(krate));
    let call = example::call(service, operation, false);
    let arms = error_arms(krate, quick_start);
    let used = match arms.is_empty() {
        true => example::used(operation, &call),
        false => quote! {
            match #call.send().await {
                Ok(body) => println!("{body:#?}"),
                Err(error) => match error.code() {
                    #arms
                    _ => return Err(error),
                },
            }
        },
    };
    let build = example::build(service, operation.needs.as_ref().unwrap_or(&service.needs));
    program::lines(
        krate,
        service,
        quote! {
            #[tokio::main(flavor = "current_thread")]
            async fn main() -> Result<()> {
                let client = #build?;
                #used
                Ok(())
            }
        },
    )
}

/// What to do about the first documented code, and about a resource that is not there.
fn error_arms(krate: &Crate, quick_start: &QuickStart) -> TokenStream {
    let errors = &quick_start.operation(krate).errors;
    let coded = quick_start.coded.and_then(|index| errors.get(index));
    let Some((code, error)) = coded.and_then(|error| Some((error.code.as_ref()?, error))) else {
        return TokenStream::new();
    };
    let meaning = format_string(&error.meaning);
    let absent = quick_start.absent.and_then(|index| errors.get(index)).map(|error| {
        let meaning = format_string(&error.meaning);
        quote! {
            _ if error.status() == Some(StatusCode::NOT_FOUND) => eprintln!(#meaning),
        }
    });
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
        let count = operations(service.operations.len());
        text.push_str(&format!("| `{module}` | yes | the module `{module}`, {count} |\n"));
        for (index, family) in service.families.iter().enumerate() {
            let Family { feature, docs, .. } = family;
            let count = operations(service.members(Some(index)).count());
            let docs = match docs.0.as_str() {
                "" => String::new(),
                docs => format!(": {}", docs::cell(docs)),
            };
            text.push_str(&format!("| `{feature}` | with `{module}` | {count}{docs} |\n"));
        }
    }
    text.push_str(
        "| `hyper` | yes | the transport over hyper and rustls; without it, the builder needs one |\n\
         | `mock` | no | the module `mock`: a transport that answers from memory, for tests |\n\
         | `blocking` | no | calls that block the thread: `SendBlocking`, and `wait` of a call |\n\
         | `tracing` | no | spans and events of `tracing` for each call |\n",
    );
    if krate.has_timestamps() {
        text.push_str(
            "| `chrono` | no | conversions between `Timestamp` and `chrono::DateTime` |\n\
             | `time` | no | conversions between `Timestamp` and `time::OffsetDateTime` |\n",
        );
    }
    text
}

/// `1 operation`, `2 operations`.
fn operations(count: usize) -> String {
    format!("{count} operation{}", if count == 1 { "" } else { "s" })
}

fn licence(krate: &Crate) -> String {
    match krate.package.license.as_str() {
        "" => String::new(),
        license => format!("\n## Licence\n\n{}\n", docs::cell(license)),
    }
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
