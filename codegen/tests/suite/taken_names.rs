//! Descriptions that call their things what the runtime, the prelude and emitted code call theirs.
//!
//! They are made from the runtime's text, so that a name it gets tomorrow is tried tomorrow. What is
//! generated from them has to compile: see `compiles`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use codegen::Strictness;
use proc_macro2::{TokenStream, TokenTree};
use serde_json::{Map, Value, json};

use crate::fixture::{Outcome, entries, generate};
use crate::tokens::parse;

/// Types, traits, constructors and derives that every file has, and what emitted code defines or
/// begins its paths with.
const ELSEWHERE: &str = "
    AsMut AsRef Box Clone Copy Debug Default DoubleEndedIterator Drop Eq Err ExactSizeIterator Extend
    Fn FnMut FnOnce From FromIterator Future Hash Into IntoFuture IntoIterator Iterator None Ok Option
    Ord PartialEq PartialOrd Result Send Sized Some String Sync ToOwned ToString TryFrom TryInto Unpin
    Vec bool char f64 i32 i64 str u64 u8 drop
    Client ErrorCode OPERATION SERVICE Item alloc bytes client core crate futures_core http operation
    runtime self serde serde_json std super types value wire_tests";

/// Words before the name of what is defined.
const DEFINES: &[&str] =
    &["const", "enum", "fn", "macro_rules", "mod", "static", "struct", "trait", "type"];

/// How many members are required at once: each is an argument of a function.
const TOGETHER: usize = 12;

/// What is generated from each of the descriptions, by the name of its crate.
pub(crate) fn outcomes() -> Vec<(String, Outcome)> {
    let names = taken();
    let types: Vec<&str> = names.iter().map(String::as_str).filter(|it| is_type(it)).collect();
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    [("items", items(&types)), ("pages", pages(&types)), ("members", members(&all))]
        .into_iter()
        .map(|(kind, description)| {
            let text = description.to_string();
            let package = format!("taken-names-{kind}");
            (
                package.clone(),
                generate(&package, Strictness::Lenient, "openapi.json", text, |_| None),
            )
        })
        .collect()
}

/// Every name that is taken somewhere.
fn taken() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime/src");
    let mut names: BTreeSet<String> = ELSEWHERE.split_whitespace().map(str::to_owned).collect();
    for file in entries(&folder).into_iter().filter(|file| file.ends_with(".rs")) {
        let text = fs::read_to_string(folder.join(&file)).expect("a source file is readable");
        collect(parse(&file, &text), &mut names);
    }
    names
}

/// Adds what is defined anywhere in these tokens.
fn collect(tokens: TokenStream, names: &mut BTreeSet<String>) {
    let mut defines = false;
    for token in tokens {
        match token {
            TokenTree::Group(group) => collect(group.stream(), names),
            TokenTree::Ident(ident) => {
                let text = ident.to_string();
                let is_word = DEFINES.contains(&text.as_str());
                if defines && !is_word {
                    names.insert(text);
                }
                defines = is_word;
            }
            // `macro_rules!`
            TokenTree::Punct(punct) => defines &= punct.as_char() == '!',
            TokenTree::Literal(_) => defines = false,
        }
    }
}

fn is_type(name: &str) -> bool {
    name.starts_with(|first: char| first.is_uppercase()) && name.contains(char::is_lowercase)
}

fn document(paths: Map<String, Value>, schemas: Map<String, Value>) -> Value {
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Names that are taken", "version": "1" },
        "servers": [{ "url": "https://api.example.com" }],
        "paths": paths,
        "components": { "schemas": schemas },
    })
}

/// A schema and an operation of each name. Their files import as much of the runtime as they can.
fn items(names: &[&str]) -> Value {
    let (mut paths, mut schemas) = (Map::new(), Map::new());
    // Two by two: rustc gives up on a ring of more than a hundred types.
    let pairs = names
        .chunks(2)
        .flat_map(|pair| [(pair[0], pair[pair.len() - 1]), (pair[pair.len() - 1], pair[0])]);
    for (name, next) in pairs {
        let [own, other] =
            [name, next].map(|name| json!({ "$ref": format!("#/components/schemas/{name}") }));
        schemas.insert(
            name.to_owned(),
            json!({
                "type": "object",
                "required": ["id", "secret"],
                "properties": {
                    "id": { "type": "string" },
                    "secret": { "type": "string", "format": "password" },
                    "at": { "type": "string", "format": "date-time" },
                    "next": other,
                    "kind": { "type": "string", "enum": ["a", "b"] },
                },
            }),
        );
        let object = json!({ "type": "object", "properties": { "x": { "type": "integer" } } });
        let styled = |place: &str, style: &str| json!({ "name": style, "in": place, "required": true, "style": style, "schema": object });
        let content = |schema: &Value| json!({ "application/json": { "schema": schema } });
        paths.insert(
            format!("/{name}/{{matrix}}"),
            json!({ "post": {
                "operationId": name,
                "parameters": [styled("path", "matrix"), styled("query", "deepObject")],
                "requestBody": { "required": true, "content": { "multipart/form-data": { "schema": {
                    "type": "object",
                    "required": ["file", "secret"],
                    "properties": {
                        "file": { "type": "string", "contentMediaType": "image/png" },
                        "secret": { "type": "string", "format": "password" },
                        "at": { "type": "string", "format": "date-time" },
                        "data": own,
                        "style": { "type": "string", "enum": ["a", "b"] },
                    },
                } } } },
                "responses": {
                    "200": { "description": "This.", "content": content(&own) },
                    "201": { "description": "That.", "content": content(&other) },
                    "404": { "description": "Not here.", "content": content(&own) },
                    "409": { "description": "Not now.", "content": content(&other) },
                },
            } }),
        );
    }
    document(paths, schemas)
}

