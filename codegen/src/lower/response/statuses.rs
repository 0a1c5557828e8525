//! Which statuses a key of `responses` stands for, given the keys beside it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::ir::Statuses;
use crate::openapi::Status;

/// Statuses from the first to the last.
pub(super) type Stretch = (u16, u16);

/// All statuses of a range in stretches, each with the one of `keys` that names it most closely.
pub(super) fn by_closest(keys: &[Status], all: Range<u16>) -> Vec<(Stretch, Option<usize>)> {
    let mut starts = BTreeSet::from([all.start, all.end]);
    for key in keys {
        match *key {
            Status::Code(code) => starts.extend([code, code + 1]),
            Status::Range(class) => {
                let first = u16::from(class) * 100;
                starts.extend([first, first + 100]);
            }
            Status::Default => {}
        }
    }
    starts.retain(|start| (all.start..=all.end).contains(start));
    let named = |key: Status| keys.iter().position(|it| *it == key);
    let closest = |status: u16| {
        let class = u8::try_from(status / 100).unwrap_or_default();
        named(Status::Code(status))
            .or_else(|| named(Status::Range(class)))
            .or_else(|| named(Status::Default))
    };
    let ends = starts.iter().skip(1);
    starts.iter().zip(ends).map(|(first, end)| ((*first, end - 1), closest(*first))).collect()
}

/// Adds a stretch behind others.
pub(super) fn push(stretches: &mut Vec<Stretch>, (first, last): Stretch) {
    match stretches.last_mut() {
        Some((_, end)) if *end + 1 == first => *end = last,
        _ => stretches.push((first, last)),
    }
}

/// The statuses of these stretches: two statuses are listed, more are one stretch.
pub(super) fn these(stretches: Vec<Stretch>) -> Statuses {
    let listed = stretches.into_iter().flat_map(|(first, last)| match last - first {
        1 => vec![(first, first), (last, last)],
        _ => vec![(first, last)],
    });
    Statuses::These(listed.collect())
}

/// The statuses that can be those of successes, of which these are described.
fn successes(keys: &[Status]) -> Range<u16> {
    let takes_redirects = keys.iter().any(|key| key.is_redirect());
    200..if takes_redirects { 400 } else { 300 }
}

/// The successes that each of `keys` stands for.
pub(super) fn of_successes(keys: &[Status]) -> Vec<Statuses> {
    let mut successes = vec![Vec::new(); keys.len()];
    for (stretch, key) in by_closest(keys, self::successes(keys)) {
        if let Some(key) = key {
            push(&mut successes[key], stretch);
        }
    }
    successes.into_iter().map(these).collect()
}

/// The successes that none of `keys` stands for, each with the closest of those that `may_be`.
pub(super) fn undescribed(keys: &[Status], may_be: &[bool]) -> Vec<Vec<Stretch>> {
    let mut undescribed = vec![Vec::new(); keys.len()];
    for ((first, last), key) in by_closest(keys, successes(keys)) {
        for status in (first..=last).filter(|_| key.is_none()) {
            let codes = keys.iter().enumerate().filter(|(index, _)| may_be[*index]);
            let distances = codes.filter_map(|(index, key)| match *key {
                Status::Code(code) => Some((code.abs_diff(status), index)),
                Status::Range(_) | Status::Default => None,
            });
            if let Some((_, index)) = distances.min() {
                push(&mut undescribed[index], (status, status));
            }
        }
    }
    undescribed
}
