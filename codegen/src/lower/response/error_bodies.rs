//! Failures: which ones are documented, and what their bodies are.

use std::collections::BTreeMap;

use crate::http;
use crate::ir::{DocumentedError, ErrorBodies, ErrorBody, Statuses, Ty};
use crate::lower::media::{self, Media};
use crate::lower::names::{self, Candidate};
use crate::lower::response::found::{Found, shared_name};
use crate::lower::response::statuses;
use crate::lower::types::{TypeName, Types, target_name};
use crate::name::{Ident, Namespace};
use crate::openapi::{SchemaId, Status};
use crate::source::Node;

/// The variant of each documented error code.
pub(crate) type Codes = BTreeMap<String, Ident>;

/// A response that is not a success.
pub(crate) struct Failure<'s, 'a> {
    status: Status,
    response: Found<'s, 'a>,
}

impl<'s, 'a> Failure<'s, 'a> {
    pub(crate) fn new(status: Status, response: Found<'s, 'a>) -> Self {
        Self { status, response }
    }

    /// The statuses it stands for.
    pub(crate) fn status(&self) -> Status {
        self.status
    }

    /// The schema of the body, if it says more than the runtime knows.
    fn schema(&self, types: &Types<'_, 'a>) -> Option<SchemaId> {
        let schemas = types.schemas();
        let says_more = |schema: &SchemaId| {
            !schemas.is_open(schemas.get(*schema)) && !types.is_read_by_the_runtime(*schema)
        };
        match media::preferred(schemas, &self.response.content)? {
            (Media::Json, _, content) => content.schema.filter(says_more),
            _ => None,
        }
    }

    /// What the body is called, where its schema has no name.
    fn words(&self) -> String {
        match self.status {
            Status::Code(code) => http::reason(code),
            Status::Range(4) => "client error".to_owned(),
            Status::Range(5) => "server error".to_owned(),
            Status::Range(class) => format!("status {class}xx"),
            Status::Default => "other".to_owned(),
        }
    }

    fn documented(&self, codes: &Codes, body: Option<Ty>) -> Vec<DocumentedError> {
        let described = &self.response.error_codes.0;
        if !described.is_empty() {
            let errors = described.iter().map(|(code, meaning)| DocumentedError {
                status: self.status.to_string(),
                code: codes.get(*code).cloned(),
                body: body.clone(),
                meaning: meaning.text.trim().to_owned(),
            });
            return errors.collect();
        }
        let meaning = self.response.description.unwrap_or_default().trim().to_owned();
        let status = match (self.status, &body) {
            // `default` alone says only that something may go wrong.
            (Status::Default, None) => return Vec::new(),
            (Status::Default, Some(_)) => "other".to_owned(),
            (status, _) => status.to_string(),
        };
        let says_something = body.is_some() || self.response.description.is_some();
        let error = DocumentedError { status, code: None, body, meaning };
        says_something.then_some(error).into_iter().collect()
    }
}

/// The errors that the operation at `node` documents, and how their bodies are read; unnamed types
/// are called after `name`.
pub(crate) fn lower<'a>(
    types: &mut Types<'_, 'a>,
    node: Node<'a>,
    failures: &[Failure<'_, 'a>],
    codes: &Codes,
    name: &TypeName,
) -> (Vec<DocumentedError>, Option<ErrorBodies>) {
    let bodies = body_types(types, failures, name);
    let documented = failures
        .iter()
        .zip(&bodies)
        .flat_map(|(failure, body)| failure.documented(codes, body.clone()))
        .collect();
    let mut groups = by_type(failures, &bodies);
    if groups.len() > 1 {
        let variants = variants(types, failures, groups);
        let name = name.described(Some("The body of an error, by status."));
        let id = types.error_bodies(node, name, variants);
        return (documented, Some(ErrorBodies::ByStatus(id)));
    }
    let only = groups.pop().map(|group| ErrorBodies::One(group.ty, group.statuses));
    (documented, only)
}