/// An operation of each name whose response has pages, and can be read as events.
fn pages(names: &[&str]) -> Value {
    let paths = names.iter().map(|name| {
        let page = json!({
            "type": "object",
            "required": ["items"],
            "properties": {
                "items": { "type": "array", "items": {
                    "type": "object",
                    "properties": { "secret": { "type": "string", "format": "password" } },
                } },
                "next": { "type": "string" },
            },
        });
        let operation = json!({
            "operationId": name,
            "x-pagination": { "cursor": "from", "next": "next", "items": "items" },
            "parameters": [{ "name": "from", "in": "query", "schema": { "type": "string" } }],
            "responses": { "200": {
                "description": "A page.",
                "content": {
                    "application/json": { "schema": page },
                    "text/event-stream": { "schema": { "type": "string" } },
                },
            } },
        });
        (format!("/{name}"), json!({ "get": operation }))
    });
    document(paths.collect(), Map::new())
}

/// Members, parameters, values, variables, schemes and modules of each name.
fn members(names: &[&str]) -> Value {
    let text = json!({ "type": "string" });
    let properties: Map<String, Value> =
        names.iter().map(|name| ((*name).to_owned(), text.clone())).collect();
    let mut schemas = Map::new();
    let mut paths = Map::new();
    schemas.insert("Optional".to_owned(), json!({ "type": "object", "properties": properties }));
    schemas.insert("Values".to_owned(), json!({ "type": "string", "enum": names }));
    for (index, required) in names.chunks(TOGETHER).enumerate() {
        let properties: Map<String, Value> =
            required.iter().map(|name| ((*name).to_owned(), text.clone())).collect();
        let schema = format!("Required{index}");
        let reference = json!({ "$ref": format!("#/components/schemas/{schema}") });
        schemas.insert(
            schema,
            json!({ "type": "object", "required": required, "properties": properties }),
        );
        let parameter =
            |name: &&str| json!({ "name": name, "in": "query", "required": true, "schema": text });
        let body = json!({ "application/json": { "schema": reference } });
        let whole =
            json!({ "application/json": { "schema": { "type": "array", "items": reference } } });
        let response = json!({ "200": { "description": "Them.", "content": body } });
        paths.insert(
            format!("/{index}"),
            json!({
                "get": {
                    "operationId": format!("ask {index}"),
                    "parameters": required.iter().map(parameter).collect::<Vec<_>>(),
                    "responses": response,
                },
                "put": {
                    "operationId": format!("put {index}"),
                    "requestBody": { "required": true, "content": body },
                    "responses": response,
                },
                "post": {
                    "operationId": format!("post {index}"),
                    "requestBody": { "required": true, "content": whole },
                    "responses": response,
                },
            }),
        );
    }
    let parameter = |name: &&str| json!({ "name": name, "in": "query", "schema": text });
    let optional =
        json!({ "application/json": { "schema": { "$ref": "#/components/schemas/Optional" } } });
    paths.insert(
        "/optional".to_owned(),
        json!({
            "get": {
                "operationId": "ask",
                "parameters": names.iter().map(parameter).collect::<Vec<_>>(),
                "responses": { "200": { "description": "Them.", "content": {
                    "application/json": { "schema": { "$ref": "#/components/schemas/Values" } },
                } } },
            },
            "put": {
                "operationId": "put",
                "requestBody": { "required": true, "content": optional },
                "responses": { "204": { "description": "Done." } },
            },
        }),
    );
    let mut document = document(paths, schemas);
    let variables: Map<String, Value> =
        names.iter().map(|name| ((*name).to_owned(), json!({ "default": "a" }))).collect();
    let url: String = names.iter().map(|name| format!("/{{{name}}}")).collect();
    document["servers"] =
        json!([{ "url": format!("https://api.example.com{url}"), "variables": variables }]);
    let schemes: Map<String, Value> = names
        .iter()
        .map(|name| {
            let scheme = json!({ "type": "apiKey", "in": "header", "name": format!("x-{name}") });
            ((*name).to_owned(), scheme)
        })
        .collect();
    document["components"]["securitySchemes"] = Value::Object(schemes);
    document["security"] = names.iter().map(|name| json!({ *name: [] })).collect();
    document
}
