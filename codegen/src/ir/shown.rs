//! Which operations documentation shows.

use super::{Crate, Operation, ResponseBody, Service};

impl Service {
    /// The operation of the quick start, if it is one of this service, or else the first.
    pub(crate) fn shown_request<'k>(&'k self, krate: &'k Crate) -> Option<&'k Operation> {
        self.quick_start(krate).or(self.operations.first())
    }

    /// The list that is the least to call of those that come in pages.
    pub(crate) fn shown_list(&self) -> Option<&Operation> {
        let lists = self.operations.iter().filter(|it| it.pagination.is_some());
        lists.min_by_key(|it| (it.arguments.len(), it.path.len()))
    }

    /// The first operation that answers with a stream and nothing else.
    pub(crate) fn shown_stream(&self) -> Option<&Operation> {
        self.operations.iter().find(|it| matches!(it.response, ResponseBody::Stream(_)))
    }

    /// The operation that a test is shown with: that of the quick start, or else the first with an
    /// example that says all of a call.
    pub(crate) fn shown_test<'k>(&'k self, krate: &'k Crate) -> Option<&'k Operation> {
        let is_whole = |it: &&Operation| {
            let is_simple = matches!(it.response, ResponseBody::Json(_) | ResponseBody::Empty);
            is_simple && it.example.target.is_some() && it.example.response.is_some()
        };
        let first = self.quick_start(krate);
        first.filter(is_whole).or_else(|| self.operations.iter().find(is_whole))
    }

    fn quick_start<'k>(&'k self, krate: &'k Crate) -> Option<&'k Operation> {
        let quick_start = krate.quick_start.as_ref();
        let quick_start = quick_start.filter(|it| std::ptr::eq(it.service(krate), self));
        quick_start.map(|it| it.operation(krate))
    }
}
