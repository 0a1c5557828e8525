//! The client has every known operation of BCC. `tests/coverage/operations.tsv` lists those of Baidu's
//! documentation and the official SDKs, as of its making; operations described since are in `ADDED`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A method and a path, with `{}` for each argument, the fixed query behind it.
type Request = (String, String);

/// Operations that the list has and the client does not, with the reason.
const MISSING: &[(&str, &str)] = &[(
    "queryReservedInstancePrice",
    "the documented path has no `interfaceName`; only the SDK for Python sends it",
)];

/// Operations that the client has and the list does not, with where they are documented.
const ADDED: &[(&str, &str, &str)] = &[
    ("POST", "/?action=CheckServerEvent", "documented since 2025, in no SDK of the list"),
    ("POST", "/v2/reservedInstance/price", "the documented path of `queryReservedInstancePrice`"),
];

#[test]
fn every_operation_of_the_list_is_there_and_nothing_else() {
    let listed = listed();
    assert_eq!(listed.len(), 218);
    let missing: BTreeSet<_> = MISSING.iter().map(|(name, _)| *name).collect();
    let mut wanted: BTreeSet<Request> = listed
        .iter()
        .filter(|(name, _)| !missing.contains(name.as_str()))
        .map(|(_, request)| request.clone())
        .collect();
    wanted.extend(ADDED.iter().map(|(method, path, _)| ((*method).into(), (*path).into())));
    let emitted = emitted();
    let lacking: Vec<_> = wanted.difference(&emitted).collect();
    let surplus: Vec<_> = emitted.difference(&wanted).collect();
    assert!(lacking.is_empty(), "the client lacks {lacking:#?}");
    assert!(surplus.is_empty(), "add a row to `ADDED` in {}, for {surplus:#?}", file!());
}

/// A flag that is lost makes another request of it: without `?toPrepay` an instance is released.
#[test]
fn operations_that_share_method_and_path_differ_by_their_flag() {
    let emitted = emitted();
    let without_flag = |(method, path): &Request| {
        (method.clone(), path.split('?').next().unwrap_or_default().to_owned())
    };
    let shared = |request: &&Request| {
        let bare = without_flag(request);
        emitted.iter().filter(|other| without_flag(other) == bare).count() > 1
    };
    let of_list = listed().into_iter().filter(|(_, request)| shared(&request)).count();
    assert!(of_list >= 70, "only {of_list} operations of the list differ by their flag");
    for flag in ["POST /v2/instance/{}?toPrepay", "POST /v2/instance/{}"] {
        let (method, path) = flag.split_once(' ').unwrap();
        assert!(emitted.contains(&(method.to_owned(), path.to_owned())), "{flag}");
    }
}

/// The operations of the list, by name.
fn listed() -> Vec<(String, Request)> {
    let text = include_str!("../coverage/operations.tsv");
    let rows = text.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    rows.map(|row| (row[1].to_owned(), (row[2].to_owned(), without_names(row[3])))).collect()
}

/// `/v2/image/{imageId}` as `/v2/image/{}`.
fn without_names(path: &str) -> String {
    let mut bare = String::new();
    for (index, piece) in path.split('{').enumerate() {
        match piece.split_once('}') {
            Some((_, rest)) if index > 0 => bare.push_str(&format!("{{}}{rest}")),
            _ => bare.push_str(piece),
        }
    }
    bare
}

/// The operations of the generated sources.
fn emitted() -> BTreeSet<Request> {
    let mut found = BTreeSet::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bcc/operation");
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if let Some(request) = request_of(&fs::read_to_string(path).unwrap()) {
                assert!(found.insert(request.clone()), "{request:?} is there twice");
            }
        }
    }
    found
}

/// The method and the path of the constant that each operation is.
fn request_of(source: &str) -> Option<Request> {
    let constant = source.split("const OPERATION: Operation = Operation {").nth(1)?;
    let value = |before: &str, after: &str| {
        let start = constant.split(before).nth(1)?;
        Some(start.split(after).next()?.to_owned())
    };
    Some((value("Method::", ",")?, value("path: \"", "\"")?))
}
