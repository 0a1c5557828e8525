// @generated: part of the runtime that the generator copies. Do not edit.

//! A client and how it is made.

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use super::authorization::Keyring;
use super::authorize::Authorize;
use super::clock::Clock;
use super::endpoint::Endpoint;
use super::error::{Error, ErrorKind, Result};
use super::intercept::{Chain, Intercept};
use super::operation::Service;
use super::options::RequestOptions;
use super::transport::Transport;

/// The inside of every client. A clone is cheap and shares the connections.
#[derive(Clone)]
pub struct Core(Arc<CoreInner>);

pub(super) struct CoreInner {
    pub(super) service: &'static Service,
    /// Values of variables in the service's URL.
    pub(super) variables: Vec<(&'static str, String)>,
    pub(super) endpoint: Endpoint,
    /// Whether the endpoint is the caller's, not the service's own.
    pub(super) endpoint_is_chosen: bool,
    pub(super) transport: Arc<dyn Transport>,
    pub(super) credentials: Keyring,
    pub(super) options: Arc<RequestOptions>,
    pub(super) clock: Clock,
    /// Whether responses may lack required members.
    pub(super) is_lenient: bool,
}

impl CoreInner {
    /// Where an operation is sent that has a server of its own: the URL of one, or a path on the
    /// host of the client's endpoint. Of an endpoint that the caller chose, the host counts there
    /// too: it is a test server, or a gateway.
    pub(super) fn elsewhere(&self, url: &str) -> Result<Endpoint> {
        let url = Endpoint::filled(self.service, url, &self.variables)?;
        if !url.contains("://") {
            return Ok(self.endpoint.with_path(&url));
        }
        let own = Endpoint::parse(&url)?;
        Ok(if self.endpoint_is_chosen { self.endpoint.with_path(&own.path) } else { own })
    }
}

impl Core {
    pub(super) fn inner(&self) -> &CoreInner {
        &self.0
    }
}

impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("service", &self.0.service.name)
            .field("endpoint", &format_args!("{}", self.0.endpoint))
            .field("credentials", &self.0.credentials)
            .field("options", &self.0.options)
            .field("clock", &self.0.clock)
            .finish_non_exhaustive()
    }
}

/// Collects the settings of a client.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<C> {
    service: &'static Service,
    wrap: fn(Core) -> C,
    variables: Vec<(&'static str, String)>,
    endpoint: Option<String>,
    transport: Option<Arc<dyn Transport>>,
    credentials: Keyring,
    options: RequestOptions,
    interceptors: Chain,
    clock: Box<dyn Fn() -> SystemTime + Send + Sync>,
    /// `None`: as the service's description says.
    lenient: Option<bool>,
}

impl<C> ClientBuilder<C> {
    /// A builder for a client of `service`; `wrap` makes the client.
    #[doc(hidden)]
    pub fn new(service: &'static Service, wrap: fn(Core) -> C) -> Self {
        Self {
            service,
            wrap,
            variables: Vec::new(),
            endpoint: None,
            transport: None,
            credentials: Keyring::default(),
            options: RequestOptions::new(),
            interceptors: Chain::default(),
            clock: Box::new(SystemTime::now),
            lenient: None,
        }
    }

    /// The value of a variable in the service's URL. Letters, digits and `-._~` are allowed.
    #[doc(hidden)]
    pub fn variable(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.variables.push((name, value.into()));
        self
    }

    /// The URL to send to, in place of the service's own. An operation that has a server of its own
    /// keeps the path that it has there: only the scheme and the host are replaced.
    pub fn endpoint(mut self, url: impl Into<String>) -> Self {
        self.endpoint = Some(url.into());
        self
    }

    /// The HTTP stack. By default one over hyper and rustls, if the feature `hyper` is on.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Authorizes every request, whichever credentials its operation needs. Other credentials are not
    /// used then.
    pub fn authorizer(mut self, authorizer: impl Authorize) -> Self {
        self.credentials.set_own(authorizer);
        self
    }

    /// Takes the place of the setter of credentials with this name: for example an authorizer whose
    /// token changes, in place of `bearer_token`. It authorizes only the requests whose operation
    /// needs that setter.
    pub fn authorizer_of(mut self, setter: &'static str, authorizer: impl Authorize) -> Self {
        self.credentials.set(setter, authorizer);
        self
    }

    /// Sends requests without the credentials that their operations need and that were not given:
    /// for a server that asks for none, such as one of your own.
    pub fn anonymous(mut self) -> Self {
        self.credentials.is_anonymous = true;
        self
    }

    /// The options of every call that does not set its own.
    pub fn options(mut self, options: RequestOptions) -> Self {
        self.options = options;
        self
    }

    /// Code of yours that sees each step of every call, and may change requests before they are
    /// signed. The first one given comes first.
    pub fn interceptor(mut self, interceptor: impl Intercept) -> Self {
        self.interceptors.push(interceptor);
        self
    }

    /// The clock that dates requests. By default that of the system.
    pub fn clock(mut self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Box::new(now);
        self
    }

    /// Whether responses may lack members that the description requires, or have null in their place.
    /// By default that is an error of kind [`ErrorKind::Decode`], unless the description of the
    /// service says otherwise.
    ///
    /// A lenient client reads such a member as the default of its type: 0, an empty text, an empty
    /// list. Values with such members should not be sent back. An empty response is an error all the
    /// same, and so is an object that has none of the required members of the whole response.
    pub fn lenient(mut self, lenient: bool) -> Self {
        self.lenient = Some(lenient);
        self
    }

    /// Builds the client. Nothing is sent yet, and no async runtime is needed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`] if the endpoint is not a URL, if every operation of the service
    /// needs credentials and none were given, or if there is no transport.
    pub fn build(self) -> Result<C> {
        let has_none = self.credentials.is_empty() && !self.credentials.is_anonymous;
        if self.service.requires_auth && has_none {
            return Err(Error::new(
                ErrorKind::Configuration,
                format!(
                    "`{}` requires credentials: give them to the client builder, or call its \
                     `anonymous`",
                    self.service.name
                ),
            ));
        }
        let endpoint = match &self.endpoint {
            Some(url) => Endpoint::parse(url)?,
            None => Endpoint::of(self.service, self.service.endpoint, &self.variables)?,
        };
        let transport = match self.transport {
            Some(transport) => transport,
            None => default_transport()?,
        };
        Ok((self.wrap)(Core(Arc::new(CoreInner {
            service: self.service,
            variables: self.variables,
            endpoint,
            endpoint_is_chosen: self.endpoint.is_some(),
            transport,
            credentials: self.credentials,
            options: Arc::new(self.options.behind(self.interceptors)),
            clock: Clock::new(self.clock),
            is_lenient: self.lenient.unwrap_or(self.service.is_lenient),
        }))))
    }
}

#[cfg(feature = "hyper")]
fn default_transport() -> Result<Arc<dyn Transport>> {
    Ok(Arc::new(super::hyper_transport::HyperTransport::new()))
}

#[cfg(not(feature = "hyper"))]
fn default_transport() -> Result<Arc<dyn Transport>> {
    Err(Error::new(
        ErrorKind::Configuration,
        "there is no transport: enable the feature `hyper`, or give the client builder a transport",
    ))
}

impl<C> fmt::Debug for ClientBuilder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("service", &self.service.name)
            .field("variables", &self.variables)
            .field("credentials", &self.credentials)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
