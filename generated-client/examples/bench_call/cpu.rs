//! The CPU time of a thread, by the kernel's scheduler.

use std::fs;
use std::io;
use std::thread;
use std::time::Duration;

/// How long the calling thread has run, in user and kernel mode. Linux only.
///
/// # Errors
///
/// If the kernel does not offer it.
pub(crate) fn thread_time() -> io::Result<Duration> {
    // The kernel brings the count up to date when it schedules.
    thread::yield_now();
    let text = fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanoseconds = text.split(' ').next().unwrap_or_default();
    let nanoseconds = nanoseconds.parse().map_err(io::Error::other)?;
    Ok(Duration::from_nanos(nanoseconds))
}
