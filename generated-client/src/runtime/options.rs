// @generated: part of the runtime that the generator copies. Do not edit.

//! Settings of one call, or of every call of a client.

use std::fmt;
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use super::intercept::{Chain, Intercept};
use super::retry::RetryPolicy;

const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(60);
const MAX_RESPONSE_SIZE: usize = 64 << 20;

/// How a call is sent. What is not set is taken from the client, then from the defaults.
#[derive(Clone, Default)]
#[must_use]
pub struct RequestOptions {
    timeout: Option<Duration>,
    attempt_timeout: Option<Duration>,
    retry: Option<RetryPolicy>,
    max_response_size: Option<usize>,
    endpoint: Option<String>,
    headers: Vec<(String, String)>,
    query: Vec<(String, String)>,
    members: Vec<(String, Value)>,
    invalid: Option<String>,
    interceptors: Chain,
}

impl RequestOptions {
    /// Options with nothing set. The same as [`default`](Self::default).
    pub fn new() -> Self {
        Self::default()
    }

    /// The time for the whole call, pauses and further attempts included. No limit by default. Of
    /// a response that is a stream, the time until it begins.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// The time for one attempt, from authorizing it to the last byte of the response. 60 seconds by
    /// default. Of a response that is a stream, the time until it begins, and then the time of each
    /// wait for more of it.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// When and how often a failed attempt is repeated. [`RetryPolicy::new`] by default.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = Some(policy);
        self
    }

    /// The most bytes a response may have. 64 MiB by default. Of a response that is a stream, the most
    /// bytes that one event or line of it may have: the stream itself has no end.
    pub fn max_response_size(mut self, bytes: usize) -> Self {
        self.max_response_size = Some(bytes);
        self
    }

    /// The URL to send to instead of the client's endpoint, with the same credentials. It is the whole
    /// URL that the path of an operation is added to, also of one that has a server of its own.
    pub fn endpoint(mut self, url: impl Into<String>) -> Self {
        self.endpoint = Some(url.into());
        self
    }

    /// A further request header; replaces one that the client or the operation sets. A name or
    /// value that HTTP does not allow is an error of the call.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// A further parameter of the query; replaces those of its name that the client or the operation
    /// sets. One name may be given several times.
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    /// A further member of a body that is a JSON object, or of one that is not there yet; replaces one
    /// that the client or the operation sets. A value that is no JSON is an error of the call.
    pub fn body_member(
        mut self,
        name: impl Into<String>,
        value: &(impl Serialize + ?Sized),
    ) -> Self {
        let name = name.into();
        match serde_json::to_value(value) {
            Ok(value) => {
                self.members.retain(|(given, _)| *given != name);
                self.members.push((name, value));
            }
            Err(error) => {
                let problem = format!("the member `{name}` cannot be written as JSON: {error}");
                self.invalid.get_or_insert(problem);
            }
        }
        self
    }

    /// Code of yours that sees each step of the call, after that of the client.
    pub fn interceptor(mut self, interceptor: impl Intercept) -> Self {
        self.interceptors.push(interceptor);
        self
    }

    /// These options, completed by `defaults`.
    pub(super) fn or(self, defaults: &Self) -> Self {
        let mut headers = defaults.headers.clone();
        headers.extend(self.headers);
        let query = completed(self.query, &defaults.query);
        let members = completed(self.members, &defaults.members);
        Self {
            timeout: self.timeout.or(defaults.timeout),
            attempt_timeout: self.attempt_timeout.or(defaults.attempt_timeout),
            retry: self.retry.or(defaults.retry),
            max_response_size: self.max_response_size.or(defaults.max_response_size),
            endpoint: self.endpoint.or_else(|| defaults.endpoint.clone()),
            headers,
            query,
            members,
            invalid: self.invalid.or_else(|| defaults.invalid.clone()),
            interceptors: defaults.interceptors.clone().and(self.interceptors),
        }
    }

    /// The same, with these interceptors before its own.
    pub(super) fn behind(mut self, interceptors: Chain) -> Self {
        self.interceptors = interceptors.and(self.interceptors);
        self
    }

    pub(super) fn call_limit(&self) -> Option<Duration> {
        self.timeout
    }

    pub(super) fn attempt_limit(&self) -> Option<Duration> {
        self.attempt_timeout.or(Some(ATTEMPT_TIMEOUT))
    }

    pub(super) fn retry_policy(&self) -> RetryPolicy {
        self.retry.unwrap_or_default()
    }

    pub(super) fn response_limit(&self) -> usize {
        self.max_response_size.unwrap_or(MAX_RESPONSE_SIZE)
    }

    pub(super) fn other_endpoint(&self) -> Option<&str> {
        self.endpoint.as_deref()
    }

    pub(super) fn interceptors(&self) -> &Chain {
        &self.interceptors
    }

    pub(super) fn query_pairs(&self) -> &[(String, String)] {
        &self.query
    }

    pub(super) fn members(&self) -> &[(String, Value)] {
        &self.members
    }

    /// Why no call can be made with these options.
    pub(super) fn problem(&self) -> Option<&str> {
        self.invalid.as_deref()
    }

    pub(super) fn headers(&self) -> &[(String, String)] {
        &self.headers
    }
}

/// The values of `own`, after those of `defaults` with other names.
fn completed<T: Clone>(own: Vec<(String, T)>, defaults: &[(String, T)]) -> Vec<(String, T)> {
    let is_other = |given: &&(String, T)| own.iter().all(|(name, _)| *name != given.0);
    let mut all: Vec<_> = defaults.iter().filter(is_other).cloned().collect();
    all.extend(own);
    all
}

fn names<T>(values: &[(String, T)]) -> Vec<&str> {
    values.iter().map(|(name, _)| name.as_str()).collect()
}

/// Without the values of headers, parameters, members and the endpoint, which may hold secrets.
impl fmt::Debug for RequestOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestOptions")
            .field("timeout", &self.timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("retry", &self.retry)
            .field("max_response_size", &self.max_response_size)
            .field("headers", &names(&self.headers))
            .field("query", &names(&self.query))
            .field("members", &names(&self.members))
            .field("interceptors", &self.interceptors)
            .finish_non_exhaustive()
    }
}
