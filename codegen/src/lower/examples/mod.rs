//! Examples of the description: as Rust expressions, and as what must go over the wire.

pub(crate) mod conform;
mod placeholder;
mod unsent;

use serde_json::{Map, Value};

use self::placeholder::{made_up, placeholder};
use crate::diagnostic::{Code, Diagnostic, Strictness};
use crate::ir::{
    Argument, BodyForm, Building, Example, ExampleCall, ExampleResponse, Expr, Idempotency, Item,
    ItemKind, ListStyle, Operation, PathForm, QueryForm, ResponseBody, Slot, Ty, TypeId,
};
use crate::lower::context::Context;
use crate::lower::request::parameters::encode;
use crate::source::Node;

/// The examples that the description gives for an operation.
pub(crate) struct Examples<'a> {
    /// One for each argument, where there is one.
    pub(crate) arguments: Vec<Option<Node<'a>>>,
    /// One for each option, where there is one.
    pub(crate) options: Vec<Option<Node<'a>>>,
    /// The body as a whole.
    pub(crate) body: Option<Node<'a>>,
    /// The members of it that are not sent, since the server sets them.
    pub(crate) unsent: Vec<&'a str>,
    /// Whether the body is JSON, which a test can compare.
    pub(crate) is_json: bool,
    /// The status and body of a success.
    pub(crate) response: Option<(u16, Option<Node<'a>>)>,
}

impl<'a> Examples<'a> {
    /// The example call of `operation`, whose types are among `items`.
    ///
    /// An example that is not what its schema says is reported, and no test is made of it.
    pub(crate) fn lower(
        &self,
        cx: Context<'_, 'a>,
        operation: &Operation,
        items: &[Item],
    ) -> Example {
        let arguments: Vec<_> = self.arguments.iter().map(|node| node.map(Node::to_json)).collect();
        let options: Vec<_> = self.options.iter().map(|node| node.map(Node::to_json)).collect();
        let mut inputs = operation.inputs();
        let is_in_target = |slot: &Slot| matches!(slot, Slot::Query(_) | Slot::Path(_));
        let is_comparable = self.is_json
            && !inputs.any(|it| is_in_target(&it.slot) && it.slot.is_structured())
            && !matches!(operation.response, ResponseBody::ByStatus(_));
        let is_given = arguments.iter().all(Option::is_some);
        let complete = is_comparable && is_given && self.fit(cx, operation, items);
        let call = ExampleCall {
            arguments: operation
                .arguments
                .iter()
                .zip(&arguments)
                .map(|(argument, value)| match value {
                    Some(value) => expr(&argument.ty, value, items),
                    None => made_up(argument, items),
                })
                .collect(),
            options: operation
                .options
                .iter()
                .zip(&options)
                .enumerate()
                .filter_map(|(index, (option, value))| {
                    let value = value.clone().or_else(|| made_up_token(operation, option))?;
                    Some((index, expr(&option.ty, &value, items)))
                })
                .collect(),
        };
        Example {
            call,
            target: complete.then(|| target(operation, &arguments, &options)),
            body: self.sent(operation, items),
            response: self
                .response
                .map(|(status, body)| ExampleResponse { status, body: body.map(Node::to_json) }),
        }
    }

    /// The body that is sent: what the example shows, and what is always there.
    fn sent(&self, operation: &Operation, items: &[Item]) -> Option<Value> {
        let shown = self.body.map(Node::to_json);
        let has_object = operation.sends_empty_object || !operation.constants.is_empty();
        let mut body = shown.or_else(|| has_object.then(|| Value::Object(Map::new())))?;
        if let Value::Object(members) = &mut body {
            members.retain(|name, _| !self.unsent.contains(&name.as_str()));
            for (name, value) in &operation.constants {
                members.entry(name.clone()).or_insert_with(|| value.clone());
            }
        }
        for input in operation.inputs() {
            match input.slot {
                Slot::Body(BodyForm::Json) => unsent::remove(&mut body, &input.ty, items),
                Slot::Member(_) => {
                    if let Some(member) = body.get_mut(&input.wire) {
                        unsent::remove(member, &input.ty, items);
                    }
                }
                _ => {}
            }
        }
        Some(body)
    }

