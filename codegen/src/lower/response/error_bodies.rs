//! Failures: which ones are documented, and what their bodies are.

use std::collections::{BTreeMap, BTreeSet};

use crate::http;
use crate::ir::{DocumentedError, ErrorBodies, ErrorBody, ItemKind, Statuses, Ty};
use crate::lower::names::{self, Candidate};
use crate::lower::request::body::{self, Media};
use crate::lower::types::{Name, Types};
use crate::name::{Ident, Namespace};
use crate::openapi::{Reader, RefOr, Response, Schema, Status};
use crate::source::Node;

/// What holds for the errors of all operations of a service.
pub(crate) struct Errors<'c> {
    /// The variant of each documented code.
    pub(crate) codes: &'c BTreeMap<String, Ident>,
    /// Whether bodies get types: not where the runtime knows them.
    pub(crate) are_typed: bool,
}

/// A response that is no success.
pub(crate) struct Failure<'a> {
    status: Status,
    response: Response<'a>,
    /// The component that the response is, where it is one.
    component: Option<String>,
}

impl<'a> Failure<'a> {
    /// The failure that `given` stands for, which resolves to `response`.
    pub(crate) fn new(
        status: Status,
        given: &RefOr<'a, Response<'a>>,
        response: Response<'a>,
    ) -> Self {
        let component = match given {
            RefOr::Ref(reference) => Some(reference.name()),
            RefOr::Value(_) => None,
        };
        Self { status, response, component }
    }

    /// The statuses it stands for.
    pub(crate) fn status(&self) -> Status {
        self.status
    }

