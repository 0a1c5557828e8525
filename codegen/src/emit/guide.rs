//! What a caller has to know about a client beyond its operations, section by section. The README
//! and the page of the client both have it.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{credentials, example, literal, program, steering};
use crate::ir::{Crate, ErrorBodies, Idempotency, Operation, Service};
use crate::markdown::code;
use crate::name::Ident;

/// A part of the guide.
pub(super) struct Section {
    pub(super) title: &'static str,
    /// In Markdown, with links as in [`links`](super::links).
    pub(super) text: String,
    /// A program that compiles: its lines.
    pub(super) code: Vec<String>,
}

/// All sections about the client of `service`.
pub(super) fn sections(krate: &Crate, service: &Service) -> Vec<Section> {
    let guide = Guide { krate, service };
    let sections = [
        guide.requests(),
        guide.credentials(),
        Some(guide.endpoints()),
        Some(guide.errors()),
        Some(guide.retries()),
        Some(guide.timeouts()),
        Some(guide.proxies()),
        guide.pagination(),
        guide.streams(),
    ];
    let steering = steering::sections(service).into_iter();
    let steering = steering.map(|(title, text, code)| guide.section(title, text.to_owned(), code));
    sections.into_iter().flatten().chain(steering).chain(guide.testing()).collect()
}

struct Guide<'k> {
    krate: &'k Crate,
    service: &'k Service,
}

