//! Which operations documentation shows.

use super::{Crate, Operation, Service};

impl Service {
    /// The operation of the quick start, if it is one of this service, or else the first.
    pub(crate) fn shown_request<'k>(&'k self, krate: &'k Crate) -> Option<&'k Operation> {
        let quick_start = krate.quick_start.as_ref();
        let quick_start = quick_start.filter(|it| std::ptr::eq(it.service(krate), self));
        quick_start.map(|it| it.operation(krate)).or(self.operations.first())
    }
}
