//! Counts the work of steps whose number could grow faster than a description, for tests.

#[cfg(test)]
thread_local! {
    static TAKEN: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Notes some steps; costs nothing outside of tests.
pub(crate) fn take(steps: usize) {
    #[cfg(test)]
    TAKEN.set(TAKEN.get() + steps);
    let _ = steps;
}

/// How many steps this thread has taken.
#[cfg(test)]
pub(crate) fn taken() -> usize {
    TAKEN.get()
}
