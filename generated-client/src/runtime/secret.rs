// @generated: part of the runtime that the generator copies. Do not edit.

//! Texts that are never printed.

use std::cell::Cell;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::Zeroizing;

/// What stands in the place of a secret where a request is shown.
pub(super) const REDACTED: &str = "REDACTED";

thread_local! {
    static IS_REDACTED: Cell<bool> = const { Cell::new(false) };
}

/// What `record` makes of a request, with [`REDACTED`] for each secret of it.
pub(super) fn redacted<T>(record: impl FnOnce() -> T) -> T {
    /// Ends it even if recording panics.
    struct Reset(bool);
    impl Drop for Reset {
        fn drop(&mut self) {
            IS_REDACTED.set(self.0);
        }
    }
    let _reset = Reset(IS_REDACTED.replace(true));
    record()
}

/// A password or another text that must not be seen: `Debug` does not show it, and it is wiped
/// from memory when it is dropped.
#[derive(Clone, Default)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// The text itself.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What stands for it in a request.
    pub(super) fn written(&self) -> &str {
        if IS_REDACTED.get() { REDACTED } else { &self.0 }
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(Zeroizing::new(text.to_owned()))
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Secret {}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

/// Members of a body that must not be sent as they are, by their names in JSON.
///
/// They are an extension of the request that an authorizer gets, which is the one that knows the
/// key: it takes them, and puts them into the body encrypted. A request that still has them after
/// that is not sent.
#[derive(Clone, Debug)]
pub struct SecretMembers(pub Vec<(&'static str, Secret)>);
