//! Operations where the description has them, before anything is decided about them.

use std::collections::HashMap;

use super::context::Context;
use crate::diagnostic::{Code, Diagnostic};
use crate::http::Method;
use crate::openapi::{Description, OperationObject, ParameterId, PathItemId, Server, Text};
use crate::source::Node;

/// An operation where the description has it.
pub(crate) struct Described<'s, 'a> {
    pub(crate) document: &'s Description<'a>,
    pub(crate) path: &'a str,
    pub(crate) path_node: Node<'a>,
    pub(crate) item: PathFacts<'s, 'a>,
    pub(crate) method: &'s Method,
    pub(crate) operation: &'s OperationObject<'a>,
    /// Its `operationId`, else its method and path.
    pub(crate) id: String,
    /// What it and its types are called after: its id, perhaps without what is said twice.
    pub(crate) words: String,
    pub(crate) index: usize,
    pub(crate) family: Option<usize>,
}

/// What a path item says of all of its operations.
#[derive(Clone)]
pub(crate) struct PathFacts<'s, 'a> {
    /// Of two parameters of one name, the later one counts.
    pub(crate) parameters: Vec<ParameterId>,
    pub(crate) servers: &'s [Server<'a>],
    /// How many operations there are at the path.
    pub(crate) operations: usize,
    /// The same, with those that could not be read.
    pub(crate) written: usize,
}

/// The operations of a path item: those beside a `$ref` count rather than those that it leads to.
pub(crate) fn operations<'s, 'a>(
    cx: Context<'s, 'a>,
    id: PathItemId,
) -> (PathFacts<'s, 'a>, Vec<(&'s Method, &'s OperationObject<'a>)>) {
    let mut item = PathFacts { parameters: Vec::new(), servers: &[], operations: 0, written: 0 };
    let mut operations: Vec<(&Method, &OperationObject<'a>)> = Vec::new();
    let mut next = Some(id);
    while let Some(found) = next.and_then(|id| cx.objects.path_item(id)) {
        for (method, operation) in &found.operations {
            if operations.iter().all(|(known, _)| *known != method) {
                operations.push((method, operation));
            }
        }
        item.parameters.splice(0..0, found.parameters.iter().copied());
        if item.servers.is_empty() {
            item.servers = &found.servers;
        }
        item.written += found.written.saturating_sub(found.operations.len());
        next = found.reference.and_then(|link| link.target);
    }
    item.operations = operations.len();
    item.written += operations.len();
    (item, operations)
}

/// All operations of the documents of a service.
pub(crate) fn all<'s, 'a>(
    cx: Context<'s, 'a>,
    documents: &'s [Description<'a>],
    tags: &[&str],
) -> Vec<Described<'s, 'a>> {
    let mut all = Vec::new();
    for document in documents {
        for path in &document.paths {
            let (item, operations) = operations(cx, path.item);
            all.extend(operations.into_iter().map(|(method, operation)| {
                let id = match operation.id {
                    Some(id) => id.text.to_owned(),
                    None => format!("{} {}", method.as_str().to_lowercase(), path.template),
                };
                Described {
                    document,
                    path: path.template,
                    path_node: path.node,
                    item: item.clone(),
                    method,
                    operation,
                    words: id.clone(),
                    id,
                    index: 0,
                    // They are sorted.
                    family: operation.tags.first().and_then(|tag| tags.binary_search(tag).ok()),
                }
            }));
        }
    }
    report_duplicate_ids(cx, &all);
    all
}

fn report_duplicate_ids(cx: Context<'_, '_>, all: &[Described<'_, '_>]) {
    let mut first: HashMap<&str, Text<'_>> = HashMap::new();
    for id in all.iter().filter_map(|it| it.operation.id) {
        let earlier = *first.entry(id.text).or_insert(id);
        if earlier.node.place() == id.node.place() {
            continue;
        }
        let message = format!("operationId `{}` is used twice", id.text);
        cx.report(
            Diagnostic::new(Code::DuplicateOperationId, message)
                .at(id.node.place(), "used again here")
                .also(earlier.node.place(), "first used here")
                .help("every operation becomes a method, so each needs a name of its own"),
        );
    }
}
