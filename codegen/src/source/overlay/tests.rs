//! Overlays: texts in, the changed description and the findings out.

use crate::diagnostic::{Diagnostics, Style, render};
use crate::source::{Node, Sources};

/// The description with these overlays, each a version and its actions, and the findings.
fn overlaid(description: &str, overlays: &[(&str, &str)]) -> (Sources, Diagnostics) {
    let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::default());
    let id = sources.add("a.yaml", description, &mut diagnostics);
    let overlays = overlays.iter().enumerate().map(|(index, (version, actions))| {
        let head = format!("overlay: {version}\ninfo: {{title: x, version: '1'}}\n");
        (format!("{index}.overlay.yaml"), format!("{head}actions:\n{actions}"))
    });
    sources.overlay(&[id], overlays, &mut diagnostics);
    (sources, diagnostics)
}

fn root(sources: &Sources) -> Node<'_> {
    sources.root(sources.find("a.yaml").expect("it was added"))
}

/// Checks what one overlay makes of a description.
fn check_version(version: &str, description: &str, actions: &str, expected: &str) {
    let (sources, diagnostics) = overlaid(description, &[(version, actions)]);
    let findings = render(&diagnostics, &sources, Style::Plain);
    assert_eq!(findings, "", "{actions}");
    assert_eq!(root(&sources).to_json().to_string(), expected, "{actions}");
}

fn check(description: &str, actions: &str, expected: &str) {
    check_version("1.1.0", description, actions, expected);
}

/// The messages of the findings about an overlay.
fn messages(description: &str, actions: &str) -> Vec<String> {
    let (_, diagnostics) = overlaid(description, &[("1.1.0", actions)]);
    diagnostics.iter().map(|it| it.message.clone()).collect()
}

#[test]
fn objects_are_merged_at_every_level() {
    check(
        "{a: {b: 1, c: {d: 2}}, e: 3}",
        "- {target: $, update: {a: {c: {d: 4, f: 5}, g: {}}, h: [6]}}",
        r#"{"a":{"b":1,"c":{"d":4,"f":5},"g":{}},"e":3,"h":[6]}"#,
    );
}

