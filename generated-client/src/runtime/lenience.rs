//! Whether required members may be missing while a value is read.
//!
//! `Deserialize` has no argument for it, so a thread-local variable says it, for as long as one
//! value is read. Without it reading is strict, in the hands of callers too.

use std::any::TypeId;
use std::cell::Cell;

use super::fit::Member;

thread_local! {
    static LENIENCE: Cell<Option<Lenience>> = const { Cell::new(None) };
}

#[derive(Clone, Copy)]
struct Lenience {
    /// The type of the whole value.
    whole: TypeId,
    /// The members of that type, once an object of it had none of those that are required.
    bare: Option<&'static [Member]>,
}

/// Puts back what was before.
struct Restore(Option<Lenience>);

impl Drop for Restore {
    fn drop(&mut self) {
        LENIENCE.set(self.0);
    }
}

/// Whether required members may be missing.
pub fn is_lenient() -> bool {
    LENIENCE.get().is_some()
}

/// Says that an object of type `T` has none of its required members.
pub(super) fn note_bare<T: 'static>(members: &'static [Member]) {
    if let Some(lenience) = LENIENCE.get()
        && lenience.whole == TypeId::of::<T>()
    {
        LENIENCE.set(Some(Lenience { bare: Some(members), ..lenience }));
    }
}

/// Reads a `T` whose required members may be missing. Also returns the members of `T` if an object of
/// that type, the whole or a part of it, had none of those that are required.
pub(super) fn leniently<T: 'static, R>(read: impl FnOnce() -> R) -> (R, Option<&'static [Member]>) {
    let _restore = Restore(LENIENCE.get());
    LENIENCE.set(Some(Lenience { whole: TypeId::of::<T>(), bare: None }));
    let value = read();
    (value, LENIENCE.get().and_then(|lenience| lenience.bare))
}
