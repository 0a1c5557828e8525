// @generated: part of the runtime that the generator copies. Do not edit.

//! What the requests of operations have in common: their values, and the type of their response.

use std::fmt::Debug;

use super::call::Call;
use super::client::Core;
use super::options::RequestOptions;
use super::response::{Response, Sending};
use super::send_as::SendAs;

/// The values of a request, each in a public field: what `Client::request` makes a request of.
///
/// `ListImagesInput` is that of `list_images`. `Debug` shows all values but secrets.
pub trait Input: Clone + Debug + PartialEq {
    /// The request of the operation.
    type Request;

    #[doc(hidden)]
    fn request(self, client: &Core) -> Self::Request;

    /// Records the values for the wire.
    #[doc(hidden)]
    fn record(&self, client: &Core) -> Call;
}

/// A request whose response has a type: that of each operation is one.
pub trait TypedRequest: Sized + Send + 'static {
    /// The body of the response.
    type Output: Send + 'static;

    /// The method of a call that reads it.
    #[doc(hidden)]
    const SEND: SendCall<Self::Output>;

    /// The request as it goes over the wire.
    #[doc(hidden)]
    fn into_call(self) -> Call;
}

/// Sends a call, and reads its response.
pub type SendCall<T> = fn(Call) -> Sending<Response<T>>;

impl<R: TypedRequest> SendAs for R {
    fn into_call(self) -> Call {
        TypedRequest::into_call(self)
    }
}

impl Core {
    /// A request with these values.
    pub fn request<I: Input>(&self, input: I) -> I::Request {
        input.request(self)
    }
}

/// What every request is made of.
#[derive(Clone, Debug)]
pub struct Request<I> {
    /// The values.
    pub input: I,
    /// The options of this call.
    pub options: Option<RequestOptions>,
    client: Core,
}

impl<I: Input> Request<I> {
    /// A request without options of its own.
    pub fn new(client: &Core, input: I) -> Self {
        Self { input, options: None, client: client.clone() }
    }

    /// The request as it goes over the wire.
    pub fn call(self) -> Call {
        let call = self.input.record(&self.client);
        match self.options {
            Some(options) => call.options(options),
            None => call,
        }
    }
}
