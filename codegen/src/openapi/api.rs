//! All that was read of the descriptions of a project.

use super::cycles;
use super::document::Description;
use super::objects::Objects;
use super::reader::{Read, Reader};
use super::swagger;
use super::version::Version;
use crate::diagnostic::Findings;
use crate::source::{DocumentId, Node, Sources};

/// The documents of each service, and the objects that they are made of.
pub(crate) struct Api<'a> {
    pub(crate) services: Vec<Vec<Description<'a>>>,
    pub(crate) objects: Objects<'a>,
}

impl<'a> Api<'a> {
    /// Reads the documents of each service, and all that they refer to: each object once. What is
    /// wrong with them is reported.
    pub(crate) fn read<'d>(
        sources: &'a Sources,
        services: impl Iterator<Item = &'d [DocumentId]>,
        findings: &Findings,
    ) -> Self {
        let mut reader = Reader::new(sources, findings);
        let mut documents = Vec::new();
        for ids in services {
            let roots = ids.iter().map(|id| sources.root(*id));
            documents.push(roots.filter_map(|root| description(&mut reader, root)).collect());
        }
        let mut objects = Objects::default();
        while let Some((tag, node, aspect)) = reader.next() {
            objects.read(&mut reader, tag, (node, aspect));
        }
        reader.note_left_out();
        cycles::cut(&mut objects, findings);
        Self { services: documents, objects }
    }
}

/// Reads a document in the version that it is written in.
fn description<'a>(reader: &mut Reader<'a, '_>, root: Node<'a>) -> Option<Description<'a>> {
    match Version::of(reader, root)? {
        Version::OpenApi3 => Description::read(reader, root),
        Version::Swagger2 => swagger::description(reader, root),
    }
}
