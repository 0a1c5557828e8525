//! What the guide says of seeing and steering calls: the text of each section, and its code.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Service;

/// A title, a text, and a program.
type Topic = (&'static str, &'static str, TokenStream);

/// All of them.
pub(super) fn sections(service: &Service) -> Vec<Topic> {
    let vendor = service.vendor.map_or(&[][..], |vendor| vendor.guide).iter();
    let of_vendor = vendor.map(|(title, text, code)| {
        let code = code.parse::<TokenStream>();
        (*title, *text, code.expect("the functions of a vendor are Rust"))
    });
    let common = [tracing(), interceptors(), undescribed(), previews(), waiting(), blocking()];
    common.into_iter().chain(of_vendor).collect()
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

/// What the description does not have.
fn undescribed() -> Topic {
    let text = "`call` of the client makes a request that no operation covers; it is authorized and \
                repeated like any other. [`RequestOptions`] add to a request what its operation \
                lacks: headers, parameters of the query (`query`) and members of the body \
                (`body_member`). [`SendAs`] returns a response as it came, and its `json` reads it.";
    let code = quote! {
        async fn rename(client: &Client) -> Result<Value> {
            let options = RequestOptions::new().query("force", "true").body_member("name", "new");
            client.call(Method::PUT, "/things/t-1?rename").options(options).send().await
        }
    };
    ("Beyond the description", text, code)
}

/// Requests that are shown.
fn previews() -> Topic {
    let text = "`preview` of [`Inspect`] shows a request without sending it: its method, URL, headers \
                and body, or all of that as a command line for `curl`. Secrets are left out.";
    let code = quote! {
        fn show(request: impl Inspect) -> Result<()> {
            let preview = request.preview()?;
            println!("{}", preview.curl());
            Ok(())
        }
    };
    ("Previews", text, code)
}

/// Requests that are sent until something has happened.
fn waiting() -> Topic {
    let text = "`until` of [`Wait`] sends a request again until a closure says so of the response. The \
                pauses grow; the time, the responses that mean failure, and a resource that is \
                missing at first are settings. `until_gone` waits for a 404.";
    let code = quote! {
        async fn wait<R: Wait>(request: R, done: fn(&R::Output) -> bool) -> Result<R::Output> {
            request
                .until(done)
                .may_be_missing_at_first()
                .within(Duration::from_secs(300))
                .send()
                .await
        }
    };
    ("Waiting", text, code)
}

/// Calls without an async runtime.
fn blocking() -> Topic {
    let text = "With the feature `blocking`, `send_blocking` of [`SendBlocking`] and `wait` of all that \
                `send` and its relatives return block the thread until the call is over. They need \
                no async runtime, and work inside one too.";
    let code = quote! {
        fn send<R: SendBlocking>(request: R) -> Result<R::Output> {
            request.send_blocking()
        }
    };
    ("Blocking calls", text, code)
}
