// @generated: part of the runtime that the generator copies. Do not edit.

//! Code of the caller that sees, and before it is signed changes, what a client sends.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Extensions, Method};

use super::error::{Error, Result};
use super::operation::Operation;
use super::response::Response;

/// Sees every step of a call: for logs, metrics and headers of your own.
///
/// All methods do nothing unless they are implemented. They are called where the call goes on, so
/// they must not wait for anything. Those of the client come before those of the call, each in the
/// order they were given in. A closure is made one by [`on_request`].
///
/// None is called for a request that cannot be written, and `at_end` not for a call that is dropped.
/// A body is read as its type after the end, so that an error of kind `Decode` is not seen here.
pub trait Intercept: Send + Sync + 'static {
    /// Before an attempt is authorized: `request` is complete but for that, and may be changed. Of
    /// a body, members that are to be encrypted are still missing.
    ///
    /// # Errors
    ///
    /// An error ends the call; nothing was sent then.
    fn before_signing(
        &self,
        request: &mut http::Request<Bytes>,
        context: &mut CallContext,
    ) -> Result<()> {
        let _ = (request, context);
        Ok(())
    }

    /// Before an attempt is sent: `request` is what goes over the wire, secrets included.
    ///
    /// # Errors
    ///
    /// An error ends the call; nothing was sent then.
    fn before_sending(
        &self,
        request: &http::Request<Bytes>,
        context: &mut CallContext,
    ) -> Result<()> {
        let _ = (request, context);
        Ok(())
    }

    /// After the response to an attempt, whatever its status. Of a success that is read as a stream,
    /// only the head is there.
    fn after_response(&self, response: &http::Response<Bytes>, context: &mut CallContext) {
        let _ = (response, context);
    }

    /// Before the pause that comes before a further attempt; `failure` is why there is one.
    fn before_retry(&self, failure: &Error, pause: Duration, context: &mut CallContext) {
        let _ = (failure, pause, context);
    }

    /// After the last attempt.
    fn at_end(&self, outcome: Result<&Response<Bytes>, &Error>, context: &mut CallContext) {
        let _ = (outcome, context);
    }
}

/// What an [`Intercept`] knows of a call, and what it keeps from one step of it to the next.
#[derive(Debug)]
pub struct CallContext {
    operation: &'static str,
    path: &'static str,
    method: Method,
    attempt: u32,
    values: Extensions,
}

impl CallContext {
    pub(super) fn new(operation: &Operation, method: &Method) -> Self {
        Self {
            operation: operation.id,
            path: operation.path,
            method: method.clone(),
            attempt: 0,
            values: Extensions::new(),
        }
    }

    /// The `operationId` of the operation in the description.
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// The HTTP method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The path of the operation, with `{}` for each of its arguments.
    pub fn path(&self) -> &'static str {
        self.path
    }

    /// Which attempt it is, or was: 1 for the first.
    pub fn attempt(&self) -> u32 {
        self.attempt
    }

    /// The values that interceptors keep during this call, one of each type.
    pub fn values(&self) -> &Extensions {
        &self.values
    }

    /// The same, to be changed.
    pub fn values_mut(&mut self) -> &mut Extensions {
        &mut self.values
    }

    pub(super) fn begin_attempt(&mut self) -> u32 {
        self.attempt += 1;
        self.attempt
    }
}

/// An [`Intercept`] that changes every request by a closure before it is signed:
///
/// ```text
/// on_request(|request, _| {
///     request.headers_mut().insert("x-team", HeaderValue::from_static("storage"));
///     Ok(())
/// })
/// ```
pub fn on_request<F>(change: F) -> impl Intercept
where
    F: Fn(&mut http::Request<Bytes>, &mut CallContext) -> Result<()> + Send + Sync + 'static,
{
    OnRequest(change)
}

struct OnRequest<F>(F);

impl<F> Intercept for OnRequest<F>
where
    F: Fn(&mut http::Request<Bytes>, &mut CallContext) -> Result<()> + Send + Sync + 'static,
{
    fn before_signing(
        &self,
        request: &mut http::Request<Bytes>,
        context: &mut CallContext,
    ) -> Result<()> {
        (self.0)(request, context)
    }
}

/// Interceptors in the order they are called in.
#[derive(Clone, Default)]
pub(super) struct Chain(Vec<Arc<dyn Intercept>>);

impl Chain {
    pub(super) fn push(&mut self, interceptor: impl Intercept) {
        self.0.push(Arc::new(interceptor));
    }

    /// These, and then `others`.
    pub(super) fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    pub(super) fn before_signing(
        &self,
        request: &mut http::Request<Bytes>,
        context: &mut CallContext,
    ) -> Result<()> {
        self.0.iter().try_for_each(|it| it.before_signing(request, context))
    }

    pub(super) fn before_sending(
        &self,
        request: &http::Request<Bytes>,
        context: &mut CallContext,
    ) -> Result<()> {
        self.0.iter().try_for_each(|it| it.before_sending(request, context))
    }

    pub(super) fn after_response(
        &self,
        response: &http::Response<Bytes>,
        context: &mut CallContext,
    ) {
        self.0.iter().for_each(|it| it.after_response(response, context));
    }

    pub(super) fn before_retry(&self, failure: &Error, pause: Duration, context: &mut CallContext) {
        self.0.iter().for_each(|it| it.before_retry(failure, pause, context));
    }

    pub(super) fn at_end(&self, outcome: &Result<Response<Bytes>>, context: &mut CallContext) {
        self.0.iter().for_each(|it| it.at_end(outcome.as_ref(), context));
    }
}

/// How many there are.
impl fmt::Debug for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.len().fmt(f)
    }
}
