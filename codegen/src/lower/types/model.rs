//! What every schema of a project is.

use super::compose::Schemas;
use super::shape::Shape;
use super::{classify, cycles};
use crate::diagnostic::Findings;
use crate::openapi::Objects;

/// What every schema of a project is: the same for all of its services.
pub(crate) struct Model<'s, 'a> {
    pub(crate) schemas: Schemas<'s, 'a>,
    pub(super) shapes: Vec<Shape<'a>>,
}

impl<'s, 'a> Model<'s, 'a> {
    /// Works out what every schema is.
    pub(crate) fn new(objects: &'s Objects<'a>, findings: &Findings) -> Self {
        let mut schemas = Schemas::new(objects);
        cycles::report(&schemas, findings);
        let mut shapes = classify::all(&mut schemas);
        cycles::open(&schemas, &mut shapes, findings);
        Self { schemas, shapes }
    }
}
