//! References between documents, and the documents that are missing.

use super::Sources;
use crate::diagnostic::Diagnostics;
use crate::source::Unresolved;
use crate::source::walk::WALKS;

fn sources(documents: &[(&str, &str)]) -> Sources {
    let mut diagnostics = Diagnostics::default();
    let mut sources = Sources::new();
    for (path, text) in documents {
        sources.add(*path, *text, &mut diagnostics);
    }
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    sources
}

#[test]
fn references_lead_to_other_documents() {
    let sources =
        sources(&[("./api/a.yaml", "{$ref: '../b.yaml#/x', here: 1}"), ("b.yaml", "x: {y: 2}")]);
    let a = sources.find("api/a.yaml").expect("it was added");
    let check = |reference: &str, expected: &str| {
        let found = match sources.resolve(a, reference) {
            Ok(node) => format!("{}: {}", sources.get(node.document()).path(), node.to_json()),
            Err(Unresolved::NoValue { parent, depth }) => {
                format!("{} at {depth}", parent.to_json())
            }
            Err(error) => format!("{error:?}"),
        };
        assert_eq!(found, expected);
    };
    check("#/here", "api/a.yaml: 1");
    check("a.yaml#/here", "api/a.yaml: 1");
    check("../b.yaml#/x/y", "b.yaml: 2");
    check("../b.yaml", "b.yaml: {\"x\":{\"y\":2}}");
    check("../b.yaml#/x/z", "{\"y\":2} at 1");
    check("b.yaml", "NoDocument");
    check("#here", "NotAPointer");
    check("http://example.com/#/here", "Remote");
}

#[test]
fn documents_are_walked_once_for_all_anchors_and_ids() {
    let schema = |index| {
        format!("- {{$anchor: a{index}, $id: 'https://example.com/{index}', n: {index}}}\n")
    };
    let (mine, other): (String, String) = ((0..2000).map(schema).collect(), schema(2000));
    let mut sources = sources(&[("a.yaml", &mine), ("b.yaml", &other)]);
    let a = sources.find("a.yaml").expect("it was added");
    let number =
        |sources: &Sources, reference: &str| sources.resolve(a, reference).ok()?.get("n")?.as_int();
    let before = WALKS.get();
    for index in 0..2000 {
        assert_eq!(number(&sources, &format!("#a{index}")), Some(index));
        assert_eq!(number(&sources, &format!("https://example.com/{index}")), Some(index));
    }
    assert_eq!(number(&sources, "#a2000"), None);
    assert_eq!(number(&sources, "b.yaml#a2000"), Some(2000));
    assert_eq!(number(&sources, "https://example.com/2000"), Some(2000));
    assert_eq!(WALKS.get() - before, 2, "one for each document");

    sources.add("c.yaml", schema(2001), &mut Diagnostics::default());
    assert_eq!(number(&sources, "c.yaml#a2001"), Some(2001));
}

#[test]
fn missing_documents_are_named_once() {
    let sources = sources(&[(
        "api/a.yaml",
        "
- $ref: '#/0'
- $ref: b.yaml#/x
- $ref: ./b.yaml#/y
- $ref: a.yaml
- $ref: https://example.com/c.yaml
- {$ref: ../d.yaml, x: {$ref: e.yaml}}
- $ref: [f.yaml]
",
    )]);
    let missing = sources.missing();
    let paths: Vec<&str> = missing.iter().map(|missing| missing.path.as_str()).collect();
    assert_eq!(paths, ["api/b.yaml", "d.yaml", "api/e.yaml"]);

    let locations = sources.locate([missing[0].place]);
    let range = locations.get(missing[0].place).expect("it was asked for");
    assert_eq!(&sources.get(missing[0].place.document()).text()[range.range], "b.yaml#/x");
}

#[test]
fn data_holds_no_references() {
    let sources = sources(&[(
        "a.yaml",
        "
example: {$ref: no.yaml}
enum: [{$ref: no.yaml}]
x-data: {$ref: no.yaml}
examples:
  value: {$ref: a1.yaml}
properties:
  $ref: {$ref: a2.yaml}
  example: {$ref: a3.yaml}
  properties: {properties: {default: {$ref: a4.yaml}}, default: {$ref: no.yaml}}
responses:
  default: {$ref: a5.yaml}
  x-other: {$ref: a6.yaml}
items:
  examples: [{$ref: no.yaml}]
",
    )]);
    let paths: Vec<String> = sources.missing().into_iter().map(|missing| missing.path).collect();
    assert_eq!(paths, ["a1.yaml", "a2.yaml", "a3.yaml", "a4.yaml", "a5.yaml", "a6.yaml"]);
}

#[test]
fn places_survive_more_documents() {
    let mut diagnostics = Diagnostics::default();
    let mut sources = Sources::new();
    let first = sources.add("a.yaml", "1", &mut diagnostics);
    let place = sources.root(first).place();
    for index in 0..100 {
        sources.add(format!("{index}.yaml"), "2", &mut diagnostics);
    }
    assert_eq!(sources.root(first).place(), place);
    assert_eq!(sources.locate([place]).get(place).map(|it| it.range), Some(0..1));
}

#[test]
fn an_id_is_the_base_of_the_references_in_its_schema() {
    let sources = sources(&[(
        "a.yaml",
        "
components:
  schemas:
    Page:
      $id: https://example.com/schemas/page.json
      $defs:
        item: {$anchor: item, const: 1}
      items:
        - {$ref: '#/$defs/item/const'}
        - {$ref: '#item'}
        - {$ref: '#/components/schemas/Other'}
        - {$ref: inner.json#/const}
        - {$ref: '#/$defs/none'}
      other:
        $id: inner.json
        const: 4
        not: {$ref: '#item'}
        allOf: [{$ref: page.json#item}]
    Other: {const: 3}
  item: {$anchor: item}
",
    )]);
    let a = sources.find("a.yaml").expect("it was added");
    let check = |pointer: &str, expected: &str| {
        let page = sources.root(a).pointer("/components/schemas/Page").expect("it is there");
        let node = page.pointer(pointer).and_then(|it| it.get("$ref")).expect(pointer);
        let found = sources.resolve_at(node, node.as_str().expect("a text"));
        let found = found.map(|it| it.to_json().to_string());
        assert_eq!(found.unwrap_or_else(|error| format!("{error:?}")[..8].to_owned()), expected);
    };
    check("/items/0", "1");
    check("/items/1", r#"{"$anchor":"item","const":1}"#);
    check("/items/2", r#"{"const":3}"#);
    check("/items/3", "4");
    check("/items/4", "NoValue ");
    check("/other/not", "SeveralA");
    check("/other/allOf/0", r#"{"$anchor":"item","const":1}"#);
    let inner = sources.resolve(a, "https://example.com/schemas/inner.json#/const");
    assert_eq!(inner.ok().and_then(|it| it.as_int()), Some(4));
}
