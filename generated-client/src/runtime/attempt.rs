// @generated: part of the runtime that the generator copies. Do not edit.

//! Which attempt of which call a request is.

/// What a request that is sent belongs to. It is among the
/// [extensions](http::Request::extensions) of each, so that a [`Transport`](super::transport::Transport)
/// around another one knows it:
///
/// ```text
/// let attempt = request.extensions().get::<Attempt>();
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Attempt {
    operation: &'static str,
    number: u32,
}

impl Attempt {
    pub(super) fn new(operation: &'static str, number: u32) -> Self {
        Self { operation, number }
    }

    /// The `operationId` of the operation in the description.
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// Which attempt of its call it is: 1 for the first, more for repetitions.
    pub fn number(&self) -> u32 {
        self.number
    }
}