    /// The schema of the body, if it says anything.
    fn schema(&self) -> Option<&Schema<'a>> {
        match body::preferred(&self.response.content)? {
            (Media::Json, _, content) => content.schema.as_ref().filter(|it| !it.is_open()),
            _ => None,
        }
    }

    /// What the body is called, where its schema has no name.
    fn words(&self) -> String {
        match self.status {
            Status::Code(code) => {
                http::reason(code).map_or_else(|| format!("status {code}"), str::to_owned)
            }
            Status::Range(4) => "client error".to_owned(),
            Status::Range(5) => "server error".to_owned(),
            Status::Range(class) => format!("status {class}xx"),
            Status::Default => "other".to_owned(),
        }
    }

    fn documented(
        &self,
        codes: &BTreeMap<String, Ident>,
        body: Option<Ty>,
    ) -> Vec<DocumentedError> {
        let described = &self.response.error_codes;
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
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    node: Node<'a>,
    failures: &[Failure<'a>],
    errors: &Errors<'_>,
    name: &Name,
) -> (Vec<DocumentedError>, Option<ErrorBodies>) {
    let bodies = match errors.are_typed {
        true => body_types(reader, types, failures, name),
        false => vec![None; failures.len()],
    };
    let documented = failures
        .iter()
        .zip(&bodies)
        .flat_map(|(failure, body)| failure.documented(errors.codes, body.clone()))
        .collect();
    let mut groups = by_type(failures, &bodies);
    if groups.len() > 1 {
        let variants = variants(reader, failures, groups);
        let schema = Schema::anything(node);
        let name = name.described(Some("The body of an error, by status."));
        let id = types.reserve(&schema, &name, ItemKind::Errors(variants));
        return (documented, Some(ErrorBodies::ByStatus(id)));
    }
    let only = groups.pop().map(|group| ErrorBodies::One(group.ty, group.statuses));
    (documented, only)
}

/// The type of the body of each failure.
fn body_types<'a>(
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    failures: &[Failure<'a>],
    name: &Name,
) -> Vec<Option<Ty>> {
    let schemas = failures.iter().filter_map(Failure::schema).collect::<Vec<_>>();
    let is_one = schemas.windows(2).all(|pair| is_same(pair[0], pair[1]));
    let mut known: Vec<(&Schema<'a>, Ty)> = Vec::new();
    let mut bodies = Vec::with_capacity(failures.len());
    for failure in failures {
        let Some(schema) = failure.schema() else {
            bodies.push(None);
            continue;
        };
        let ty = match known.iter().find(|(known, _)| is_same(known, schema)) {
            Some((_, ty)) => ty.clone(),
            None => {
                let name = if is_one { name.clone() } else { name.child(&failure.words()) };
                let name = name.described(failure.response.description);
                match (&failure.component, schema.reference) {
                    (Some(component), None) => {
                        types.named(reader, schema.node, &format!("{component} body")).ty
                    }
                    _ => types.ty(reader, schema, &name),
                }
            }
        };
        known.push((schema, ty.clone()));
        bodies.push(Some(ty).filter(|ty| *ty != Ty::Json && *ty != Ty::Map(Box::new(Ty::Json))));
    }
    bodies
}

/// Whether two schemas say the same: services repeat the schema of their errors for each status.
fn is_same(a: &Schema<'_>, b: &Schema<'_>) -> bool {
    a.node.document() == b.node.document() && a.node.value() == b.node.value()
}

/// The statuses of one type.
struct Group {
    /// The first failure of this type.
    first: usize,
    ty: Ty,
    statuses: Statuses,
}

/// Statuses from the first to the last.
type Stretch = (u16, u16);

/// The types of bodies, each with its statuses; the one that all other statuses have is last.
fn by_type(failures: &[Failure<'_>], bodies: &[Option<Ty>]) -> Vec<Group> {
    let mut groups: Vec<(usize, &Ty, Vec<Stretch>)> = Vec::new();
    let mut of_others = None;
    let mut is_total = true;
    for (first, last, failure) in stretches(failures) {
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
        match groups[position].2.last_mut() {
            Some((_, end)) if *end + 1 == first => *end = last,
            _ => groups[position].2.push((first, last)),
        }
        if failures[index].status == Status::Default {
            of_others = Some(position);
        }
    }
    let others = of_others.filter(|_| is_total);
    let groups = groups.into_iter().enumerate().map(|(position, (first, ty, stretches))| Group {
        first,
        ty: ty.clone(),
        statuses: match others == Some(position) {
            true => Statuses::Others,
            // Two statuses are listed, more are one stretch.
            false => Statuses::These(stretches.into_iter().flat_map(listed).collect()),
        },
    });
    let mut groups: Vec<_> = groups.collect();
    groups.sort_by_key(|group| (matches!(group.statuses, Statuses::Others), group.first));
    groups
}

fn listed((first, last): Stretch) -> Vec<Stretch> {
    match last - first {
        1 => vec![(first, first), (last, last)],
        _ => vec![(first, last)],
    }
}

/// All statuses in stretches, each with the failure that it is: the one that names it most closely.
fn stretches(failures: &[Failure<'_>]) -> Vec<(u16, u16, Option<usize>)> {
    let mut starts = BTreeSet::from([100, 1000]);
    for failure in failures {
        match failure.status {
            Status::Code(code) => starts.extend([code, code + 1]),
            Status::Range(class) => {
                let first = u16::from(class) * 100;
                starts.extend([first, first + 100]);
            }
            Status::Default => {}
        }
    }
    let named = |status: Status| failures.iter().position(|failure| failure.status == status);
    let failure = |status: u16| {
        let class = u8::try_from(status / 100).unwrap_or_default();
        named(Status::Code(status))
            .or_else(|| named(Status::Range(class)))
            .or_else(|| named(Status::Default))
    };
    let ends = starts.iter().skip(1);
    starts.iter().zip(ends).map(|(first, end)| (*first, end - 1, failure(*first))).collect()
}

/// The variants of several types, called after the component or else the status.
fn variants(
    reader: &mut Reader<'_, '_>,
    failures: &[Failure<'_>],
    groups: Vec<Group>,
) -> Vec<ErrorBody> {
    let candidates: Vec<_> = groups
        .iter()
        .map(|group| {
            let failure = &failures[group.first];
            let reference = failure.schema().and_then(|schema| schema.reference);
            let name = reference.map(|reference| reference.name());
            Candidate {
                wire: name.or_else(|| failure.component.clone()).unwrap_or_else(|| failure.words()),
                rust: None,
                place: failure.response.node.place(),
            }
        })
        .collect();
    let idents = names::assign(reader, Namespace::Variant, &candidates);
    let named = groups.into_iter().zip(idents);
    named.map(|(Group { ty, statuses, .. }, name)| ErrorBody { name, statuses, ty }).collect()
}
