//! Text of a description stays data, whatever it says.

use codegen::{Output, Strictness};
use serde_json::json;

use crate::fixture::{Outcome, generate};
use crate::tokens::{Keep, documentation, parse, shape};

/// Texts that mean something in Rust, in CommonMark, in TOML, to a terminal or to an editor.
const PAYLOADS: &[&str] = &[
    "\"; fn injected() {} //",
    "*/ fn injected() {} /*",
    "\"# \"## r#\"",
    "\\",
    "\\\" \\n \\u{41} \\\\",
    "line\nfn injected() {}\r\n#![feature(injected)]\r///\n\n",
    "#[derive(Injected)] #![injected] #",
    "{} {0} {injected} {{ }} ${injected} $injected",
    "\u{202e}detcejni\u{202c} \u{2066}\u{200b}\u{feff}",
    "\u{ad}soft \u{fff9}note\u{fffb} \u{e0074}\u{e0061}\u{e0067}",
    "\0 \u{1b}[31m \u{7f} \u{85} \u{2028}fn injected() {}\u{2029}",
    "` `` ``` ~~~",
    "]: [link](x) [crate::Injected] [`Injected`] ![i](j) [a]: b",
    "<script>alert(1)</script> <!-- & &lt; &#0;",
    "```rust\npanic!(\"injected\");\n```\n\n~~~\ncompile_error!();",
    "text\n\n    fn injected() {}\n\n\tpanic!();",
    "'; \"\"\" ''' [package]\nname = \"injected\"",
    "| a | b |\n| --- | --- |\n> quote\n# Head\n- item\n1. item\n===",
    "__blank_line!(); __macro_body",
    "//! /// // @generated",
    "$crate::injected!() => ? , ;",
];

/// What stands where a payload does not.
const TAME: &str = "tame";

/// A description with `prose` wherever people are spoken to, `name` as a part of everything that
/// is called something, and `data` wherever a value goes over the wire as it is.
fn description(prose: &str, name: &str, data: &str) -> String {
    let error = json!({ "description": prose, "x-error-codes": { format!("Code{name}"): prose } });
    let parameter = json!({
        "name": format!("parameter{name}"), "in": "query", "description": prose,
        "schema": { "type": "string", "default": data }, "example": data,
    });
    let operation = json!({
        "operationId": format!("operation{name}"), "tags": [name], "summary": prose, "description": prose,
        "externalDocs": { "url": data, "description": prose }, "parameters": [parameter],
        "requestBody": { "required": true, "description": prose, "content": { "application/json": {
            "schema": { "$ref": "#/components/schemas/Body" },
            "example": { "kind": data, format!("property{name}"): data },
        } } },
        "responses": {
            "200": { "description": prose, "content": { "application/json": {
                "schema": { "type": "object", "properties": { "a": { "type": "string", "description": prose } } },
                "example": { "a": data },
            } } },
            "404": error,
        },
    });
    let body = json!({
        "type": "object", "title": prose, "description": prose, "required": ["kind"],
        "properties": {
            "kind": { "type": "string", "description": prose, "enum": [format!("value{name}")] },
            format!("property{name}"): { "type": "string", "description": prose, "default": data },
        },
    });
    json!({
        "openapi": "3.1.0",
        "info": { "title": prose, "version": data, "description": prose },
        "servers": [{ "url": "https://{region}.example.com", "description": prose, "variables": {
            "region": { "default": data, "description": prose },
        } }],
        "tags": [{ "name": name, "description": prose }],
        "paths": { path(data): { "post": operation } },
        "components": { "schemas": { "Body": body } },
    })
    .to_string()
}

/// A path with a payload in it; braces in a path are placeholders, which is another matter, and a
/// question mark begins a query.
fn path(data: &str) -> String {
    format!("/{}", data.replace(['{', '}', '?'], ""))
}

fn generated(text: String) -> Output {
    let outcome = generate("hostile", Strictness::Lenient, "hostile.json", text, |_| None);
    let report = outcome.report();
    let Outcome { output: Some(output), .. } = outcome else { panic!("refused:\n{report}") };
    output
}

