//! Prints files in parallel. Printing is most of the work, and files do not depend on each other.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, Builder};

use crate::emit::File;

/// How many files make another thread worthwhile.
const FILES_OF_A_THREAD: usize = 50;

/// The stack of a thread, in bytes. Printing goes as deep as types nest.
const STACK: usize = 8 << 20;

/// The texts of `files`, by path.
pub(crate) fn texts(files: &[File<'_>]) -> BTreeMap<String, String> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = cores.min(files.len().div_ceil(FILES_OF_A_THREAD));
    let next = AtomicUsize::new(0);
    let print = || {
        let mut texts = Vec::new();
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            texts.push((file.path.clone(), file.text()));
        }
        texts
    };
    thread::scope(|scope| {
        let helpers: Vec<_> = (1..threads)
            // If a thread cannot be started, this one does its work too.
            .filter_map(|_| Builder::new().stack_size(STACK).spawn_scoped(scope, print).ok())
            .collect();
        let mut texts: BTreeMap<_, _> = print().into_iter().collect();
        for helper in helpers {
            match helper.join() {
                Ok(more) => texts.extend(more),
                Err(panic) => panic::resume_unwind(panic),
            }
        }
        texts
    })
}
