// @generated: part of the runtime that the generator copies. Do not edit.

//! Which credentials go with a call: what its operation needs, and what the client has.

use std::sync::Arc;
use std::time::SystemTime;

use bytes::Bytes;

use super::authorize::Authorize;
use super::error::{Error, ErrorKind, Result};

/// The credentials that authorize a request: alternatives, each of credentials that are sent together. They are
/// named by their setters on the client's builder.
///
/// Nothing is needed where there are no alternatives, or where one of them is empty.
pub type Needs = &'static [&'static [&'static str]];

/// The credentials of a client.
#[derive(Clone, Debug, Default)]
pub(super) struct Keyring {
    /// What takes the place of all others.
    own: Option<Arc<dyn Authorize>>,
    /// By the name of their setter.
    given: Vec<(&'static str, Arc<dyn Authorize>)>,
    /// Whether requests are sent without credentials that they need.
    pub(super) is_anonymous: bool,
}

impl Keyring {
    /// Authorizes every request, whichever credentials its operation needs.
    pub(super) fn set_own(&mut self, authorizer: impl Authorize) {
        self.own = Some(Arc::new(authorizer));
    }

    /// Sets what `setter` stands for; replaces an earlier one.
    pub(super) fn set(&mut self, setter: &'static str, authorizer: impl Authorize) {
        self.given.retain(|(given, _)| *given != setter);
        self.given.push((setter, Arc::new(authorizer)));
    }

    /// Whether there is nothing to authorize any request with.
    pub(super) fn is_empty(&self) -> bool {
        self.own.is_none() && self.given.is_empty()
    }

    /// Whether a request for which these were chosen has credentials.
    pub(super) fn has(&self, chosen: &[&'static str]) -> bool {
        self.own.is_some() || !chosen.is_empty()
    }

    /// The first of the alternatives that all credentials are there for.
    pub(super) fn choose(&self, needs: Needs) -> Result<&'static [&'static str]> {
        if self.own.is_some() || needs.is_empty() {
            return Ok(&[]);
        }
        let fits = |all: &&&[&'static str]| all.iter().all(|setter| self.get(setter).is_some());
        match needs.iter().find(fits) {
            Some(all) => Ok(all),
            None if self.is_anonymous => Ok(&[]),
            None => Err(missing(needs)),
        }
    }

    /// Authorizes `request` by all of the chosen credentials, or by what takes their place.
    pub(super) async fn authorize(
        &self,
        chosen: &[&'static str],
        request: &mut http::Request<Bytes>,
        now: SystemTime,
    ) -> Result<()> {
        if let Some(own) = &self.own {
            return own.authorize(request, now).await;
        }
        for authorizer in chosen.iter().filter_map(|setter| self.get(setter)) {
            authorizer.authorize(request, now).await?;
        }
        Ok(())
    }

    fn get(&self, setter: &str) -> Option<&dyn Authorize> {
        self.given.iter().find(|(given, _)| *given == setter).map(|(_, authorizer)| &**authorizer)
    }
}

/// The error that says what would be enough.
fn missing(needs: Needs) -> Error {
    let alternatives: Vec<String> = needs
        .iter()
        .map(|all| all.iter().map(|setter| format!("`{setter}`")).collect::<Vec<_>>().join(" and "))
        .collect();
    let message = format!(
        "needs {}: see the client builder, whose `anonymous` sends requests without",
        alternatives.join(", or ")
    );
    Error::new(ErrorKind::Authorization, message)
}
