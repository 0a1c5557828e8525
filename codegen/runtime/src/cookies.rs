//! Cookies of a call: each parameter one, or as many as it has values.

use std::fmt::Display;

use http::header::COOKIE;
use serde::Serialize;

use super::call::Call;
use super::encode::{Pair, component};
use super::styles::{QueryStyle, in_query};

impl Call {
    /// A required cookie.
    #[must_use]
    pub fn cookie(mut self, name: &'static str, value: impl Display) -> Self {
        self.set_cookie(name, value);
        self
    }

    /// Sets a cookie; replaces an earlier value of that name.
    pub fn set_cookie(&mut self, name: &'static str, value: impl Display) {
        self.replace_cookies(vec![(name.into(), component(&value.to_string()))]);
    }

    /// A required cookie that is a list or an object.
    #[must_use]
    pub fn cookie_value(
        mut self,
        name: &'static str,
        style: QueryStyle,
        explode: bool,
        value: &(impl Serialize + ?Sized),
    ) -> Self {
        self.set_cookie_value(name, style, explode, value);
        self
    }

    /// Sets a cookie that is a list or an object: with `explode` one cookie for each value or
    /// member. Replaces earlier values of those names.
    pub fn set_cookie_value(
        &mut self,
        name: &'static str,
        style: QueryStyle,
        explode: bool,
        value: &(impl Serialize + ?Sized),
    ) {
        if let Some(value) = self.json_value(name, value) {
            self.replace_cookies(in_query(name, style, explode, &value));
        }
    }

    fn replace_cookies(&mut self, own: Vec<Pair>) {
        let given = self.given_header(&COOKIE).and_then(|value| value.to_str().ok()).unwrap_or("");
        let is_own = |cookie: &str| {
            let (name, _) = cookie.split_once('=').unwrap_or((cookie, ""));
            own.iter().any(|(own, _)| own == name)
        };
        let others = given.split("; ").filter(|it| !it.is_empty() && !is_own(it));
        let mut cookies: Vec<_> = others.map(str::to_owned).collect();
        cookies.extend(own.iter().map(|(name, value)| format!("{name}={value}")));
        self.set_header("cookie", cookies.join("; "));
    }
}
