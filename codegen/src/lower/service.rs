//! A service: its documents, its operations, where it is reached and how it is signed.

use std::collections::{BTreeSet, HashMap};

use super::context::Context;
use super::described::{self, Described};
use super::endpoint;
use super::examples::Shapes;
use super::lost;
use super::names::{self, Candidate};
use super::operation::{self, OperationDraft, OperationNames};
use super::own;
use super::pagination;
use super::response::error_bodies::Codes;
use super::security::Security;
use super::short_ids;
use super::tags;
use super::types::{Model, Root, Types};
use super::webhooks;
use crate::ServiceInput;
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::ir::{Docs, Endpoint, Family, Needs, Operation, Service};
use crate::name::{self, Ident, Namespace};
use crate::openapi::{Description, Server, Text};
use crate::source::Place;

/// Lowers the documents of one service.
pub(crate) fn lower<'s, 'a>(
    cx: Context<'s, 'a>,
    model: &'s Model<'s, 'a>,
    input: &ServiceInput,
    documents: &'s [Description<'a>],
    error_codes: &Codes,
) -> Service {
    tags::check(cx, documents);
    let tags = input.module.as_deref().map_or_else(Vec::new, |_| family_tags(cx, documents));
    let mut described = described::all(cx, documents, &tags);
    let names = name_operations(cx, &mut described);
    let front = front(documents);
    let security = Security::read(cx, documents, front, &described);
    let cx = Context { vendor: security.vendor(), ..cx };
    let mut types = Types::new(cx, model, documents, &short_ids::body_names(&described));
    types.components(documents);
    let drafts: Vec<_> = described
        .iter()
        .zip(names)
        .map(|(described, names)| operation::lower(&mut types, described, names, error_codes))
        .collect();
    let mut roots = webhooks::lower(&mut types, documents, &described, tags.len());
    roots.extend(drafts.iter().flat_map(|draft| used_types(&draft.operation)));
    let requests = requests(&drafts, &described);
    let (items, untyped) = types.finish(&roots, &requests);
    let (servers, shapes) = (endpoint::servers(documents), Shapes::of(&items));
    let operations = drafts
        .into_iter()
        .zip(&described)
        .map(|(draft, described)| complete(cx, draft, described, servers, &shapes))
        .collect();
    let (endpoint, credentials) = builder(cx, servers, &security);
    let mut service = Service {
        module: input.module.as_deref().map(|module| name::ident(Namespace::Module, module)),
        name: input.module.clone().unwrap_or_default(),
        title: front.and_then(|it| it.title).unwrap_or_default().to_owned(),
        docs: Docs(front.and_then(|it| it.description).unwrap_or_default().to_owned()),
        notice: Docs(documents.iter().find_map(|it| it.notice).unwrap_or_default().to_owned()),
        endpoint,
        credentials: Vec::new(),
        needs: Needs::new(),
        wants_certificate: false,
        vendor: None,
        is_lenient: documents.iter().any(|document| document.is_lenient),
        families: families(input.module.as_deref().unwrap_or_default(), &tags, documents),
        operations,
        types: items,
        untyped,
        described: documents.iter().map(|document| count(cx, document)).sum(),
        lost: lost::of_operations(cx, &described),
    };
    security.finish(credentials, &mut service);
    service
}

/// The document that speaks for the service: the one that the others share, which has no paths of
/// its own, else the first.
fn front<'s, 'a>(documents: &'s [Description<'a>]) -> Option<&'s Description<'a>> {
    documents.iter().find(|document| document.paths.is_empty()).or(documents.first())
}

