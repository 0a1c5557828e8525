//! Several descriptions of one service: each keeps what it says of its own operations.

use codegen::{Diagnostics, Package, Project, ServiceInput, Sources, Strictness};

/// The emitted files of operations, one after the other, and the client.
fn generate(documents: &[&str]) -> (String, String) {
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new(Strictness::Lenient);
    let documents = documents.iter().enumerate();
    let documents = documents
        .map(|(index, text)| sources.add(format!("{index}.yaml"), *text, &mut diagnostics))
        .collect();
    let project = Project {
        package: Package { name: "several".to_owned(), ..Package::default() },
        services: vec![ServiceInput { module: None, documents }],
        ..Project::default()
    };
    let output = codegen::generate(&project, &sources, &mut diagnostics, &mut |_| ());
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let files = output.expect("there are no errors").files;
    let operations = files.iter().filter(|(path, _)| path.starts_with("src/operation/"));
    (operations.map(|(_, text)| text.as_str()).collect(), files["src/client.rs"].clone())
}

fn document(head: &str, id: &str) -> String {
    format!(
        "openapi: 3.1.0
info: {{title: t, version: '1'}}
{head}
paths:
  /{id}: {{get: {{operationId: {id}, responses: {{'204': {{description: ok}}}}}}}}
"
    )
}

#[test]
fn each_goes_to_its_own_server() {
    let servers = |url: &str| format!("servers: [{{url: '{url}'}}]");
    let second = |first: &str, second: &str| {
        let [first, second] = [document(&servers(first), "a"), document(&servers(second), "b")];
        let (operations, client) = generate(&[&first, &second]);
        let at = operations.split("at(\"").nth(1).and_then(|rest| rest.split('"').next());
        let endpoint = client.split("endpoint: \"").nth(1).and_then(|rest| rest.split('"').next());
        (endpoint.unwrap_or_default().to_owned(), at.map(str::to_owned))
    };
    let check = |one: &str, other: &str, home: &str, at: Option<&str>| {
        assert_eq!(second(one, other), (home.to_owned(), at.map(str::to_owned)), "{one}, {other}");
    };
    let v1 = "https://h.example/api/v1";
    check(v1, "https://h.example/api/v3", v1, Some("https://h.example/api/v3"));
    check(v1, v1, v1, None);
    check(v1, "/api/v3", v1, Some("https://h.example/api/v3"));
    check(v1, "v3", v1, Some("https://h.example/api/v3"));
    check(v1, "", v1, None);
    check("/api/v1", "/api/v3", "/api/v1", Some("/api/v3"));
    check("/", "/", "", None);
}

#[test]
fn a_document_without_servers_has_those_of_the_others() {
    let first = document("servers: [{url: 'https://h.example/api/v1'}]", "a");
    let (operations, _) = generate(&[&first, &document("", "b")]);
    assert!(!operations.contains("at("), "{operations}");
}

#[test]
fn each_asks_for_its_own_credentials() {
    const KEY: &str = "servers: [{url: 'https://h.example'}]
security: [{key: []}]
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}";
    let (operations, client) = generate(&[&document(KEY, "a"), &document("", "b")]);
    let needs = (operations.contains("needs("), client.contains("needs: &[&[\"api_key\"]]"));
    // One of them says that it differs from the other.
    assert_eq!(needs, (true, true), "{operations} {client}");

    // A document without paths speaks for those that say nothing.
    const SHARED: &str = "openapi: 3.1.0
info: {title: t, version: '1'}
servers: [{url: 'https://h.example'}]
security: [{key: []}]
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
";
    let (operations, _) = generate(&[SHARED, &document("", "a"), &document("", "b")]);
    assert!(!operations.contains("needs("), "{operations}");
}
