//! What every step of lowering looks at.

use crate::diagnostic::{Diagnostic, Findings};
use crate::openapi::Objects;
use crate::source::{Node, Sources};
use crate::vendor::Vendor;

/// What was read of the descriptions, and where findings are reported.
#[derive(Clone, Copy)]
pub(crate) struct Context<'s, 'a> {
    pub(crate) sources: &'a Sources,
    pub(crate) objects: &'s Objects<'a>,
    pub(crate) findings: &'s Findings,
    /// The vendors that the project has beside those that the generator knows.
    pub(crate) vendors: &'static [&'static Vendor],
    /// The vendor whose rules the service follows, once its security schemes are known.
    pub(crate) vendor: Option<&'static Vendor>,
}

impl<'a> Context<'_, 'a> {
    /// Reports a finding.
    pub(crate) fn report(self, diagnostic: Diagnostic) {
        self.findings.report(diagnostic);
    }

    /// The file name of the document that a node stands in.
    pub(crate) fn document(self, node: Node<'_>) -> &'a str {
        self.sources.get(node.document()).file_name()
    }
}
