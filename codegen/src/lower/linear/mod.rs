//! Work grows as the description does: twice the schemas, twice the steps. Counted, not timed.

mod examples;

use serde_json::{Map, Value, json};

use crate::diagnostic::{Code, Diagnostics, Strictness};
use crate::ir::{Crate, ItemKind};
use crate::source::Sources;
use crate::{Project, ServiceInput, steps};

/// What became of a description: the crate, the steps, and the findings.
struct Counted {
    krate: Crate,
    steps: usize,
    diagnostics: Diagnostics,
}

impl Counted {
    fn of(description: &Value) -> Self {
        let (mut sources, mut diagnostics) =
            (Sources::new(), Diagnostics::new(Strictness::Lenient));
        let document = sources.add("a.json", description.to_string(), &mut diagnostics);
        let services = vec![ServiceInput { module: None, documents: vec![document] }];
        let project = Project { services, ..Project::default() };
        let before = steps::taken();
        let krate = crate::lower::lower(&project, &sources, &mut diagnostics);
        Self { krate, steps: steps::taken() - before, diagnostics }
    }

    /// How many fields, variants and operations there are.
    fn size(&self) -> usize {
        let items = self.krate.services.iter().flat_map(|service| &service.types);
        let parts = items.map(|item| match &item.kind {
            ItemKind::Struct(strukt) => strukt.fields.len(),
            ItemKind::Enum(kind) => kind.variants.len(),
            ItemKind::Integers(kind) => kind.variants.len(),
            ItemKind::Union(union) => union.variants.len(),
            ItemKind::Responses(_) | ItemKind::Errors(_) => 1,
        });
        parts.sum::<usize>() + self.krate.services[0].operations.len()
    }
}

/// The most steps that a field, a variant or an operation may take, beside one for each byte of the
/// description.
const STEPS: usize = 60;

/// Checks that the steps grow as the description does, or as what is made of it, when its size is not
/// `n` but twice that.
fn check(name: &str, n: usize, describe: impl Fn(usize) -> Value) {
    let descriptions = [n, 2 * n].map(describe);
    let [bytes, more_bytes] = descriptions.each_ref().map(|it| it.to_string().len());
    let [once, twice] = descriptions.each_ref().map(Counted::of);
    assert!(once.size() > 1, "{name}: nothing is left");
    let growth = (twice.size() * 100 / once.size()).max(more_bytes * 100 / bytes);
    let allowed = once.steps * growth * 12 / 1000 + 1000;
    let (steps, more_steps) = (once.steps, twice.steps);
    assert!(more_steps <= allowed, "{name}: {steps} steps, then {more_steps} of {allowed}");
    let budget = bytes + STEPS * once.size();
    assert!(steps <= budget, "{name}: {steps} steps for a budget of {budget}");
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// A description of these schemas, one of which is answered.
fn schemas(answer: &str, schemas: impl IntoIterator<Item = (String, Value)>) -> Value {
    let schemas: Map<String, Value> = schemas.into_iter().collect();
    let content = json!({"application/json": {"schema": reference(answer)}});
    let responses = json!({"200": {"description": "ok", "content": content}});
    described(
        json!({"/a": {"get": {"operationId": "a", "responses": responses}}}),
        json!({"schemas": schemas}),
    )
}

fn described(paths: Value, components: Value) -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "servers": [{"url": "https://h.example"}],
        "paths": paths,
        "components": components,
    })
}

fn object(names: impl IntoIterator<Item = String>) -> Value {
    let properties: Map<String, Value> =
        names.into_iter().map(|name| (name, json!({"type": "string"}))).collect();
    let required: Vec<&String> = properties.keys().collect();
    json!({"type": "object", "required": required, "properties": properties})
}

/// `count` schemas that lead to the next one each, and an object at the end.
fn chain(count: usize, link: impl Fn(Value) -> Value) -> Value {
    let links = (0..count).map(|at| (format!("S{at}"), link(reference(&format!("S{}", at + 1)))));
    let end = (format!("S{count}"), object(["a".to_owned()]));
    schemas("S0", links.chain([end]))
}

#[test]
fn chains_and_diamonds_of_compositions() {
    check("all of the next, twice", 22, |n| chain(n, |next| json!({"allOf": [next, next]})));
    check("all of the next", 400, |n| chain(n, |next| json!({"allOf": [next]})));
    check("references", 4000, |n| chain(n, |next| next));
    check("references that may be null", 1000, |n| {
        chain(n, |next| json!({"anyOf": [next, {"type": "null"}]}))
    });
    check("one of two that are all of the next", 16, |n| {
        let levels = (0..n).flat_map(|at| {
            let next = reference(&format!("U{}", at + 1));
            let variant = |side: &str| json!({"allOf": [next, object([format!("{side}{at}")])]});
            let either = [reference(&format!("A{at}")), reference(&format!("B{at}"))];
            [
                (format!("U{at}"), json!({"oneOf": either})),
                (format!("A{at}"), variant("a")),
                (format!("B{at}"), variant("b")),
            ]
        });
        schemas("U0", levels.chain([(format!("U{n}"), object(["z".to_owned()]))]))
    });
}

