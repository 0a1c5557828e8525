// @generated: part of the runtime that the generator copies. Do not edit.

//! The members of an object: how each of them is read, which there are, and whether all that are
//! required are among them.

use serde::de::{Deserialize, Error, MapAccess};

use super::fit::Member;
use super::lenience::{self, Restore};

/// What the reading of one member found.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Found {
    /// A value of a member that may be required.
    Value,
    /// A value of an optional member.
    Optional,
    /// Null, where the member has to have a value.
    Null,
    /// A member that the object does not have; its value was not read.
    Unknown,
}

/// Reads the next value of `map` into the field of a required member, unless it is null.
///
/// # Errors
///
/// When the value is not of the type.
pub fn required<'de, A, T>(map: &mut A, field: &mut T) -> Result<Found, A::Error>
where
    A: MapAccess<'de>,
    T: Deserialize<'de>,
{
    let Some(value) = map.next_value()? else { return Ok(Found::Null) };
    *field = value;
    Ok(Found::Value)
}

/// Reads the next value of `map` into the field of a required member that may be null.
///
/// # Errors
///
/// When the value is not of the type.
pub fn nullable<'de, A, T>(map: &mut A, field: &mut T) -> Result<Found, A::Error>
where
    A: MapAccess<'de>,
    T: Deserialize<'de>,
{
    *field = map.next_value()?;
    Ok(Found::Value)
}

/// Reads the next value of `map` into the field of an optional member, which null leaves empty.
///
/// # Errors
///
/// When the value is not of the type.
pub fn optional<'de, A, T>(map: &mut A, field: &mut Option<T>) -> Result<Found, A::Error>
where
    A: MapAccess<'de>,
    T: Deserialize<'de>,
{
    *field = map.next_value()?;
    Ok(Found::Optional)
}

/// Reads the next value of `map` into the field of an optional member that may be null.
///
/// # Errors
///
/// When the value is not of the type.
pub fn optional_nullable<'de, A, T>(
    map: &mut A,
    field: &mut Option<Option<T>>,
) -> Result<Found, A::Error>
where
    A: MapAccess<'de>,
    T: Deserialize<'de>,
{
    *field = Some(map.next_value()?);
    Ok(Found::Optional)
}

/// The required members of an object that were found so far.
#[derive(Debug)]
pub(super) struct Members {
    all: &'static [Member],
    /// The first 64 members, one bit each. Few objects have more.
    first: u64,
    /// The index of each further member.
    further: Vec<usize>,
    /// The indices of those that were null.
    null: Vec<usize>,
    /// The index after the one found last: members mostly come in the order of the description.
    next: usize,
    /// Where the object stands.
    inside: Restore,
}

impl Members {
    pub(super) fn new(all: &'static [Member]) -> Self {
        let (further, null) = (Vec::new(), Vec::new());
        Self { all, first: 0, further, null, next: 0, inside: lenience::enter() }
    }

    /// The member of this name has a value.
    pub(super) fn add(&mut self, name: &str) {
        match self.index(name) {
            Some(index) if index < 64 => self.first |= 1 << index,
            Some(index) => self.further.push(index),
            None => {}
        }
    }

    /// The member of this name is null.
    pub(super) fn add_null(&mut self, name: &str) {
        let index = self.index(name);
        self.null.extend(index);
    }

    fn index(&mut self, name: &str) -> Option<usize> {
        let (before, after) = self.all.split_at(self.next);
        let is_it = |member: &Member| member.name == name;
        let index = match after.iter().position(is_it) {
            Some(distance) => before.len() + distance,
            None => before.iter().position(is_it)?,
        };
        self.next = index + 1;
        Some(index)
    }

    fn has(&self, index: usize) -> bool {
        if index < 64 { self.first & 1 << index != 0 } else { self.further.contains(&index) }
    }

    /// Checks that no required member of an object is missing, where reading is strict, and that not
    /// all are, where it is lenient and the object is in no other.
    ///
    /// # Errors
    ///
    /// When one is; [`Absence`] takes the message apart.
    pub(super) fn check<E: Error>(&self, name: &str) -> Result<(), E> {
        let mut required = self.all.iter().enumerate().filter(|(_, member)| member.is_required);
        let Some((index, missing)) = required.clone().find(|(index, _)| !self.has(*index)) else {
            return Ok(());
        };
        let mut has_any = || required.any(|(index, _)| self.has(index));
        if lenience::is_lenient() && (self.inside.may_lack_all() || has_any()) {
            return Ok(());
        }
        let problem = if self.null.contains(&index) { NULL } else { MISSING };
        let member = missing.name;
        Err(E::custom(format_args!("{REQUIRED}{member}{OF}{name}{problem}")))
    }
}

const REQUIRED: &str = "required member `";
const OF: &str = "` of ";
const MISSING: &str = " is missing";
const NULL: &str = " is null";

/// What the error of an object says that lacks a required member.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Absence {
    pub(super) member: String,
    pub(super) is_null: bool,
}

impl Absence {
    /// Takes the message of such an error apart; `None` for every other message.
    pub(super) fn parse(message: &str) -> Option<Self> {
        let (member, rest) = message.strip_prefix(REQUIRED)?.rsplit_once(OF)?;
        Some(Self { member: member.to_owned(), is_null: rest.contains(NULL) })
    }
}
