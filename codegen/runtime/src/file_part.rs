//! Parts of a body that are files.

use std::collections::BTreeMap;
use std::fmt;

use super::body::Body;
use super::call::Call;
use super::multipart::Part;
use super::upload::Upload;

/// A file that is sent as a part of a body.
///
/// Its content is an [`Upload`]: bytes, a text, or a stream. A service that goes by the name or the type
/// of a file is told both:
///
/// ```text
/// FilePart::new(png).file_name("cat.png").content_type("image/png")
/// ```
#[derive(Clone, Eq, PartialEq)]
pub struct FilePart {
    content: Upload,
    file_name: Option<String>,
    content_type: Option<String>,
    headers: Vec<(String, String)>,
}

impl FilePart {
    /// A file with this content.
    pub fn new(content: impl Into<Upload>) -> Self {
        Self { content: content.into(), file_name: None, content_type: None, headers: Vec::new() }
    }

    /// The same file with a name. Without one, it is called as the part is.
    #[must_use]
    pub fn file_name(mut self, file_name: impl Into<String>) -> Self {
        self.file_name = Some(file_name.into());
        self
    }

    /// The same file with a content type, in place of that of the operation. One that
    /// HTTP does not allow is an error of the call.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// The same file with a header of its part, in place of one that the operation has there. One that
    /// HTTP does not allow is an error of the call.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The part of this name, of `content_type` unless the file has one of its own.
    fn part(&self, name: &str, content_type: &str) -> Part {
        let content_type = self.content_type.as_deref().unwrap_or(content_type);
        let file_name = self.file_name.as_deref().unwrap_or(name);
        let part = Part::bytes(name, content_type, self.content.clone()).file_name(file_name);
        self.headers.iter().fold(part, |part, (name, value)| part.header(name, value))
    }
}

/// A file of everything that content is made of.
impl<T: Into<Upload>> From<T> for FilePart {
    fn from(content: T) -> Self {
        Self::new(content)
    }
}

/// Shows neither the content nor the name.
impl fmt::Debug for FilePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FilePart").field("content", &self.content).finish_non_exhaustive()
    }
}

impl Call {
    /// A part of a body in parts that is a file, of `content_type` unless the file has one of its
    /// own.
    #[must_use]
    pub fn file_part(self, name: &'static str, content_type: &str, file: &FilePart) -> Self {
        self.part(file.part(name, content_type))
    }

    /// Parts of a body in parts that are files, one for each of a list.
    #[must_use]
    pub fn file_parts(self, name: &'static str, content_type: &str, files: &[FilePart]) -> Self {
        files.iter().fold(self, |call, file| call.file_part(name, content_type, file))
    }

    /// The whole body, in parts that are files (`multipart/form-data`), each under its name.
    #[must_use]
    pub fn files(mut self, content_type: &str, files: &BTreeMap<String, FilePart>) -> Self {
        self.body = Body::Parts(Vec::new());
        files.iter().fold(self, |call, (name, file)| call.part(file.part(name, content_type)))
    }
}
