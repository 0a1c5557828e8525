//! Cookies whose texts the service wants as they are, or with reserved characters as they are.

use percent_encoding::percent_decode_str;
use serde::Serialize;

use super::call::Call;
use super::encode::Pair;
use super::styles::{QueryStyle, in_query};

impl Call {
    /// A cookie, nothing of it percent-encoded: with `explode` one cookie for each value of a list and
    /// each member of an object. What would end the cookie is an error of the call.
    #[must_use]
    pub fn raw_cookie(
        mut self,
        name: &'static str,
        explode: bool,
        value: &(impl Serialize + ?Sized),
    ) -> Self {
        let Some(value) = self.json_value(name, value) else { return self };
        let pairs = in_query(name, QueryStyle::Form, explode, &value).into_iter();
        let plain = |text: String| percent_decode_str(&text).decode_utf8_lossy().into_owned();
        let pairs: Vec<Pair> = pairs.map(|(name, text)| (name, plain(text))).collect();
        let ends = |text: &str| text.contains(|it: char| it == ';' || it.is_control());
        let is_wrong =
            |(name, text): &Pair| ends(text) || ends(name) || name.contains(['=', ' ', ',']);
        if pairs.iter().any(is_wrong) {
            self.reject(format!(
                "the cookie `{name}` or its value has characters that would end it"
            ));
            return self;
        }
        self.add_cookies(pairs)
    }

    /// A cookie in which reserved characters stay as they are, but for those that would end it: with
    /// `explode` one cookie for each value of a list and each member of an object.
    #[must_use]
    pub fn reserved_cookie(
        mut self,
        name: &'static str,
        explode: bool,
        value: &(impl Serialize + ?Sized),
    ) -> Self {
        let Some(value) = self.json_value(name, value) else { return self };
        let pairs = in_query(name, QueryStyle::Reserved, explode, &value).into_iter();
        self.add_cookies(pairs.map(|(name, text)| (name, text.replace(';', "%3B"))).collect())
    }
}