#[test]
fn wide_and_deep_compositions() {
    check("2,000 properties of 200 parts", 200, |n| {
        let part = |at: usize| object((0..10).map(|member| format!("p{at}x{member}")));
        let parts: Vec<Value> = (0..n).map(|at| reference(&format!("P{at}"))).collect();
        let whole = ("Whole".to_owned(), json!({"allOf": parts}));
        schemas("Whole", (0..n).map(|at| (format!("P{at}"), part(at))).chain([whole]))
    });
    check("one object", 1000, |n| {
        schemas("S", [("S".to_owned(), object((0..n).map(|at| format!("p{at}"))))])
    });
    check("all of them are parts of each other", 20, |n| {
        let part = |at: usize| {
            let others = (0..n).filter(|other| *other != at);
            let others = others.map(|other| reference(&format!("P{other}")));
            json!({"allOf": others.chain([object([format!("p{at}")])]).collect::<Vec<_>>()})
        };
        schemas("P0", (0..n).map(|at| (format!("P{at}"), part(at))))
    });
}

#[test]
fn slips_and_nearly_equal_names() {
    check("names in other cases", 800, |n| {
        let letter = |at: usize, bit: usize| if at >> bit & 1 == 0 { 'a' } else { 'A' };
        let name = |at: usize| (0..12).map(|bit| letter(at, bit)).collect::<String>();
        schemas(&name(0), (0..n).map(|at| (name(at), object(["a".to_owned()]))))
    });
    let slips = |n: usize| {
        let lost = |at: usize| json!({"type": "object", "properties": {"a": reference(&format!("Thnig{at}"))}});
        schemas("Thing0", (0..n).map(|at| (format!("Thing{at}"), lost(at))))
    };
    // Each is compared with some of the names.
    let [once, twice] = [1200, 2400].map(|n| Counted::of(&slips(n)).steps);
    assert!(twice <= 2 * once + once / 5, "{once} steps, then {twice}");
}

#[test]
fn what_operations_share() {
    let operation = |at: usize, operation: Value| (format!("/a{at}"), json!({"get": operation}));
    check("a chain of parameters and of responses", 300, |n| {
        let link = |kind: &str, at: usize| {
            (format!("X{at}"), json!({"$ref": format!("#/components/{kind}/X{}", at + 1)}))
        };
        let mut parameters: Map<String, Value> = (0..n).map(|at| link("parameters", at)).collect();
        parameters.insert(
            format!("X{n}"),
            json!({"name": "q", "in": "query", "schema": {"type": "string"}}),
        );
        let mut responses: Map<String, Value> = (0..n).map(|at| link("responses", at)).collect();
        responses.insert(format!("X{n}"), json!({"description": "ok"}));
        let first = json!({"$ref": "#/components/parameters/X0"});
        let second = json!({"$ref": "#/components/parameters/X1"});
        let paths: Map<String, Value> = (0..n)
            .map(|at| {
                let responses = json!({"200": {"$ref": "#/components/responses/X0"}});
                let parameters = [&first, &second];
                let id = format!("a{at}");
                operation(
                    at,
                    json!({"operationId": id, "parameters": parameters, "responses": responses}),
                )
            })
            .collect();
        described(json!(paths), json!({"parameters": parameters, "responses": responses}))
    });
    check("a list of parameters", 200, |n| {
        let shared = |at: usize| json!({"name": format!("q{at}"), "in": "query", "schema": {"type": "string"}});
        let parameters: Map<String, Value> =
            (0..20).map(|at| (format!("P{at}"), shared(at))).collect();
        let list: Vec<Value> = parameters
            .keys()
            .map(|name| json!({"$ref": format!("#/components/parameters/{name}")}))
            .collect();
        let paths: Map<String, Value> = (0..n)
            .map(|at| {
                let responses = json!({"204": {"description": "ok"}});
                operation(
                    at,
                    json!({"operationId": format!("a{at}"), "parameters": list, "responses": responses}),
                )
            })
            .collect();
        described(json!(paths), json!({"parameters": parameters}))
    });
}

/// A part that leads back adds nothing: what the schemas say beside it is there, and the cycle is
/// reported.
#[test]
fn parts_of_each_other_are_merged_and_reported() {
    let part =
        |other: &str, own: &str| json!({"allOf": [reference(other), object([own.to_owned()])]});
    let lowered = Counted::of(&schemas(
        "A",
        [("A".to_owned(), part("B", "a")), ("B".to_owned(), part("A", "b"))],
    ));
    assert_eq!(lowered.size(), 2 + 2 + 1);
    let found: Vec<Code> = lowered.diagnostics.iter().map(|it| it.code).collect();
    assert_eq!(found, [Code::CircularReference]);
}

#[test]
fn json_that_is_nested_too_deep_is_refused_at_its_place() {
    let head = "{\"openapi\": \"3.1.0\",\n \"x-deep\": ";
    let text = format!("{head}{}", "[".repeat(100_000));
    let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::new(Strictness::Lenient));
    sources.add("a.json", text, &mut diagnostics);
    let found: Vec<_> = diagnostics.iter().map(|it| it.message.as_str()).collect();
    assert_eq!(found, ["values are nested more than 128 levels deep"]);
    let place = diagnostics.iter().next().map(|it| it.labels[0].place);
    let range = place.and_then(|place| sources.locate([place]).get(place));
    // The object is the first level.
    assert_eq!(range.map(|it| it.range), Some(head.len() + 127..head.len() + 128));
}
