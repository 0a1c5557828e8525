// @generated: part of the runtime that the generator copies. Do not edit.

//! A request while it is recorded.

use std::borrow::Cow;
use std::fmt;

use http::{HeaderName, HeaderValue, Method, StatusCode};

use super::authorization::Needs;
use super::body::Body;
use super::client::Core;
use super::encode::{self, Pair};
use super::multipart::PartHeaders;
use super::operation::Operation;
use super::options::RequestOptions;
use super::scalar::Scalar;

/// One call of an operation. It owns everything it needs.
///
/// Values are encoded when they are recorded. One that cannot be encoded is an error of
/// [`send`](Call::send), so that a request is recorded in one chain.
#[derive(Clone)]
pub struct Call {
    pub(super) core: Core,
    pub(super) operation: &'static Operation,
    pub(super) path: Vec<String>,
    pub(super) query: Vec<Pair>,
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
    pub(super) body: Body,
    pub(super) part_headers: PartHeaders,
    pub(super) options: Option<Box<RequestOptions>>,
    pub(super) home: Option<&'static str>,
    pub(super) needs: Needs,
    pub(super) redirects: Redirects,
    pub(super) invalid: Option<String>,
    pub(super) hidden: Hidden,
    /// Where it goes to, if no operation covers it.
    pub(super) raw: Option<Box<Raw>>,
}

/// Method and path of a request that no operation covers.
#[derive(Clone)]
pub(super) struct Raw {
    pub(super) method: Method,
    pub(super) path: String,
}

/// What of the URL is not shown, since it may be a secret.
#[derive(Clone, Default)]
pub(super) struct Hidden {
    /// Whether that is an argument of the path.
    pub(super) path: bool,
    /// The names of parameters of the query.
    pub(super) query: Vec<Cow<'static, str>>,
}

impl Core {
    /// A call of this operation, with nothing recorded.
    pub fn call(&self, operation: &'static Operation) -> Call {
        Call::new(self.clone(), operation)
    }
}

impl Call {
    fn new(core: Core, operation: &'static Operation) -> Self {
        Self {
            needs: core.inner().service.needs,
            core,
            operation,
            path: Vec::new(),
            query: Vec::new(),
            headers: Vec::new(),
            body: Body::Empty,
            part_headers: &[],
            options: None,
            home: None,
            redirects: None,
            invalid: None,
            hidden: Hidden::default(),
            raw: None,
        }
    }

    /// The next path argument, in the order of the template.
    ///
    /// An empty one is an error, and so are `.` and `..`: servers and proxies take them for steps
    /// in the path, and the request would be another one.
    #[must_use]
    pub fn path(mut self, value: &(impl Scalar + ?Sized)) -> Self {
        self.hidden.path |= value.is_secret();
        self.record_path(encode::component(&value.text()));
        self
    }

    /// A query parameter; replaces earlier values of that name.
    #[must_use]
    pub fn query(mut self, name: &'static str, value: &(impl Scalar + ?Sized)) -> Self {
        self.hide_if(value.is_secret(), name);
        encode::replace(&mut self.query, name, [encode::component(&value.text())]);
        self
    }

    /// A query parameter that is repeated for each value; replaces earlier values.
    #[must_use]
    pub fn query_list(mut self, name: &'static str, values: &[impl Scalar]) -> Self {
        self.hide_if(values.iter().any(Scalar::is_secret), name);
        let values = values.iter().map(|value| encode::component(&value.text()));
        encode::replace(&mut self.query, name, values);
        self
    }

    /// A query parameter whose values are joined by `separator`, which goes over the wire as it
    /// is; replaces earlier values. No values are no parameter.
    #[must_use]
    pub fn query_joined(
        mut self,
        name: &'static str,
        separator: &str,
        values: &[impl Scalar],
    ) -> Self {
        self.hide_if(values.iter().any(Scalar::is_secret), name);
        encode::replace(&mut self.query, name, joined(separator, values));
        self
    }

