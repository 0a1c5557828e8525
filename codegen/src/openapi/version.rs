//! The version that a document is written in.

use super::reader::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Node;

/// The version of a document, as far as documents of several versions are read in several ways.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Version {
    /// OpenAPI 3.0, 3.1 or 3.2.
    OpenApi3,
    /// Swagger 2.0.
    Swagger2,
}

const READABLE: &str = "write a description of OpenAPI 3.0, 3.1 or 3.2, or of Swagger 2.0";

impl Version {
    /// The version of the document with this root; if it is none that can be read, an error says
    /// what to do.
    pub(super) fn of<'a>(reader: &Reader<'a, '_>, root: Node<'a>) -> Option<Self> {
        if reader.is_unreadable(root.document()) {
            return None;
        }
        let (key, version) = match (root.get("swagger"), root.get("openapi")) {
            (Some(swagger), _) => ("Swagger", swagger),
            (None, Some(openapi)) => ("OpenAPI", openapi),
            (None, None) => {
                reader.report(
                    Diagnostic::new(Code::UnsupportedVersion, "this is not an OpenAPI document")
                        .at(root.place(), "has no key `openapi`")
                        .help("a description starts with `openapi: 3.1.0` or `swagger: '2.0'`"),
                );
                return None;
            }
        };
        // Unquoted, `3.1` and `2.0` are numbers.
        let text = version.as_str().map_or_else(|| version.to_json().to_string(), str::to_owned);
        let found = match key {
            "Swagger" => is_swagger_2(&text).then_some(Self::Swagger2),
            _ => is_openapi_3(&text).then_some(Self::OpenApi3),
        };
        if found.is_none() {
            let message = format!("version `{text}` of {key} is not supported");
            reader.report(
                Diagnostic::new(Code::UnsupportedVersion, message)
                    .at(version.place(), "not a version that can be read")
                    .help(READABLE),
            );
        }
        found
    }
}

/// Major and minor version, without what comes after them.
fn major_minor(version: &str) -> (&str, Option<&str>) {
    let mut parts = version.split('.');
    (parts.next().unwrap_or_default(), parts.next())
}

/// Whether a version is 3.0, 3.1 or 3.2, whatever its patch: `3.10.0` is none of them.
fn is_openapi_3(version: &str) -> bool {
    matches!(major_minor(version), ("3", Some("0" | "1" | "2")))
}

/// Whether a version is 2.0.
fn is_swagger_2(version: &str) -> bool {
    matches!(major_minor(version), ("2", None | Some("0")))
}

#[cfg(test)]
mod tests {
    use super::{is_openapi_3, is_swagger_2};

    #[test]
    fn versions_are_compared_as_major_and_minor() {
        for version in ["3.0.0", "3.0.3", "3.1.1", "3.1", "3.2.0", "3.2"] {
            assert!(is_openapi_3(version), "{version}");
        }
        for version in ["3", "3.3.0", "3.10.0", "3.01", "30.0", "2.0", "4.0.0", "", "null"] {
            assert!(!is_openapi_3(version), "{version}");
        }
        for version in ["2.0", "2", "2.0.0"] {
            assert!(is_swagger_2(version), "{version}");
        }
        for version in ["1.2", "2.1", "3.0", "20", ""] {
            assert!(!is_swagger_2(version), "{version}");
        }
    }
}
