//! Schemas that hold themselves with no item on the way round.

use super::compose::Schemas;
use super::graph;
use super::shape::{Kind, Shape};
use crate::diagnostic::{Code, Diagnostic, Findings};
use crate::openapi::SchemaId;

/// How many lists and maps may stand in each other. More are not a type that anybody uses.
const DEEPEST: usize = 200;

/// Puts an item around each list or map that holds itself, reports schemas that are only
/// themselves, and shortens the ways from one schema to the one whose type it has.
pub(super) fn open(schemas: &Schemas<'_, '_>, shapes: &mut [Shape<'_>], findings: &Findings) {
    let inner =
        |shapes: &[Shape<'_>], index: usize| shapes[index].kind.inner().map(SchemaId::index);
    let components = graph::components(shapes.len(), |index| {
        inner(shapes, index).into_iter().collect::<Vec<_>>()
    });
    let mut depths = vec![0; shapes.len()];
    // What a schema holds comes before it.
    for component in components {
        let leads_back = inner(shapes, component[0]).is_some_and(|it| component.contains(&it));
        if leads_back {
            cut(schemas, shapes, &component, findings);
        }
        for index in component {
            let Some(inner) = inner(shapes, index) else { continue };
            if let Kind::Same(_) = shapes[index].kind {
                depths[index] = depths[inner];
                shapes[index].nullable |= shapes[inner].nullable;
                if let Kind::Same(end) = shapes[inner].kind {
                    shapes[index].kind = Kind::Same(end);
                }
            } else {
                depths[index] = depths[inner] + 1;
            }
            if depths[index] > DEEPEST {
                shapes[index].kind = Kind::Untyped("a schema that is nested too deep");
                depths[index] = 0;
            }
        }
    }
}

/// Reports schemas that are parts of themselves, or of each other: a value that is one of them would
/// have to be checked without end. What they say beside that is merged.
pub(super) fn report(schemas: &Schemas<'_, '_>, findings: &Findings) {
    for cycle in &schemas.cycles {
        let Some(first) = cycle.iter().min_by_key(|id| id.index()) else { continue };
        let diagnostic =
            Diagnostic::new(Code::CircularReference, "this schema is a part of itself")
                .at(schemas.get(*first).node.key_place(), "leads back to where it stands")
                .help("remove one of the references under `allOf`");
        findings.report(diagnostic);
    }
}

/// Cuts a cycle: all lists and maps of it, so that it does not matter which is met first.
fn cut(schemas: &Schemas<'_, '_>, shapes: &mut [Shape<'_>], cycle: &[usize], findings: &Findings) {
    let mut has_item = false;
    for index in cycle {
        let kind = &mut shapes[*index].kind;
        if let Kind::List(_) | Kind::Map(_) = kind {
            *kind = Kind::Wrapper(Box::new(kind.clone()));
            has_item = true;
        }
    }
    if has_item {
        return;
    }
    let Some(first) = cycle.iter().copied().min() else { return };
    let message = "this schema is itself, and nothing but itself";
    let is_reported = schemas.cycles.iter().any(|known| known.iter().any(|id| id.index() == first));
    if !is_reported {
        findings.report(
            Diagnostic::new(Code::CircularReference, message)
                .at(
                    schemas.get(SchemaId::at(first)).node.key_place(),
                    "leads back to where it stands",
                )
                .help("say of which type it is"),
        );
    }
    for index in cycle {
        shapes[*index].kind = Kind::Untyped("a schema that is only itself");
    }
}
