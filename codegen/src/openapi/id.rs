//! Ids: what stands for an object that references may lead to.
//!
//! An id says of which kind the object is and nothing of what it holds, so that the objects of
//! OpenAPI, which refer to each other in circles, can be read in files that do not.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// Declares the kinds of objects that references may lead to.
macro_rules! kinds {
    ($($kind:ident)*) => {
        /// The kinds of objects that references may lead to.
        pub(crate) mod kind {
            $(
                pub(crate) enum $kind {}

                impl super::ObjectKind for $kind {
                    const TAG: super::KindTag = super::KindTag::$kind;
                }
            )*
        }

        /// A kind as a value.
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        pub(crate) enum KindTag {
            $($kind,)*
        }
    };
}

kinds! { Callback Header Parameter PathItem RequestBody Response Schema SecurityScheme }

/// A kind of objects that references may lead to.
pub(crate) trait ObjectKind {
    /// The kind as a value.
    const TAG: KindTag;
}

pub(crate) type CallbackId = Id<kind::Callback>;
pub(crate) type HeaderId = Id<kind::Header>;
pub(crate) type ParameterId = Id<kind::Parameter>;
pub(crate) type PathItemId = Id<kind::PathItem>;
pub(crate) type RequestBodyId = Id<kind::RequestBody>;
pub(crate) type ResponseId = Id<kind::Response>;
pub(crate) type SchemaId = Id<kind::Schema>;
pub(crate) type SecuritySchemeId = Id<kind::SecurityScheme>;

/// Which object of a kind, by the order in which they were met.
pub(crate) struct Id<K> {
    index: u32,
    kind: PhantomData<fn() -> K>,
}

impl<K> Id<K> {
    /// The id of the object with this position, see [`index`](Self::index).
    pub(crate) fn at(index: usize) -> Self {
        // An object takes more bytes of memory than there are ids left after four billion.
        Self { index: u32::try_from(index).unwrap_or(u32::MAX), kind: PhantomData }
    }

    /// Its position in the order in which objects were met.
    pub(crate) fn index(self) -> usize {
        self.index as usize
    }
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Id<K> {}

impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<K> Eq for Id<K> {}

impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.index.cmp(&other.index)
    }
}

impl<K> Hash for Id<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}

impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index)
    }
}
