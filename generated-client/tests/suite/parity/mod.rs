//! Our requests against those of the official SDK for Python.
//!
//! `tests/parity/recorded.json` holds what the SDK sends; `record.py` beside it made it. [`calls`]
//! makes the same calls with our client, [`differences`] has every deliberate difference with its
//! reason.

mod calls;
mod compare;
mod differences;
mod recording;
mod send;

use std::collections::BTreeMap;

use baidubce::mock::verify;

use self::compare::{Mismatch, mismatches};
use self::differences::Difference;
use self::recording::{Recording, recordings};
use self::send::{credentials, date, request_of};

/// Methods whose requests the SDK signs wrongly, because it encodes no path.
const WRONG_SIGNATURES: &[&str] = &["get_keypair"];

/// What differs in any of the requests.
struct Observed {
    call: String,
    mismatch: Mismatch,
}

fn observe() -> Vec<Observed> {
    let calls: BTreeMap<_, _> = calls::all().collect();
    let mut observed = Vec::new();
    for Recording { name, arguments, outcome } in recordings() {
        let Ok(theirs) = outcome else { continue };
        let call = calls.get(name.as_str()).unwrap_or_else(|| panic!("`{name}` has no call"));
        let ours = request_of(*call, &arguments);
        let found = mismatches(&theirs, &ours).into_iter();
        observed.extend(found.map(|mismatch| Observed { call: name.clone(), mismatch }));
    }
    observed
}

#[test]
fn every_difference_has_a_reason() {
    let places: Vec<_> = differences::all().flat_map(Difference::places).collect();
    let unexplained: Vec<String> = observe()
        .into_iter()
        .filter(|it| !places.iter().any(|place| place.is(&it.call, &it.mismatch.part)))
        .map(|Observed { call, mismatch }| format!("{call}: {mismatch}"))
        .collect();
    assert!(unexplained.is_empty(), "no reason is given for\n{}", unexplained.join("\n"));
}

#[test]
fn every_reason_has_a_difference() {
    let observed = observe();
    for difference in differences::all() {
        for place in difference.places() {
            let found = observed.iter().any(|it| place.is(&it.call, &it.mismatch.part));
            assert!(
                found,
                "{place:?} does not differ, so nothing needs the reason: {}",
                difference.reason
            );
        }
    }
}

#[test]
fn every_call_is_recorded_once() {
    let mut recorded: Vec<String> =
        recordings().into_iter().filter(|it| it.outcome.is_ok()).map(|it| it.name).collect();
    let mut called: Vec<String> = calls::all().map(|(name, _)| name.to_owned()).collect();
    recorded.sort_unstable();
    called.sort_unstable();
    assert_eq!(called, recorded);
}

/// The SDK signs `host`, `content-length` and `x-bce-date` without naming them. Our client names
/// what it signs and leaves the length out, so its own signatures are others; here the code that
/// makes them signs the requests of the SDK as the SDK does.
#[test]
fn signatures_are_those_of_the_official_sdk() {
    let mut others = Vec::new();
    for recording in recordings() {
        let Ok(request) = &recording.outcome else { continue };
        if verify(request, &credentials(), date()).is_err() {
            others.push(recording.name);
        }
    }
    assert_eq!(others, WRONG_SIGNATURES);
}
