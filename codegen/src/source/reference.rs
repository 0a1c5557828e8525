//! References as text: which document a reference names, and what in it.

/// The document a reference names.
pub(super) enum Target {
    /// The one the reference stands in.
    Same,
    /// The one at this path.
    Path(String),
    /// A document that cannot be among the sources.
    Remote,
}

/// Splits a reference that stands in the document at `base` into document and fragment.
pub(super) fn split<'r>(base: &str, reference: &'r str) -> (Target, &'r str) {
    let (address, fragment) = reference.split_once('#').unwrap_or((reference, ""));
    let path = address.split('?').next().unwrap_or_default();
    let target = if path.is_empty() {
        Target::Same
    } else if path.starts_with('/') || has_scheme(path) {
        Target::Remote
    } else {
        let folder = base.rfind('/').map_or("", |slash| &base[..=slash]);
        Target::Path(normalize(&format!("{folder}{}", percent_decode(path))))
    };
    (target, fragment)
}

/// Whether a reference starts with a scheme, as in `https://` and `urn:` (RFC 3986, 3.1).
pub(super) fn has_scheme(reference: &str) -> bool {
    let Some((scheme, _)) = reference.split_once(':') else {
        return false;
    };
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

/// A path without `.` segments. The only `..` segments left are leading ones.
pub fn normalize(path: &str) -> String {
    let (root, rest) = match path.strip_prefix('/') {
        Some(rest) => ("/", rest),
        None => ("", path),
    };
    let mut segments: Vec<&str> = Vec::new();
    for segment in rest.split('/') {
        match segment {
            "" | "." => {}
            ".." if segments.last().is_some_and(|last| *last != "..") => {
                segments.pop();
            }
            // Above the root of a file system is the root.
            ".." if !root.is_empty() => {}
            _ => segments.push(segment),
        }
    }
    format!("{root}{}", segments.join("/"))
}

/// Replaces `%41` by `A`. A `%` that does not start such an escape stays. Bytes that are not UTF-8
/// become replacement characters.
pub(crate) fn percent_decode(text: &str) -> String {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let escape = match (byte, after) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)),
            _ => None,
        };
        match escape {
            Some((high, low)) => {
                decoded.push(high << 4 | low);
                rest = &after[2..];
            }
            None => {
                decoded.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::{Target, normalize, percent_decode, split};

    #[test]
    fn references_name_documents() {
        let check = |base: &str, reference: &str, document: &str, fragment: &str| {
            let (target, found) = split(base, reference);
            let target = match target {
                Target::Same => "same".to_owned(),
                Target::Path(path) => path,
                Target::Remote => "remote".to_owned(),
            };
            assert_eq!((target.as_str(), found), (document, fragment), "{reference}");
        };
        check("api/a.yaml", "#/x", "same", "/x");
        check("api/a.yaml", "", "same", "");
        check("api/a.yaml", "b.yaml", "api/b.yaml", "");
        check("api/a.yaml", "./b.yaml?v=1#/x", "api/b.yaml", "/x");
        check("api/a.yaml", "../b%20c.yaml#", "b c.yaml", "");
        check("a.yaml", "../../b.yaml", "../../b.yaml", "");
        check("/api/a.yaml", "../../b.yaml", "/b.yaml", "");
        check("a.yaml", "https://example.com/b.yaml#/x", "remote", "/x");
        check("a.yaml", "urn:b", "remote", "");
        check("a.yaml", "//example.com/b.yaml", "remote", "");
        check("a.yaml", "/b.yaml", "remote", "");
    }

    #[test]
    fn paths_are_normalized() {
        let check = |path: &str, expected: &str| assert_eq!(normalize(path), expected);
        check("a/./b//c/../d.yaml", "a/b/d.yaml");
        check("./a.yaml", "a.yaml");
        check("../../a/../b.yaml", "../../b.yaml");
        check("/../a.yaml", "/a.yaml");
        check("", "");
    }

    #[test]
    fn escapes_are_decoded() {
        let check = |text: &str, expected: &str| assert_eq!(percent_decode(text), expected);
        check("/paths/~1a~1%7Bid%7D", "/paths/~1a~1{id}");
        check("%E5%9B%BE", "图");
        check("100%, %zz, %4", "100%, %zz, %4");
        check("%ff", "\u{fffd}");
    }
}