/// Checks that two crates have the same files of the same shape. Files whose names depend on the
/// description are told apart by their order alone.
#[track_caller]
fn assert_same_shape(tame: &Output, hostile: &Output, keep: Keep, payload: &str) {
    assert_eq!(tame.files.len(), hostile.files.len(), "{payload:?}");
    for ((tame_path, tame), (path, hostile)) in tame.files.iter().zip(&hostile.files) {
        assert!(keep == Keep::NoNames || tame_path == path, "{payload:?}: {path}");
        if path.ends_with(".rs") {
            let shapes = [(tame_path, tame), (path, hostile)]
                .map(|(path, text)| shape(parse(path, text), keep));
            assert!(shapes[0] == shapes[1], "{payload:?} is more than data:\n{tame}\n{hostile}");
        }
    }
}

#[test]
fn prose_changes_nothing_but_documentation() {
    let tame = generated(description(TAME, TAME, TAME));
    for payload in PAYLOADS {
        let hostile = generated(description(payload, TAME, TAME));
        assert_same_shape(&tame, &hostile, Keep::Names, payload);
    }
}

#[test]
fn values_change_nothing_but_literals() {
    let tame = generated(description(TAME, TAME, TAME));
    for payload in PAYLOADS {
        let hostile = generated(description(TAME, TAME, payload));
        assert_same_shape(&tame, &hostile, Keep::Names, payload);
    }
}

#[test]
fn names_change_nothing_but_names() {
    let tame = generated(description(TAME, TAME, TAME));
    for payload in PAYLOADS {
        let hostile = generated(description(TAME, payload, TAME));
        assert_same_shape(&tame, &hostile, Keep::NoNames, payload);
    }
}

/// rustc refuses text that is shown in another order than it is read, in comments too.
#[test]
fn nothing_that_is_emitted_is_hidden_or_reordered() {
    for payload in PAYLOADS {
        for (path, text) in generated(description(payload, payload, payload)).files {
            let hidden = |c: &char| {
                (c.is_control() && *c != '\n')
                    || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
            };
            assert_eq!(text.chars().find(hidden), None, "{payload:?} in {path}:\n{text}");
        }
    }
}

#[test]
fn the_manifest_is_toml_of_the_same_keys() {
    let keys = |output: &Output| -> Vec<String> {
        let lines = output.files["Cargo.toml"].lines();
        lines.map(|line| line.split('=').next().unwrap_or_default().to_owned()).collect()
    };
    let tame = keys(&generated(description(TAME, TAME, TAME)));
    for payload in PAYLOADS {
        let hostile = generated(description(payload, payload, payload));
        assert_eq!(tame, keys(&hostile), "{payload:?}:\n{}", hostile.files["Cargo.toml"]);
    }
}

/// What is slow once it is long, if every opening is searched for its end.
const OPENINGS: &[&str] = &[
    "[",
    "[a](https://b ",
    "[a](https://b",
    "[a](#b",
    "<",
    "<https://b ",
    "`",
    "\\`",
    "https://b/",
    "- ",
];

#[test]
fn long_text_is_data() {
    check_long("word ", 10 << 20);
    for opening in OPENINGS {
        check_long(opening, 1 << 20);
    }
    // Tags are left out: what is tested is that all of them are.
    for tag in ["<code>", "<li>", "<a href=", "<b>x"] {
        let output = generated(huge(&tag.repeat((1 << 18) / tag.len())));
        assert!(output.files["src/operation/ping.rs"].contains("ping"), "{tag}");
    }
}

/// Checks that a description of this many bytes comes out, letter by letter.
fn check_long(piece: &str, size: usize) {
    let prose = piece.repeat(size / piece.len());
    let output = generated(huge(&prose));
    let text = &output.files["src/operation/ping.rs"];
    let letters = |text: &str| text.replace(|c: char| !c.is_alphanumeric(), "");
    let tokens = text.parse().expect("what is emitted has tokens");
    let documentation = documentation(tokens);
    assert!(documentation.len() >= prose.trim_end().len(), "{piece:?} was cut short");
    assert!(letters(&documentation).contains(&letters(&prose)), "{piece:?} does not come out");
}

fn huge(prose: &str) -> String {
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Huge", "version": "1" },
        "paths": { "/": { "get": {
            "operationId": "ping",
            "description": prose,
            "responses": { "204": { "description": "Done." } },
        } } },
    })
    .to_string()
}