impl Guide<'_> {
    fn requests(&self) -> Option<Section> {
        let operation = self.service.shown_request(self.krate)?;
        let mut text =
            "Required values are arguments: those of the path first, then the others in \
                        the order of the description."
                .to_owned();
        let structs = self.service.operations.iter();
        let with_struct = structs.filter_map(|it| Some((&it.name, it.required.as_ref()?))).next();
        if let Some((method, required)) = with_struct {
            text.push_str(&format!(
                " More than three of them, or two neighbours that could be swapped unnoticed (two \
                 texts, two integers, two values of one type), are the fields of one struct: \
                 `{required}` is that of `{method}`."
            ));
        }
        text.push_str(
            " Optional values are setters. `send` performs the call and returns the body of the \
             response; `send_with_response` returns it in a [`Response`], with the HTTP status, the \
             headers and the request identifier. `as_input` returns all \
             values of a request, and `client.request(input)` makes a request of them: they can be \
             stored, compared and logged. `Debug` shows no secret. Where the description is wrong, \
             the methods of [`SendAs`] read the response as bytes, as text, as a type of yours or as \
             a stream.",
        );
        let call = example::call(self.service, operation, false);
        let code = quote! {
            async fn send_and_log(client: &Client) -> Result<()> {
                let input = #call.as_input().clone();
                println!("{input:?}");
                client.request(input).send().await?;
                Ok(())
            }
        };
        Some(self.section("Requests", text, code))
    }

    fn credentials(&self) -> Option<Section> {
        let text = credentials::guide(self.service)?;
        let build = example::build(self.service, &self.service.needs);
        let code = function_of_client(&TokenStream::new(), &build);
        Some(self.section("Credentials", text, code))
    }

    fn endpoints(&self) -> Section {
        let endpoint = &self.service.endpoint;
        let variables = endpoint.variables.iter().map(|variable| {
            let (setter, default) = (&variable.setter, code(&variable.default));
            format!("`{setter}` (by default `{default}`)")
        });
        let variables: Vec<_> = variables.collect();
        let mut text = match (&endpoint.example, &variables[..]) {
            (Some(url), _) => format!(
                "The description of the service names no host: give the builder the whole URL as \
                 its `endpoint`, such as `{}`.",
                code(url)
            ),
            (None, []) => {
                "Calls go to the address that the service documents, unless the builder is given \
                 another `endpoint`: a test server, or another installation of the service."
                    .to_owned()
            }
            (None, variables) => format!(
                "The builder's setters choose where calls go: {}. An `endpoint` takes the place of \
                 all of that: a test server, or another installation of the service.",
                variables.join(", ")
            ),
        };
        if self.service.operations.iter().any(|operation| operation.endpoint.is_some()) {
            text.push_str(
                " An operation that the service has on a server of its own keeps the path that it \
                 has there.",
            );
        }
        text.push_str(
            " [`RequestOptions::endpoint`] does the same for one call. No redirect is followed.",
        );
        let builder = example::builder(self.service, &self.service.needs);
        let endpoint = match &endpoint.example {
            Some(_) => None,
            None => Some(quote!(.endpoint("https://localhost:8443"))),
        };
        let code = function_of_client(&TokenStream::new(), &quote!(#builder #endpoint.build()));
        self.section("Endpoints", text, code)
    }

    fn errors(&self) -> Section {
        let mut text = "A call that fails returns an [`Error`]. It has the HTTP status, the \
                        message and the body of the response, the request id that the support of \
                        the service asks for, and the number of attempts."
            .to_owned();
        if !self.krate.error_codes.variants.is_empty() {
            text.push_str(
                " [`Error::code`] is one of the documented codes; a code that is not documented is \
                 kept as [`ErrorCode::Unrecognized`].",
            );
        }
        let mut operations = self.service.operations.iter();
        if operations.any(|it| matches!(it.error_bodies, Some(ErrorBodies::One(..)))) {
            text.push_str(" [`Error::body_of`] reads the body that an operation documents.");
        }
        let code = quote! {
            fn explain(error: &Error) {
                match error.kind() {
                    ErrorKind::Service => eprintln!("{:?}: {}", error.status(), error.message()),
                    ErrorKind::Timeout => eprintln!("no answer in {} attempts", error.attempts()),
                    _ => eprintln!("{error}"),
                }
            }
        };
        self.section("Errors", text, code)
    }

    fn retries(&self) -> Section {
        let mut operations = self.service.operations.iter();
        let has_tokens = operations.any(|it| matches!(it.idempotency, Idempotency::Token(_)));
        let safe = match has_tokens {
            true => {
                "when its method is idempotent, or when it carries an idempotency token, which \
                     the client fills in"
            }
            false => "when its operation is idempotent",
        };
        let text = format!(
            "Transient failures are retried with exponential backoff when repeating the request is \
             safe: {safe}. [`RetryPolicy`] sets how often and how long. Options are given to the \
             builder for all calls, or to the `options` of one request."
        );
        let code = quote! {
            fn options() -> RequestOptions {
                RequestOptions::new().retry(RetryPolicy::new().max_retries(5))
            }
        };
        self.section("Retries", text, code)
    }

    fn timeouts(&self) -> Section {
        let text = "An attempt may take 60 seconds; a call, with all its attempts and pauses, as \
                    long as they take together. [`RequestOptions`] limits both."
            .to_owned();
        let code = quote! {
            fn options() -> RequestOptions {
                RequestOptions::new()
                    .timeout(Duration::from_secs(30))
                    .attempt_timeout(Duration::from_secs(10))
            }
        };
        self.section("Timeouts", text, code)
    }

    fn proxies(&self) -> Section {
        let text =
            "[`HyperTransport`] takes proxies from `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` \
                    and `NO_PROXY`. [`Proxies`] sets others. An HTTP stack of your own implements \
                    [`Transport`]."
                .to_owned();
        let builder = example::builder(self.service, &self.service.needs);
        let code = function_of_client(
            &quote!(let proxies = Proxies::all("http://proxy.example:3128")?;),
            &quote!(#builder.transport(HyperTransport::new().proxies(proxies)).build()),
        );
        self.section("Proxies", text, code)
    }

    fn pagination(&self) -> Option<Section> {
        let operation = self.service.shown_list()?;
        let text = "Lists that come in pages are streams: `items` yields every item of every page \
                    and asks for the next page when it is needed, `pages` yields the pages. See \
                    [`Items`] and [`Pages`]: they can start at a cursor that was kept, go on after an \
                    error, and collect so many items."
            .to_owned();
        Some(self.shown("Pagination", text, operation))
    }

    fn streams(&self) -> Option<Section> {
        let operation = self.service.shown_stream()?;
        let text = "A response that is a stream is read while it arrives: `try_next` waits for \
                    what comes next, at most as long as an attempt may take."
            .to_owned();
        Some(self.shown("Streams", text, operation))
    }

    /// A section with the call of an operation as it is documented.
    fn shown(&self, title: &'static str, text: String, operation: &Operation) -> Section {
        let call = example::call(self.service, operation, false);
        let used = example::used(operation, &call);
        let code = quote! {
            async fn example(client: &Client) -> Result<()> {
                #used
                Ok(())
            }
        };
        self.section(title, text, code)
    }

    fn testing(&self) -> Option<Section> {
        let operation = self.service.shown_test(self.krate)?;
        let (target, response) =
            (operation.example.target.as_deref()?, operation.example.response.as_ref()?);
        let text =
            "With the feature `mock`, the module `mock` has a [`MockTransport`] that answers \
                    from memory and keeps the requests, so that code which uses the client is \
                    tested without a server."
                .to_owned();
        let method = Ident::fixed(operation.method.constant()?);
        let status = status(response.status);
        let reply = match &response.body {
            Some(body) => {
                let body = literal::raw_string(&body.to_string());
                quote!(Reply::json(#status, #body))
            }
            None => quote!(Reply::empty(#status)),
        };
        let call = example::call(self.service, operation, false);
        let settings = credentials::of_test(self.service);
        let code = quote! {
            async fn test() -> Result<()> {
                let mock = MockTransport::new().on(Method::#method, #target, #reply);
                let client = Client::builder() #settings.transport(mock.clone()).build()?;
                #call.send().await?;
                assert_eq!(mock.requests().len(), 1);
                Ok(())
            }
        };
        Some(self.section("Testing", text, code))
    }

    fn section(&self, title: &'static str, text: String, functions: TokenStream) -> Section {
        Section { title, text, code: program::lines(self.krate, self.service, functions) }
    }
}

/// The constant of a status.
fn status(status: u16) -> TokenStream {
    match status {
        200 => quote!(StatusCode::OK),
        201 => quote!(StatusCode::CREATED),
        202 => quote!(StatusCode::ACCEPTED),
        204 => quote!(StatusCode::NO_CONTENT),
        other => {
            let other = Literal::u16_unsuffixed(other);
            quote!(StatusCode::from_u16(#other).expect("it is a status"))
        }
    }
}

/// A function that returns what `build` makes.
fn function_of_client(statement: &TokenStream, build: &TokenStream) -> TokenStream {
    quote! {
        fn client() -> Result<Client> {
            #statement
            #build
        }
    }
}