/// The type of the body of each failure.
fn body_types<'a>(
    types: &mut Types<'_, 'a>,
    failures: &[Failure<'_, 'a>],
    name: &TypeName,
) -> Vec<Option<Ty>> {
    let schemas = types.schemas();
    let said: Vec<_> = failures.iter().filter_map(|failure| failure.schema(types)).collect();
    // Services repeat the schema of their errors for each status.
    let is_same = |a, b| media::is_same_schema(schemas, a, b);
    let is_one = said.windows(2).all(|pair| is_same(pair[0], pair[1]));
    let mut known: Vec<(SchemaId, Ty)> = Vec::new();
    let mut bodies = Vec::with_capacity(failures.len());
    for failure in failures {
        let Some(schema) = failure.schema(types) else {
            bodies.push(None);
            continue;
        };
        let ty = match known.iter().find(|(known, _)| is_same(*known, schema)) {
            Some((_, ty)) => ty.clone(),
            None => {
                let own_name = || if is_one { name.clone() } else { name.child(&failure.words()) };
                let name = shared_name(&failure.response, "body").unwrap_or_else(own_name);
                types.ty(schema, &name.described(failure.response.description))
            }
        };
        known.push((schema, ty.clone()));
        bodies.push(Some(ty).filter(|ty| *ty != Ty::Json && *ty != Ty::Map(Box::new(Ty::Json))));
    }
    bodies
}

/// The statuses of one type.
struct StatusGroup {
    /// The first failure of this type.
    first: usize,
    ty: Ty,
    statuses: Statuses,
}

/// The types of bodies, each with its statuses; the one that all other statuses have is last.
fn by_type(failures: &[Failure<'_, '_>], bodies: &[Option<Ty>]) -> Vec<StatusGroup> {
    let mut groups: Vec<(usize, &Ty, Vec<statuses::Stretch>)> = Vec::new();
    let mut of_others = None;
    let mut is_total = true;
    let statuses: Vec<_> = failures.iter().map(Failure::status).collect();
    for (stretch, failure) in statuses::by_closest(&statuses, 100..1000) {
        let typed = failure.and_then(|index| Some((index, bodies[index].as_ref()?)));
        let Some((index, ty)) = typed else {
            is_total = false;
            continue;
        };
        let position = groups.iter().position(|(_, known, _)| *known == ty).unwrap_or_else(|| {
            groups.push((index, ty, Vec::new()));
            groups.len() - 1
        });
        groups[position].0 = groups[position].0.min(index);
        statuses::push(&mut groups[position].2, stretch);
        if failures[index].status == Status::Default {
            of_others = Some(position);
        }
    }
    let others = of_others.filter(|_| is_total);
    let groups =
        groups.into_iter().enumerate().map(|(position, (first, ty, stretches))| StatusGroup {
            first,
            ty: ty.clone(),
            statuses: match others == Some(position) {
                true => Statuses::Others,
                false => statuses::these(stretches),
            },
        });
    let mut groups: Vec<_> = groups.collect();
    groups.sort_by_key(|group| (matches!(group.statuses, Statuses::Others), group.first));
    groups
}

/// The variants of several types, called after the component or else the status.
fn variants<'a>(
    types: &Types<'_, 'a>,
    failures: &[Failure<'_, 'a>],
    groups: Vec<StatusGroup>,
) -> Vec<ErrorBody> {
    let schemas = types.schemas();
    let candidates: Vec<_> = groups
        .iter()
        .map(|group| {
            let failure = &failures[group.first];
            let schema = failure.schema(types).map(|schema| schemas.get(schema));
            let link = schema.and_then(|schema| schema.reference);
            let reference = link.map(|link| link.reference).or(failure.response.component);
            Candidate {
                wire: reference.map_or_else(|| failure.words(), target_name),
                rust: None,
                place: failure.response.node.place(),
            }
        })
        .collect();
    let findings = types.context().findings;
    let named = groups.into_iter().zip(names::assign(findings, Namespace::Variant, &candidates));
    named.map(|(StatusGroup { ty, statuses, .. }, name)| ErrorBody { name, statuses, ty }).collect()
}