    /// Whether all examples are what their schemas say.
    fn fit(&self, cx: Context<'_, 'a>, operation: &Operation, items: &[Item]) -> bool {
        let inputs = operation.inputs();
        let given = inputs.map(|input| &input.ty).zip(self.arguments.iter().chain(&self.options));
        let mut pairs: Vec<_> = given.filter_map(|(ty, node)| Some((ty, (*node)?))).collect();
        if let (ResponseBody::Json(ty), Some((_, Some(node)))) =
            (&operation.response, self.response)
        {
            pairs.push((ty, node));
        }
        let mut fit = self.declares_body(cx, operation);
        for (ty, node) in pairs {
            if let Some(misfit) = conform::misfit(&node.to_json(), ty, items) {
                if !misfit.is_legal || cx.findings.strictness() == Strictness::Own {
                    report(cx, node, &misfit.problem);
                }
                fit = false;
            }
        }
        fit
    }

    /// Whether every member of the example of a body is an argument, a setter or constant.
    fn declares_body(&self, cx: Context<'_, 'a>, operation: &Operation) -> bool {
        let inputs = || operation.inputs();
        if inputs().any(|it| it.slot == Slot::Body(BodyForm::Json)) {
            return true;
        }
        let Some(body) = self.body else { return true };
        let mut declared = true;
        for (name, member) in body.entries() {
            let is_constant = operation.constants.iter().any(|(wire, _)| wire == name);
            let is_known = is_constant || self.unsent.contains(&name);
            if !is_known && !inputs().any(|it| it.wire == name) {
                // JSON Schema allows members that nobody declares.
                if cx.findings.strictness() == Strictness::Own {
                    report(cx, member, "is not declared");
                }
                declared = false;
            }
        }
        declared
    }
}

fn report(cx: Context<'_, '_>, node: Node<'_>, problem: &str) {
    cx.report(
        Diagnostic::new(Code::InvalidValue, "the example is not what the schema says")
            .at(node.place(), problem)
            .help("fix the example or the schema: a test is made of the two"),
    );
}

/// A token that the description gives no example for: the call needs one, so that what goes
/// over the wire is known.
fn made_up_token(operation: &Operation, option: &Argument) -> Option<Value> {
    (operation.idempotency == Idempotency::Token(option.wire.clone()))
        .then(|| Value::from("b1d9bb8b-7b1a-4a55-b1c5-4b5a3f7b0c11"))
}

/// The request target that the values must give.
fn target(operation: &Operation, arguments: &[Option<Value>], options: &[Option<Value>]) -> String {
    let mut pieces = operation.path.split('{');
    let mut target = pieces.next().unwrap_or_default().to_owned();
    let given = operation.arguments.iter().zip(arguments);
    let in_path = given.clone().filter(|it| it.0.slot == Slot::Path(PathForm::Scalar));
    let in_path: Vec<_> = in_path.filter_map(|(_, value)| value.as_ref()).collect();
    let mut next = 0..in_path.len();
    for (index, literal) in pieces.filter_map(|piece| piece.split_once('}')) {
        let index = index.parse().ok().or_else(|| next.next());
        if let Some(value) = index.and_then(|index| in_path.get(index)) {
            target.push_str(&encode(&text(value)));
        }
        target.push_str(literal);
    }
    let optional = operation.options.iter().zip(options);
    for (argument, value) in given.chain(optional) {
        let Some(value) = value.clone().or_else(|| made_up_token(operation, argument)) else {
            continue;
        };
        for value in query_values(&argument.slot, &value) {
            target.push(if target.contains('?') { '&' } else { '?' });
            target.push_str(&format!("{}={value}", encode(&argument.wire)));
        }
    }
    target
}

