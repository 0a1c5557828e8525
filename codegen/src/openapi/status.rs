//! Keys of `responses`.

use super::object::ObjectReader;
use super::reader::{Read, Reader};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Node;

/// The statuses that a key of `responses` stands for, those that name them most closely first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Status {
    /// One: `404`.
    Code(u16),
    /// A hundred of them: `4XX` is `Range(4)`.
    Range(u8),
    /// All that are not named.
    Default,
}

impl Status {
    /// Reads a key of `responses` under which `node` stands.
    pub(super) fn read<'a>(reader: &Reader<'a, '_>, key: &str, node: Node<'a>) -> Option<Self> {
        let status = Self::parse(key);
        if status.is_none() {
            let message = format!("`{key}` is not an HTTP status");
            reader.report(
                Diagnostic::new(Code::InvalidValue, message)
                    .at(node.key_place(), "does not name a status")
                    .help("write a status like `404`, a range like `4XX`, or `default`"),
            );
        }
        status
    }

    /// The statuses that `key` stands for, if it is a key of `responses`.
    fn parse(key: &str) -> Option<Self> {
        if key == "default" {
            return Some(Self::Default);
        }
        let class = key.strip_suffix("XX").or_else(|| key.strip_suffix("xx"));
        if let Some(class) = class {
            return class.parse().ok().filter(|class| (1..=5).contains(class)).map(Self::Range);
        }
        key.parse().ok().filter(|code| (100..=599).contains(code)).map(Self::Code)
    }

    /// Whether `key` stands for statuses.
    pub(super) fn is_key(key: &str) -> bool {
        Self::parse(key).is_some()
    }

    /// Whether a response with this status is a success.
    pub(crate) fn is_success(self) -> bool {
        matches!(self, Self::Code(200..=299) | Self::Range(2))
    }

    /// The status, if it is a single one.
    pub(crate) fn code(self) -> Option<u16> {
        if let Self::Code(code) = self { Some(code) } else { None }
    }

    /// Whether a response with this status leads elsewhere.
    pub(crate) fn is_redirect(self) -> bool {
        matches!(self, Self::Code(300..=399) | Self::Range(3))
    }
}

/// The entries of an object whose keys are statuses.
pub(super) fn map<'a, T: Read<'a>>(
    object: &mut ObjectReader<'_, 'a, '_>,
    key: &'static str,
) -> Vec<(Status, T)> {
    let entries = object.entries(key);
    let reader = object.reader_mut();
    let status = |(name, node)| Some((Status::read(reader, name, node)?, T::read(reader, node)?));
    entries.into_iter().filter_map(status).collect()
}

impl std::fmt::Display for Status {
    /// The status as people write it; nothing for `default`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Range(class) => write!(f, "{class}XX"),
            Self::Default => Ok(()),
        }
    }
}
