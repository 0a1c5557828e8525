// @generated: part of the runtime that the generator copies. Do not edit.

//! Bodies in parts: `multipart/form-data` (RFC 7578), and others whose parts have no names (RFC 2046).

use std::mem;

use http::{HeaderName, HeaderValue};
use serde::Serialize;

use super::content::Content;
use super::encode::push_hex;
use super::json_write;
use super::upload::Upload;

/// Headers that parts always have: the name of the part, that of the header, and its value.
pub(super) type PartHeaders = &'static [(&'static str, &'static str, &'static str)];

/// One part of a `multipart/form-data` body.
#[derive(Clone)]
pub struct Part {
    name: String,
    file_name: Option<String>,
    content_type: Option<String>,
    headers: Vec<(String, String)>,
    content: Result<Upload, String>,
}

impl Part {
    /// A part with this text, and without a content type if there is none: plain text by default.
    /// A content type that HTTP does not allow is an error of the call.
    pub fn text(
        name: impl Into<String>,
        content_type: Option<&str>,
        text: impl Into<String>,
    ) -> Self {
        Self::new(name, content_type, Ok(Upload::from(text.into())))
    }

    /// A part with these bytes.
    pub fn bytes(name: impl Into<String>, content_type: &str, bytes: impl Into<Upload>) -> Self {
        Self::new(name, Some(content_type), Ok(bytes.into()))
    }

    /// A part with this value as JSON. A value that cannot be written is an error of the call.
    pub fn json(
        name: impl Into<String>,
        content_type: &str,
        value: &(impl Serialize + ?Sized),
    ) -> Self {
        let text = json_write::to_vec(value).map(Upload::from);
        Self::new(name, Some(content_type), text.map_err(|error| error.to_string()))
    }

    fn new(
        name: impl Into<String>,
        content_type: Option<&str>,
        content: Result<Upload, String>,
    ) -> Self {
        let content_type = content_type.map(str::to_owned);
        Self { name: name.into(), file_name: None, content_type, headers: Vec::new(), content }
    }

    /// The same part with the name of a file.
    #[must_use]
    pub fn file_name(mut self, file_name: impl Into<String>) -> Self {
        self.file_name = Some(file_name.into());
        self
    }

    /// The same part with a header beside `content-disposition` and `content-type`. One that HTTP does
    /// not allow is an error of the call.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The same part with those of `headers` that are for parts of its name, but for headers that it
    /// has.
    pub(super) fn with_headers(mut self, headers: PartHeaders) -> Self {
        for (_, name, value) in headers.iter().filter(|(part, ..)| *part == self.name) {
            if !self.headers.iter().any(|(known, _)| known.eq_ignore_ascii_case(name)) {
                self.headers.push(((*name).to_owned(), (*value).to_owned()));
            }
        }
        self
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Why this part cannot be sent, if it cannot.
    pub(super) fn problem(&self) -> Option<String> {
        let name = &self.name;
        if let Err(error) = &self.content {
            return Some(format!("`{name}` cannot be written as JSON: {error}"));
        }
        let is_wrong = |(name, value): &&(String, String)| {
            name.parse::<HeaderName>().is_err() || HeaderValue::from_str(value).is_err()
        };
        if let Some((header, _)) = self.headers.iter().find(is_wrong) {
            return Some(format!("the header `{header}` of `{name}` is not allowed by HTTP"));
        }
        let content_type = HeaderValue::from_str(self.content_type.as_deref()?);
        content_type
            .is_err()
            .then(|| format!("the content type of `{name}` is not allowed by HTTP"))
    }

    /// Appends what stands before the content.
    fn push_head(&self, out: &mut Vec<u8>) {
        let mut head = String::new();
        if !self.name.is_empty() {
            head.push_str("content-disposition: form-data; name=\"");
            push_quoted(&mut head, &self.name);
        }
        let is_nameless = |it: &&String| it.is_empty() && self.name.is_empty();
        if let Some(file_name) = self.file_name.as_ref().filter(|it| !is_nameless(it)) {
            head.push_str(match self.name.as_str() {
                "" => "content-disposition: attachment; filename=\"",
                _ => "\"; filename=\"",
            });
            push_quoted(&mut head, file_name);
        }
        if !head.is_empty() {
            head.push_str("\"\r\n");
        }
        if let Some(content_type) = &self.content_type {
            head.extend(["content-type: ", content_type, "\r\n"]);
        }
        for (name, value) in &self.headers {
            head.extend([name, ": ", value, "\r\n"]);
        }
        head.push_str("\r\n");
        out.extend_from_slice(head.as_bytes());
    }
}

/// Shows neither the content nor the name of a file.
impl std::fmt::Debug for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Part").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Appends a name with the characters escaped that would end it, as browsers do (HTML, section
/// "Multipart form data").
fn push_quoted(out: &mut String, text: &str) {
    for char in text.chars() {
        match char {
            '"' => out.push_str("%22"),
            '\r' => out.push_str("%0D"),
            '\n' => out.push_str("%0A"),
            char => out.push(char),
        }
    }
}

/// The body of this type that has these parts.
pub(super) fn content(media_type: &str, parts: &[Part]) -> Content {
    let boundary = boundary();
    let mut uploads = Vec::new();
    // What stands before the next stream.
    let mut body = Vec::new();
    for part in parts {
        body.extend_from_slice(b"--");
        body.extend_from_slice(boundary.as_bytes());
        body.extend_from_slice(b"\r\n");
        part.push_head(&mut body);
        match part.content.as_ref().map(|content| (content, content.as_bytes())) {
            Ok((_, Some(bytes))) => body.extend_from_slice(bytes),
            Ok((stream, None)) => {
                uploads.push(Upload::from(mem::take(&mut body)));
                uploads.push(stream.clone());
            }
            // The call is not sent, see `problem`.
            Err(_) => {}
        }
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--");
    body.extend_from_slice(boundary.as_bytes());
    body.extend_from_slice(b"--\r\n");
    let separator = if media_type.contains(';') { ";" } else { "; " };
    let content_type = format!("{media_type}{separator}boundary={boundary}");
    let content_type = HeaderValue::from_str(&content_type)
        .unwrap_or_else(|_| HeaderValue::from_static("multipart/mixed"));
    let end = Upload::from(body);
    if uploads.is_empty() {
        return Content::new(content_type, end);
    }
    uploads.push(end);
    Content::new(content_type, Upload::chain(uploads))
}

/// A line that no part contains, but with a chance of one in 2^128: 32 random digits.
fn boundary() -> String {
    let mut text = String::with_capacity(32);
    push_hex(&mut text, &fastrand::u128(..).to_be_bytes());
    text
}