/// The types of requests, which stand in the same module as those of operations.
fn requests(drafts: &[OperationDraft<'_>], described: &[Described<'_, '_>]) -> Vec<(Ident, Place)> {
    drafts
        .iter()
        .zip(described)
        .flat_map(|(draft, found)| {
            let Operation { request, input, required, .. } = &draft.operation;
            let types = [request, input].into_iter().chain(required);
            types.map(|it| (it.clone(), found.operation.node.place()))
        })
        .collect()
}

/// The types that an operation names.
fn used_types(operation: &Operation) -> Vec<Root> {
    let family = operation.family;
    let root = |ty, is_sent| Root { ty, is_sent, family };
    let sent = operation.inputs().map(|input| root(input.ty.clone(), true));
    let received = operation.response_types().map(|ty| root(ty, false));
    let errors = operation.errors.iter().filter_map(|error| error.body.clone());
    sent.chain(received).chain(errors.map(|ty| root(ty, false))).collect()
}

/// The operation, with what waited for all types to be known.
fn complete<'a>(
    cx: Context<'_, 'a>,
    draft: OperationDraft<'a>,
    described: &Described<'_, 'a>,
    servers: &[Server<'a>],
    shapes: &Shapes<'_>,
) -> Operation {
    let mut operation = draft.operation;
    operation.endpoint = endpoint::of_operation(servers.first(), described);
    operation.example = draft.examples.lower(cx, &operation, shapes);
    if let Some(pagination) = &described.operation.pagination {
        operation.pagination = pagination::lower(cx, pagination, &operation, shapes.items());
    }
    own::check(cx, described, &draft.examples, &operation);
    operation
}

/// The endpoint and the setters of credentials: all of them are methods of the builder.
fn builder<'a>(
    cx: Context<'_, 'a>,
    servers: &[Server<'a>],
    security: &Security<'a>,
) -> (Endpoint, Vec<Ident>) {
    let mut candidates = endpoint::candidates(servers);
    let variables = candidates.len();
    candidates.extend(security.candidates());
    let mut setters = names::assign(cx.findings, Namespace::Builder, &candidates);
    let credentials = setters.split_off(variables);
    (endpoint::lower(servers, setters), credentials)
}

/// How many operations a document has; each is to be a method.
fn count<'a>(cx: Context<'_, 'a>, document: &Description<'a>) -> usize {
    document.paths.iter().map(|path| described::operations(cx, path.item).0.written).sum()
}

/// The tags that group the operations, if there is one for each of them.
fn family_tags<'a>(cx: Context<'_, 'a>, documents: &[Description<'a>]) -> Vec<&'a str> {
    let paths = documents.iter().flat_map(|document| &document.paths);
    let operations = paths.flat_map(|path| described::operations(cx, path.item).1);
    let tags: Option<BTreeSet<_>> =
        operations.map(|(_, operation)| operation.tags.first().copied()).collect();
    tags.unwrap_or_default().into_iter().collect()
}

fn families(service: &str, tags: &[&str], documents: &[Description<'_>]) -> Vec<Family> {
    let modules = tags.iter().map(|tag| name::ident(Namespace::Module, tag)).collect::<Vec<_>>();
    let all = tags::by_name(documents);
    let families = modules.into_iter().zip(tags).map(|(module, tag)| Family {
        feature: format!("{service}-{}", module.as_str().replace('_', "-")),
        module,
        docs: tags::docs(&all, tag),
    });
    families.collect()
}

/// The method and the types of the request of each operation, and the operations in the order of them.
fn name_operations(cx: Context<'_, '_>, found: &mut Vec<Described<'_, '_>>) -> Vec<OperationNames> {
    short_ids::cut(cx, found);
    let mut uses: HashMap<&str, usize> = HashMap::new();
    for it in found.iter() {
        *uses.entry(&it.id).or_default() += 1;
    }
    let candidates: Vec<_> = found
        .iter()
        .map(|it| Candidate {
            // An id that is used twice, which is reported, leaves only where it is used.
            wire: match uses[it.id.as_str()] {
                1 => it.words.clone(),
                _ => format!("{} {} {}", it.id, it.method.as_str().to_lowercase(), it.path),
            },
            rust: it.operation.rust_name,
            place: it.operation.id.map_or(it.operation.node.key_place(), |id| id.node.place()),
        })
        .collect();
    let methods = names::assign(cx.findings, Namespace::Method, &candidates);
    // The types follow from the method, so that they are told apart in the same way.
    let types = ["", "_input", "_required"].iter().flat_map(|suffix| {
        let named = candidates.iter().zip(&methods);
        named.map(move |(it, method)| Candidate {
            wire: format!("{method}{suffix}"),
            rust: None,
            place: it.place,
        })
    });
    let mut requests = names::assign(cx.findings, Namespace::Type, &types.collect::<Vec<_>>());
    let mut inputs = requests.split_off(methods.len());
    let required = inputs.split_off(methods.len());
    let files = name::file_stems(&methods);
    let types = requests.into_iter().zip(inputs).zip(required);
    let names = methods.into_iter().zip(types).zip(files).map(
        |((method, ((request, input), required)), file)| OperationNames {
            method,
            request,
            input,
            required,
            file,
        },
    );
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
        Diagnostic::new(Code::InvalidValue, format!("there is no operation `{}`", name.text))
            .at(name.node.place(), "no such operationId");
    match suggest(name.text, known) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic,
    }
}
