//! Cookies of a call: each parameter one, or as many as it has values.

use http::header::COOKIE;
use serde::Serialize;

use super::call::Call;
use super::encode::{Pair, component};
use super::scalar::Scalar;
use super::styles::{QueryStyle, in_query};

impl Call {
    /// A cookie.
    #[must_use]
    pub fn cookie(self, name: &'static str, value: &(impl Scalar + ?Sized)) -> Self {
        self.add_cookies(vec![(name.into(), component(&value.text()))])
    }

    /// A cookie that is a list or an object: with `explode` one cookie for each value or member.
    #[must_use]
    pub fn cookie_value(
        mut self,
        name: &'static str,
        explode: bool,
        value: &(impl Serialize + ?Sized),
    ) -> Self {
        match self.json_value(name, value) {
            Some(value) => self.add_cookies(in_query(name, QueryStyle::Form, explode, &value)),
            None => self,
        }
    }

    /// A cookie that holds JSON.
    #[must_use]
    pub fn cookie_json(mut self, name: &'static str, value: &(impl Serialize + ?Sized)) -> Self {
        match self.json_value(name, value) {
            Some(value) => self.cookie(name, &value),
            None => self,
        }
    }

    pub(super) fn add_cookies(self, own: Vec<Pair>) -> Self {
        if own.is_empty() {
            return self;
        }
        let given = self.given_header(&COOKIE).and_then(|value| value.to_str().ok());
        let given = given.into_iter().map(str::to_owned);
        let own = own.iter().map(|(name, value)| format!("{name}={value}"));
        let cookies: Vec<_> = given.chain(own).collect();
        self.header("cookie", &cookies.join("; "))
    }
}