    /// A header; replaces an earlier value of that name.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &(impl Scalar + ?Sized)) -> Self {
        self.record_header(name, value.text());
        self
    }

    /// The type of the response, `application/json` by default.
    #[must_use]
    pub fn accept(self, media_type: &'static str) -> Self {
        self.header("accept", media_type)
    }

    /// Sends the request to this URL, or to this path on the host of the client's endpoint: not every
    /// operation is where the service is. `{name}` stands for a variable of the service's URL. If the
    /// caller chose an endpoint, only the path counts.
    #[must_use]
    pub fn at(mut self, url: &'static str) -> Self {
        self.home = Some(url);
        self
    }

    /// What authorizes the request, where that is not what the service says of all others.
    #[must_use]
    pub fn needs(mut self, needs: Needs) -> Self {
        self.needs = needs;
        self
    }

    /// A redirect is a success, whose headers say where to, unless its status is one of `refused`.
    /// Without this it is an error. It is never followed.
    #[must_use]
    pub fn redirects(mut self, refused: &'static [u16]) -> Self {
        self.redirects = Some(refused);
        self
    }

    /// The options of this call; replaces earlier ones.
    #[must_use]
    pub fn options(mut self, options: RequestOptions) -> Self {
        self.options = Some(Box::new(options));
        self
    }

    /// Keeps the parameter of this name out of what is shown of the URL.
    pub(super) fn hide_if(&mut self, is_hidden: bool, name: &'static str) {
        if is_hidden {
            self.hidden.query.push(name.into());
        }
    }

    /// Records an argument that is encoded; the rejected ones are the same before and after that.
    pub(super) fn record_path(&mut self, value: String) {
        if matches!(value.as_str(), "" | "." | "..") {
            let index = self.path.len() + 1;
            self.reject(format!("path argument {index} must not be `{value}`"));
        }
        self.path.push(value);
    }

    pub(super) fn record_header(&mut self, name: &str, value: String) {
        match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            (Ok(name), Ok(value)) => {
                self.headers.retain(|(given, _)| *given != name);
                self.headers.push((name, value));
            }
            _ => self.reject(format!("the header `{name}` or its value is not allowed by HTTP")),
        }
    }

    /// The value of a header, if it is set.
    pub(super) fn given_header(&self, name: &HeaderName) -> Option<&HeaderValue> {
        self.headers.iter().find(|(given, _)| given == name).map(|(_, value)| value)
    }

    /// Keeps the first reason why this call cannot be sent.
    pub(super) fn reject(&mut self, reason: String) {
        self.invalid.get_or_insert(reason);
    }
}

/// Whether redirects are successes, and the statuses of those that are not.
pub(super) type Redirects = Option<&'static [u16]>;

/// Whether a response with this status is one that the caller waits for.
pub(super) fn is_success(status: StatusCode, redirects: Redirects) -> bool {
    let is_wanted = |refused: &[u16]| !refused.contains(&status.as_u16());
    status.is_success() || status.is_redirection() && redirects.is_some_and(is_wanted)
}

/// The texts of a list, encoded, as one; `None` if there are none.
pub(super) fn joined(separator: &str, values: &[impl Scalar]) -> Option<String> {
    let values: Vec<_> = values.iter().map(|value| encode::component(&value.text())).collect();
    (!values.is_empty()).then(|| values.join(separator))
}

/// Shows the names of what is set, not the values: any of them may be a secret.
impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let query: Vec<&str> = self.query.iter().map(|(name, _)| name.as_ref()).collect();
        let headers: Vec<&HeaderName> = self.headers.iter().map(|(name, _)| name).collect();
        f.debug_struct("Call")
            .field("operation", &self.operation.id)
            .field("path", &self.operation.path)
            .field("query", &query)
            .field("headers", &headers)
            .field("body", &self.body.names())
            .field("options", &self.options)
            .field("client", &self.core)
            .finish_non_exhaustive()
    }
}
