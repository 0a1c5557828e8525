//! An API that is written in several versions of OpenAPI has one client: the files are the same, byte
//! for byte, but for their heads.

use std::collections::BTreeMap;

use codegen::{Diagnostics, Package, Project, ServiceInput, Sources, Strictness};

/// The same API, by version.
const VERSIONS: &[(&str, &str)] = &[
    ("2.0", include_str!("../versions/2.0.yaml")),
    ("3.0", include_str!("../versions/3.0.yaml")),
    ("3.1", include_str!("../versions/3.1.yaml")),
    ("3.2", include_str!("../versions/3.2.yaml")),
];

/// The files of the client of a description, without the first line of each.
fn files(version: &str, text: &str) -> BTreeMap<String, String> {
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new(Strictness::Strict);
    let document = sources.add("openapi.yaml", text, &mut diagnostics);
    let project = Project {
        package: Package { name: "versions".to_owned(), ..Package::default() },
        services: vec![ServiceInput { module: None, documents: vec![document] }],
        ..Project::default()
    };
    let output = codegen::generate(&project, &sources, &mut diagnostics, &mut |_| ());
    assert!(diagnostics.is_empty(), "{version}: {diagnostics:?}");
    let files = output.expect("there are no errors").files;
    let body =
        |text: &str| text.split_once('\n').map_or(String::new(), |(_, body)| body.to_owned());
    files.into_iter().map(|(path, text)| (path, body(&text))).collect()
}

#[test]
fn all_versions_of_an_api_have_one_client() {
    let all: Vec<_> =
        VERSIONS.iter().map(|(version, text)| (version, files(version, text))).collect();
    let (first, expected) = &all[0];
    assert!(expected.len() > 20, "the client has its files");
    for (version, files) in &all[1..] {
        let names = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(files), names(expected), "the files of {version} and {first}");
        for (path, text) in files {
            assert_eq!(text, &expected[path], "{path} of {version} and {first}");
        }
    }
}