/// The values that a parameter has in a query, encoded: none, one, or one for each of several.
fn query_values(slot: &Slot, value: &Value) -> Vec<String> {
    let each = || {
        let values = value.as_array().into_iter().flatten();
        values.map(|value| encode(&text(value))).collect::<Vec<_>>()
    };
    match slot {
        Slot::Query(QueryForm::Scalar) => vec![encode(&text(value))],
        Slot::Query(QueryForm::List(ListStyle::Repeated)) => each(),
        Slot::Query(QueryForm::List(ListStyle::Joined(separator))) => vec![each().join(separator)],
        _ => Vec::new(),
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        // As Rust writes it: a whole number without a fraction.
        Value::Number(number) if number.is_f64() => number.as_f64().unwrap_or_default().to_string(),
        other => other.to_string(),
    }
}

/// The expression that makes `value` as a `ty`.
fn expr(ty: &Ty, value: &Value, items: &[Item]) -> Expr {
    match (ty, value) {
        (Ty::Bool, Value::Bool(value)) => Expr::Bool(*value),
        (Ty::I32 | Ty::I64 | Ty::U64, Value::Number(value)) => {
            value.as_i128().map_or_else(|| Expr::Json(value.clone().into(), ty.clone()), Expr::Int)
        }
        (Ty::F64, Value::Number(value)) => {
            value.as_f64().map_or_else(|| Expr::Json(value.clone().into(), ty.clone()), Expr::Float)
        }
        (Ty::String | Ty::Secret | Ty::Timestamp | Ty::Bytes | Ty::File, value) => {
            Expr::Text(text(value))
        }
        (Ty::List(ty), Value::Array(values)) => list(ty, values, items),
        (Ty::Option(_), Value::Null) => Expr::None,
        (Ty::Option(ty), value) => Expr::Some(Box::new(expr(ty, value, items)), (**ty).clone()),
        (Ty::Boxed(ty), value) => expr(ty, value, items),
        (Ty::Named(id), value) => match (&items[id.0].kind, value) {
            (ItemKind::Enum(kind), Value::String(value)) => {
                let variant = kind.variants.iter().find(|variant| variant.wire == *value);
                variant.map_or_else(
                    || Expr::Text(value.clone()),
                    |variant| Expr::Variant(*id, variant.name.clone()),
                )
            }
            (ItemKind::Integers(kind), Value::Number(number)) => {
                let number = number.to_string();
                let variant = kind.variants.iter().find(|variant| variant.wire == number);
                variant.map_or_else(
                    || Expr::Json(value.clone(), ty.clone()),
                    |variant| Expr::Variant(*id, variant.name.clone()),
                )
            }
            (ItemKind::Struct(_), Value::Object(members)) => {
                structure(*id, items, |wire| members.get(wire).cloned())
            }
            _ => Expr::Json(value.clone(), ty.clone()),
        },
        _ => Expr::Json(value.clone(), ty.clone()),
    }
}

/// A list of values, all of one Rust type: texts where one of an enum's values is not known.
fn list(ty: &Ty, values: &[Value], items: &[Item]) -> Expr {
    let exprs: Vec<_> = values
        .iter()
        .map(|value| match ty {
            // In a list, a list has the one type that is written there.
            Ty::List(_) => Expr::Json(value.clone(), ty.clone()),
            _ => expr(ty, value, items),
        })
        .collect();
    let has_text = exprs.iter().any(|expr| matches!(expr, Expr::Text(_)));
    Expr::List(match has_text {
        true => values.iter().map(|value| Expr::Text(text(value))).collect(),
        false => exprs,
    })
}

fn structure(id: TypeId, items: &[Item], value: impl Fn(&str) -> Option<Value>) -> Expr {
    let (mut required, mut optional) = (Vec::new(), Vec::new());
    if let ItemKind::Struct(strukt) = &items[id.0].kind {
        for field in &strukt.fields {
            if field.is_unsent {
                continue;
            }
            let given = value(&field.wire).filter(|value| !value.is_null());
            let given = given.map(|value| expr(&field.ty, &value, items));
            match (field.building(), given) {
                (Building::Constant, _) | (Building::Setter, None) => {}
                (Building::Argument, Some(given)) => required.push(given),
                (Building::Argument, None) => {
                    required.push(placeholder(&field.ty, &field.wire, items, 0));
                }
                (Building::Setter, Some(given)) => optional.push((field.name.clone(), given)),
            }
        }
    }
    Expr::Struct { ty: id, required, optional }
}
