// @generated: part of the runtime that the generator copies. Do not edit.

//! Whether required members may be missing while a value is read.
//!
//! `Deserialize` has no argument for it, so a thread-local variable says it, for as long as one
//! value is read. Without it reading is strict, in the hands of callers too.

use std::cell::Cell;

thread_local! {
    /// How many objects are around what is read; `None`: reading is strict.
    static DEPTH: Cell<Option<usize>> = const { Cell::new(None) };
}

/// Puts back what was before.
#[derive(Debug)]
pub(super) struct Restore(Option<usize>);

impl Restore {
    /// Whether all required members of this object may be missing. Those of an object that is in no
    /// other may not: without them it most likely is something else, such as an error.
    pub(super) fn may_lack_all(&self) -> bool {
        self.0.is_some_and(|depth| depth > 0)
    }
}

impl Drop for Restore {
    fn drop(&mut self) {
        DEPTH.set(self.0);
    }
}

/// Whether required members may be missing.
pub fn is_lenient() -> bool {
    DEPTH.get().is_some()
}

/// Says that an object is read from here on, until the value is dropped.
pub(super) fn enter() -> Restore {
    let around = DEPTH.get();
    DEPTH.set(around.map(|depth| depth + 1));
    Restore(around)
}

/// Reads what may lack required members.
pub(super) fn leniently<R>(read: impl FnOnce() -> R) -> R {
    let _restore = Restore(DEPTH.replace(Some(0)));
    read()
}
