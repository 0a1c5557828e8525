//! A service: its documents, its operations, where it is reached and how it is signed.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::ServiceInput;
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::ir::{Docs, Endpoint, Family, Item, Needs, Operation, Service};
use crate::lower::described::Described;
use crate::lower::endpoint;
use crate::lower::names::{self, Candidate};
use crate::lower::operation::{self, Names, OperationDraft};
use crate::lower::pagination;
use crate::lower::response::error_bodies::Errors;
use crate::lower::security::Security;
use crate::lower::types::proper_names;
use crate::lower::types::{self, Types};
use crate::lower::webhooks::Payloads;
use crate::name::{self, Ident, Namespace};
use crate::openapi::{Document, Read, Reader, Reference, Schema, Server, Text};
use crate::source::Node;

/// Lowers the documents of one service.
pub(crate) fn lower<'a>(
    reader: &mut Reader<'a, '_>,
    input: &ServiceInput,
    documents: &[Document<'a>],
    error_codes: &BTreeMap<String, Ident>,
) -> Service {
    let tags = input.module.as_deref().map_or_else(Vec::new, |_| family_tags(documents));
    let mut found = find_operations(documents, &tags);
    report_duplicate_ids(reader, &found);
    let names = name_operations(reader, &mut found);
    // The document that the others share speaks for the service; it has no paths of its own.
    let front = documents.iter().find(|document| document.paths.is_empty());
    let front = front.or(documents.first());
    let security = Security::read(reader, documents, front, &found);
    // The runtime knows what the errors of services look like that are signed with `bce-auth-v1`.
    let errors = Errors { codes: error_codes, are_typed: !security.is_signed() };
    let mut types = components(reader, documents, &errors);
    let drafts: Vec<_> = found
        .iter()
        .zip(names)
        .map(|(found, names)| operation::lower(reader, &mut types, found, names, &errors))
        .collect();
    let payloads = Payloads::lower(reader, &mut types, documents, &found);
    types.lower_waiting(reader);
    let untyped = std::mem::take(&mut types.untyped);
    let requests: Vec<_> = drafts
        .iter()
        .zip(&found)
        .map(|(draft, found)| (draft.operation.request.clone(), found.operation.node.place()))
        .collect();
    let mut items = types.finish(reader, &requests);
    mark_used(&mut items, &drafts);
    payloads.mark(&mut items, tags.len());
    types::drop_unknown(&mut items);
    types::free_read_only(&mut items);
    let servers = endpoint::servers(documents);
    let operations = drafts
        .into_iter()
        .zip(&found)
        .map(|(draft, found)| complete(reader, draft, found, servers, &items))
        .collect();
    let (endpoint, credentials) = builder(reader, servers, &security);
    let mut service = Service {
        module: input.module.as_deref().map(|module| name::ident(Namespace::Module, module)),
        name: input.module.clone().unwrap_or_default(),
        title: front.and_then(|it| it.title).unwrap_or_default().to_owned(),
        docs: Docs(front.and_then(|it| it.description).unwrap_or_default().to_owned()),
        endpoint,
        credentials: Vec::new(),
        needs: Needs::new(),
        wants_certificate: false,
        request_id_header: "x-request-id",
        families: families(input.module.as_deref().unwrap_or_default(), &tags, documents),
        operations,
        types: items,
        untyped,
        described: documents.iter().map(|document| described(reader, document)).sum(),
    };
    security.finish(credentials, &mut service);
    if service.is_signed() {
        service.request_id_header = "x-bce-request-id";
    }
    service
}

/// The types of the components.
fn components<'a>(
    reader: &mut Reader<'a, '_>,
    documents: &[Document<'a>],
    errors: &Errors<'_>,
) -> Types<'a> {
    let schemas = documents.iter().flat_map(|document| &document.components.schemas);
    let schemas: Vec<_> = schemas.copied().collect();
    let declared = schemas.iter().map(|(name, node)| (node.place(), *name)).collect();
    let parts = proper_names::of_parts(reader, &schemas, &declared);
    let mut types = Types { declared, parts, ..Types::default() };
    for document in documents {
        let schemas = &document.components.schemas;
        match errors.are_typed {
            true => types.components(reader, schemas),
            // What only errors lead to is of no use, and what else is used is lowered there.
            false => check(reader, schemas),
        }
    }
    types
}

/// Marks the items that operations lead to.
fn mark_used(items: &mut [Item], drafts: &[OperationDraft<'_>]) {
    for OperationDraft { operation, .. } in drafts {
        let sent = operation.inputs().map(|it| &it.ty);
        types::mark(items, sent, true, operation.family);
        let answered: Vec<_> = operation.response_types().collect();
        types::mark(items, answered.iter(), false, operation.family);
        let bodies = operation.errors.iter().filter_map(|error| error.body.as_ref());
        types::mark(items, bodies, false, operation.family);
    }
}

/// The operation, with what waited for all types to be known.
fn complete<'a>(
    reader: &mut Reader<'a, '_>,
    draft: OperationDraft<'a>,
    found: &Described<'a, '_>,
    servers: &[Server<'a>],
    items: &[Item],
) -> Operation {
    let mut operation = draft.operation;
    operation.endpoint = endpoint::of_operation(reader, servers.first(), found);
    operation.example = draft.examples.lower(reader, &operation, items);
    if let Some(pagination) = &found.operation.pagination {
        operation.pagination = pagination::lower(reader, pagination, &operation, items);
    }
    operation
}

/// The endpoint and the setters of credentials: all of them are methods of the builder.
fn builder<'a>(
    reader: &mut Reader<'a, '_>,
    servers: &[Server<'a>],
    security: &Security<'a>,
) -> (Endpoint, Vec<Ident>) {
    let mut candidates = endpoint::candidates(servers);
    let variables = candidates.len();
    candidates.extend(security.candidates());
    let mut setters = names::assign(reader, Namespace::Builder, &candidates);
    let credentials = setters.split_off(variables);
    (endpoint::lower(servers, setters), credentials)
}

/// Reads schemas for what is wrong with them.
fn check<'a>(reader: &mut Reader<'a, '_>, schemas: &[(&'a str, Node<'a>)]) {
    for (_, node) in schemas {
        Schema::read(reader, *node);
    }
}

