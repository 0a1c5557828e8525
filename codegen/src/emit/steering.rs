//! What the guide says of seeing and steering calls: the text of each section, and its code.

use proc_macro2::TokenStream;
use quote::quote;

/// A title, a text, and a program.
type Topic = (&'static str, &'static str, TokenStream);

/// All of them.
pub(super) fn sections() -> Vec<Topic> {
    vec![tracing(), interceptors()]
}

/// Spans, and a transport around another one.
fn tracing() -> Topic {
    let text = "With the feature `tracing`, a call is a span, each attempt is a span inside it, and \
                retries and corrections of the clock are events. Names and values are those of \
                OpenTelemetry's conventions for HTTP clients, and none of them is a secret. Without \
                the feature, a [`Transport`] around another one finds an [`Attempt`] among the \
                extensions of each request.";
    let code = quote! {
        struct Printing<T>(T);

        impl<T: Transport> Transport for Printing<T> {
            fn send(
                &self,
                request: Request<Bytes>,
                limits: Limits,
            ) -> BoxFuture<'static, Result<Response<Bytes>, TransportError>> {
                if let Some(attempt) = request.extensions().get::<Attempt>() {
                    eprintln!("{}, attempt {}", attempt.operation(), attempt.number());
                }
                self.0.send(request, limits)
            }

            fn open(
                &self,
                request: Request<Bytes>,
                limits: Limits,
            ) -> BoxFuture<'static, Result<Response<BodyStream>, TransportError>> {
                self.0.open(request, limits)
            }

            fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
                self.0.sleep(duration)
            }

            fn deadline(&self, duration: Duration) -> BoxFuture<'static, ()> {
                self.0.deadline(duration)
            }
        }
    };
    ("Tracing", text, code)
}

/// Code of the caller around the steps of a call.
fn interceptors() -> Topic {
    let text = "An [`Intercept`] sees each step of a call: before a request is signed, when it may \
                change it, before it is sent, after the response, before a further attempt, and at \
                the end. It is given to the builder for all calls, or to the [`RequestOptions`] of \
                one. [`on_request`] makes one of a closure.";
    let code = quote! {
        struct Durations;

        impl Intercept for Durations {
            fn before_signing(
                &self,
                _: &mut Request<Bytes>,
                context: &mut CallContext,
            ) -> Result<()> {
                context.values_mut().insert(Instant::now());
                Ok(())
            }

            fn after_response(&self, response: &Response<Bytes>, context: &mut CallContext) {
                if let Some(start) = context.values().get::<Instant>() {
                    let status = response.status();
                    println!("{}: {status} after {:?}", context.operation(), start.elapsed());
                }
            }
        }

        fn options() -> RequestOptions {
            RequestOptions::new().interceptor(Durations)
        }
    };
    ("Interceptors", text, code)
}
