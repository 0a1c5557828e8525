// @generated: part of the runtime that the generator copies. Do not edit.

//! Calls whose response is read while it comes.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;

use super::byte_stream::{ByteStream, Source};
use super::call::{Call, Redirects, is_success};
use super::error::Result;
use super::request::Draft;
use super::response::{Response, Sending};
use super::transport::{
    BodyStream, BoxFuture, Limits, Transport, TransportError, read_whole, whole_body_stream,
};
use super::upload_stream::UploadStream;

impl Call {
    /// Sends the request, and returns the response as soon as it begins.
    ///
    /// The request is repeated as always until a response is a success. A failure after that is an
    /// error of the stream.
    ///
    /// # Errors
    ///
    /// Any [`ErrorKind`](super::error::ErrorKind) but `Decode`.
    pub fn send_stream(self) -> Sending<Response<ByteStream>> {
        Sending::reading(self.open(), Ok)
    }

    pub(super) fn open(self) -> BoxFuture<'static, Result<Response<ByteStream>>> {
        Box::pin(async move {
            let operation = self.operation.id;
            let draft = Draft::new(self).map_err(|error| error.for_operation(operation))?;
            let transport = Arc::clone(&draft.call.core.inner().transport);
            let opening = Opening {
                transport: Arc::clone(&transport),
                redirects: draft.call.redirects,
                body: Arc::default(),
            };
            let head = draft.run(&opening).await?.with_body(());
            let source = Source {
                head: head.clone(),
                transport,
                is_repeatable: draft.is_repeatable(),
                options: draft.options,
            };
            Ok(head.with_body(ByteStream::new(opening.body(), source)))
        })
    }
}

/// A transport that keeps the body of a success, and reads every other response as a whole.
struct Opening {
    transport: Arc<dyn Transport>,
    redirects: Redirects,
    body: Kept,
}

type Kept = Arc<Mutex<Option<BodyStream>>>;

impl Opening {
    /// The body of the response that was a success.
    fn body(&self) -> Option<BodyStream> {
        self.body.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Transport for Opening {
    fn send(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, TransportError>> {
        let response = self.transport.open(request, limits);
        let (kept, redirects) = (Arc::clone(&self.body), self.redirects);
        Box::pin(async move {
            let (head, body) = response.await?.into_parts();
            let read = if is_success(head.status, redirects) {
                *kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(body);
                Bytes::new()
            } else {
                read_whole(body, limits).await?
            };
            Ok(http::Response::from_parts(head, read))
        })
    }

    fn open(
        &self,
        request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<http::Response<BodyStream>, TransportError>> {
        self.transport.open(request, limits)
    }

    fn upload(
        &self,
        request: http::Request<UploadStream>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<http::Response<BodyStream>, TransportError>> {
        let response = self.transport.upload(request, limits);
        let (kept, redirects) = (Arc::clone(&self.body), self.redirects);
        Box::pin(async move {
            let response = response.await?;
            if !is_success(response.status(), redirects) {
                return Ok(response);
            }
            let (head, body) = response.into_parts();
            *kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(body);
            Ok(http::Response::from_parts(head, whole_body_stream(Bytes::new())))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.transport.sleep(duration)
    }

    fn deadline(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.transport.deadline(duration)
    }
}