/// How many operations a document has, by its text: whatever of them can be read.
fn described<'a>(reader: &mut Reader<'a, '_>, document: &Document<'a>) -> usize {
    const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch", "trace"];
    let mut count = 0;
    for (path, _, _) in &document.paths {
        let reference = path.get("$ref").and_then(|node| Reference::read(reader, node));
        let target = reference.and_then(|reference| reader.follow(reference));
        let has = |method: &&&str| {
            path.get(method).or_else(|| target.and_then(|target| target.get(method))).is_some()
        };
        count += METHODS.iter().filter(has).count();
    }
    count
}

/// The tags that group the operations, if there is one for each of them.
fn family_tags<'a>(documents: &[Document<'a>]) -> Vec<&'a str> {
    let items = documents.iter().flat_map(|document| &document.paths);
    let operations = items.flat_map(|(_, _, item)| &item.operations);
    let tags: Option<BTreeSet<_>> =
        operations.map(|(_, operation)| operation.tags.first().copied()).collect();
    tags.unwrap_or_default().into_iter().collect()
}

fn families(service: &str, tags: &[&str], documents: &[Document<'_>]) -> Vec<Family> {
    let modules = tags.iter().map(|tag| name::ident(Namespace::Module, tag)).collect::<Vec<_>>();
    let described = |tag: &str| {
        let mut all = documents.iter().flat_map(|document| &document.tags);
        all.find(|it| it.name == tag).and_then(|it| it.description).unwrap_or_default().to_owned()
    };
    let families = modules.into_iter().zip(tags).map(|(module, tag)| Family {
        feature: format!("{service}-{}", module.as_str().replace('_', "-")),
        module,
        docs: Docs(described(tag)),
    });
    families.collect()
}

fn find_operations<'a, 's>(documents: &'s [Document<'a>], tags: &[&str]) -> Vec<Described<'a, 's>> {
    let mut found = Vec::new();
    for document in documents {
        for (path_node, path, item) in &document.paths {
            for (method, operation) in &item.operations {
                let id = match operation.id {
                    Some(id) => id.text.to_owned(),
                    None => format!("{} {path}", method.as_str().to_lowercase()),
                };
                found.push(Described {
                    document,
                    path,
                    path_node: *path_node,
                    item,
                    method: *method,
                    operation,
                    id,
                    index: 0,
                    family: tags.iter().position(|tag| Some(tag) == operation.tags.first()),
                });
            }
        }
    }
    found
}

fn report_duplicate_ids(reader: &mut Reader<'_, '_>, found: &[Described<'_, '_>]) {
    let mut first: HashMap<&str, Text<'_>> = HashMap::new();
    for id in found.iter().filter_map(|found| found.operation.id) {
        let Some(earlier) = first.insert(id.text, id) else { continue };
        reader.report(
            Diagnostic::error(
                Code::DuplicateOperationId,
                format!("operationId `{}` is used twice", id.text),
            )
            .at(id.node.place(), "used again here")
            .also(earlier.node.place(), "first used here")
            .help("every operation becomes a method, so each needs a name of its own"),
        );
        first.insert(id.text, earlier);
    }
}

/// The method and the request type of each operation, and the operations in the order of them.
fn name_operations(reader: &mut Reader<'_, '_>, found: &mut Vec<Described<'_, '_>>) -> Vec<Names> {
    let mut uses: HashMap<&str, usize> = HashMap::new();
    for it in found.iter() {
        *uses.entry(&it.id).or_default() += 1;
    }
    let candidates: Vec<_> = found
        .iter()
        .map(|it| Candidate {
            // An id that is used twice, which is reported, leaves only where it is used.
            wire: match uses[it.id.as_str()] {
                1 => it.id.clone(),
                _ => format!("{} {} {}", it.id, it.method.as_str().to_lowercase(), it.path),
            },
            rust: it.operation.rust_name,
            place: it.operation.id.map_or(it.operation.node.key_place(), |id| id.node.place()),
        })
        .collect();
    let methods = names::assign(reader, Namespace::Method, &candidates);
    // The request type follows from the method, so that they are told apart in the same way.
    let wires: Vec<_> = candidates
        .iter()
        .zip(&methods)
        .map(|(it, method)| Candidate { wire: method.to_string(), rust: None, place: it.place })
        .collect();
    let requests = names::assign(reader, Namespace::Type, &wires);
    let files = name::file_stems(&methods);
    let names = methods.into_iter().zip(requests).zip(files);
    let names = names.map(|((method, request), file)| Names { method, request, file });
    let mut named: Vec<_> = std::mem::take(found).into_iter().zip(names).collect();
    named.sort_by(|(_, a), (_, b)| a.method.cmp(&b.method));
    let (sorted, names) = named.into_iter().unzip();
    *found = sorted;
    for (index, found) in found.iter_mut().enumerate() {
        found.index = index;
    }
    names
}

/// A name that stands for an operation but matches none.
pub(crate) fn unknown_operation<'k>(
    name: Text<'_>,
    known: impl Iterator<Item = &'k str>,
) -> Diagnostic {
    let diagnostic =
        Diagnostic::error(Code::InvalidValue, format!("there is no operation `{}`", name.text))
            .at(name.node.place(), "no such operationId");
    match suggest(name.text, known) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic,
    }
}