#[test]
fn arrays_are_concatenated_and_get_items() {
    check("{a: [1]}", "- {target: $, update: {a: [2, 3]}}", r#"{"a":[1,2,3]}"#);
    check("{a: [1]}", "- {target: $.a, update: {b: 2}}", r#"{"a":[1,{"b":2}]}"#);
    check("{a: [1]}", "- {target: $.a, update: [2, 3]}", r#"{"a":[1,2,3]}"#);
    let as_item = r#"{"a":[1,[2,3]]}"#;
    check_version("1.0.0", "{a: [1]}", "- {target: $.a, update: [2, 3]}", as_item);
}

#[test]
fn primitives_are_replaced() {
    check("{a: [x, y], b: null}", "- {target: '$.a[1]', update: z}", r#"{"a":["x","z"],"b":null}"#);
    check("{a: 1, b: null}", "- {target: '$[*]', update: true}", r#"{"a":true,"b":true}"#);
    // A key without a value has nothing to merge, and can be filled.
    check("{a: {b: 1}}", "- {target: $, update: {a: }}", r#"{"a":{"b":1}}"#);
    check("{a: }", "- {target: $, update: {a: {b: 1}}}", r#"{"a":{"b":1}}"#);
}

#[test]
fn values_are_removed_wherever_they_are() {
    check(
        "{a: [1, 2, 3, 4], b: 5}",
        "- {target: '$.a[?@ > 1 && @ < 4]', remove: true}",
        "{\"a\":[1,4],\"b\":5}",
    );
    check("{a: {b: {b: 1}, c: 2}}", "- {target: $..b, remove: true}", r#"{"a":{"c":2}}"#);
    check("[[1, 2], [3, 4], 5]", "- {target: '$[0, 0][0]', remove: true}", "[[2],[3,4],5]");
    check("[[1, 2], 5]", "- {target: '$..[0]', remove: true}", "[5]");
    check("{a: 1, b: 2}", "- {target: $.a, update: {}, remove: true}", r#"{"b":2}"#);
    check("{a: 1}", "- {target: $.a, remove: false}", r#"{"a":1}"#);
}

#[test]
fn a_copy_is_a_value_of_its_own() {
    check(
        "{a: {b: [1]}, c: {d: 2}}",
        "- {target: $.c, copy: $.a}\n- {target: $.c.b, update: 3}\n- {target: $.a, remove: true}",
        r#"{"c":{"d":2,"b":[1,3]}}"#,
    );
    check("{a: [1], b: [2]}", "- {target: $.a, copy: $.b}", r#"{"a":[1,2],"b":[2]}"#);
    check("{a: {b: 1}}", "- {target: $.a, copy: $}", r#"{"a":{"b":1,"a":{"b":1}}}"#);
}

#[test]
fn actions_and_overlays_see_what_those_before_them_did() {
    let first = "- {target: $, update: {b: {}}}\n- {target: $.b, update: {c: 1}}\n";
    let (sources, diagnostics) = overlaid(
        "{a: 1}",
        &[
            ("1.0.0", first),
            ("1.1.2", "- {target: $.a, remove: true}\n- {target: $.b.c, update: 2}"),
        ],
    );
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert_eq!(root(&sources).to_json().to_string(), r#"{"b":{"c":2}}"#);
}

#[test]
fn values_are_located_where_they_were_written() {
    let (sources, _) = overlaid(
        "a: {b: 1}\nc: [2]\nd: 3\n",
        &[("1.1.0", "- target: $\n  update: {a: {e: 4}, c: [5]}\n- target: $.a\n  copy: $.c[0]\n")],
    );
    let check = |pointer: &str, expected: &str| {
        let node = root(&sources).pointer(pointer).expect(pointer);
        let places = [node.key_place(), node.place()];
        let locations = sources.locate(places);
        let shown = places.map(|place| {
            let found = locations.get(place).expect("it was asked for");
            let document = sources.get(found.document);
            format!("{} {}", document.path(), &document.text()[found.range])
        });
        assert_eq!(shown.join(", "), expected, "{pointer}");
    };
    check("/a", "a.yaml a, a.yaml a");
    check("/a/b", "a.yaml b, a.yaml 1");
    check("/a/e", "0.overlay.yaml e, 0.overlay.yaml 4");
    check("/c/0", "a.yaml 2, a.yaml 2");
    check("/c/1", "0.overlay.yaml 5, 0.overlay.yaml 5");
    check("/d", "a.yaml d, a.yaml 3");
}

#[test]
fn an_overlay_changes_the_description_that_it_extends() {
    let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::default());
    let ids = ["api/a.yaml", "api/b.yaml"].map(|path| sources.add(path, "{}", &mut diagnostics));
    let overlay = |path: &str, extends: &str, key: &str| {
        let head = "overlay: 1.0.0\ninfo: {title: x, version: '1'}";
        (
            path.to_owned(),
            format!("{head}\n{extends}\nactions: [{{target: $, update: {{{key}: 1}}}}]"),
        )
    };
    let overlays = [
        overlay("x.yaml", "extends: ./api/b.yaml", "path"),
        overlay("api/y.yaml", "extends: https://example.com/v1/b.yaml?raw", "address"),
        overlay("z.yaml", "", "nothing"),
    ];
    sources.overlay(&ids, overlays, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let shown = ids.map(|id| sources.root(id).to_json().to_string());
    assert_eq!(shown, [r#"{"nothing":1}"#, r#"{"path":1,"address":1}"#]);
}

#[test]
fn references_of_an_overlay_are_those_of_the_description() {
    let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::default());
    let id = sources.add("api/a.yaml", "{x: {$ref: gone.yaml}}", &mut diagnostics);
    let actions = "[{target: $.x, remove: true}, {target: $, update: {y: {$ref: new.yaml}}}]";
    let text = format!("overlay: 1.0.0\ninfo: {{title: x, version: '1'}}\nactions: {actions}");
    sources.overlay(&[id], [("b/c.yaml".to_owned(), text)], &mut diagnostics);
    let missing: Vec<String> = sources.missing().into_iter().map(|it| it.path).collect();
    assert_eq!(missing, ["api/new.yaml"]);
}

#[test]
fn overlays_that_grow_without_bound_are_refused() {
    let double = |index| format!("- {{target: $.a, copy: $.a, x-{index}: 1}}\n");
    let found = messages("{a: [text]}", &(0..60).map(double).collect::<String>());
    assert_eq!(found, ["overlays repeat too much of the description"]);
    let deeper = |index| {
        let grow = format!("- {{target: $, update: {{a: {{}}}}, x-{index}: 1}}");
        format!("{grow}\n- {{target: $.a, copy: $, x-{index}: 1}}\n")
    };
    let deeper: String = (0..200).map(deeper).collect();
    let found = messages("{}", &deeper);
    assert!(found.contains(&"values are nested more than 128 levels deep".to_owned()), "{found:?}");
    let brackets = format!(
        "- {{target: '$[?{}@.a{}]', remove: true}}",
        "(".repeat(100_000),
        ")".repeat(100_000)
    );
    assert_eq!(messages("{}", &brackets).len(), 1);
}

/// The crate would lack what the overlay was to bring.
#[test]
fn a_file_without_actions_is_an_error() {
    for text in ["openapi: 3.1.0", "overlay: 1.1.0\nactions: {}"] {
        let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::default());
        let id = sources.add("a.yaml", "{}", &mut diagnostics);
        sources.overlay(&[id], [("o.yaml".to_owned(), text.to_owned())], &mut diagnostics);
        assert!(diagnostics.has_errors(), "{text}");
    }
}

#[test]
fn what_is_no_overlay_is_refused() {
    let check = |text: &str, expected: &[&str]| {
        let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::default());
        let id = sources.add("a.yaml", "{}", &mut diagnostics);
        sources.overlay(&[id], [("o.yaml".to_owned(), text.to_owned())], &mut diagnostics);
        let found: Vec<_> = diagnostics.iter().map(|it| it.message.as_str()).collect();
        assert_eq!(found, expected, "{text}");
        assert_eq!(sources.root(id).to_json().to_string(), "{}");
    };
    check("- root", &["an overlay is an object, but this is an array"]);
    check("", &["an overlay is an object, but this is null"]);
    check("overlay: 1.2.0", &["overlays of version `1.2.0` are not supported"]);
    check("overlay: 1", &["the version of an overlay is text, but this is a number"]);
    check(
        "overlay: 1.1.0\ninfo: {title: x, version: '1'}\nactions: [{target: $}]",
        &["an action needs something to do"],
    );
    check(
        "overlay: 1.0.0\ninfo: {title: x, version: '1'}\nactions: []",
        &["an overlay has at least one action"],
    );
    check(
        "{}",
        &[
            "an overlay needs the key `overlay`",
            "an overlay needs the key `info`",
            "an overlay needs the key `actions`",
        ],
    );
    check(
        "overlay: 1.0.0\ninfo: {title: x, version: '1'}\nactions: [{target: $, copy: $.a}]",
        &["`copy` is not a key of an action"],
    );
}
