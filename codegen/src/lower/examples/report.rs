//! Examples of the description that are not what their schemas say.

use super::conform;
use super::given::Examples;
use super::shapes::Shapes;
use crate::diagnostic::{Code, Diagnostic, Strictness};
use crate::ir::{BodyForm, Operation, ResponseBody, Slot};
use crate::lower::context::Context;
use crate::source::Node;

/// Reports the examples that are not what their schemas say, where the description has all that a
/// test is made of.
pub(super) fn misfits<'a>(
    examples: &Examples<'a>,
    cx: Context<'_, 'a>,
    operation: &Operation,
    shapes: &Shapes<'_>,
) {
    let mut inputs = operation.inputs();
    let is_in_target = |slot: &Slot| slot.is_in_target();
    let is_comparable = examples.is_json
        && !inputs.any(|it| is_in_target(&it.slot) && it.slot.is_structured())
        && !matches!(operation.response, ResponseBody::ByStatus(_));
    if !is_comparable || examples.arguments.iter().any(|it| it.node.is_none()) {
        return;
    }
    let inputs = operation.inputs();
    let nodes = examples.arguments.iter().chain(&examples.options).map(|it| it.node);
    let given = inputs.map(|input| &input.ty).zip(nodes);
    let mut pairs: Vec<_> = given.filter_map(|(ty, node)| Some((ty, node?))).collect();
    if let (ResponseBody::Json(ty), Some(received)) = (&operation.response, &examples.response) {
        pairs.extend(received.body.node.map(|node| (ty, node)));
    }
    undeclared(examples, cx, operation);
    for (ty, node) in pairs {
        if let Some(misfit) = conform::misfit(&node.to_json(), ty, shapes)
            && (!misfit.is_legal || cx.findings.strictness() == Strictness::Own)
        {
            report(cx, node, &misfit.problem);
        }
    }
}

/// Reports the members of the example of a body that are no argument, setter or constant. JSON Schema
/// allows members that nobody declares.
fn undeclared<'a>(examples: &Examples<'a>, cx: Context<'_, 'a>, operation: &Operation) {
    let inputs = || operation.inputs();
    let is_whole = inputs().any(|it| it.slot == Slot::Body(BodyForm::Json));
    let Some(body) = examples.body.filter(|_| !is_whole) else { return };
    if cx.findings.strictness() != Strictness::Own {
        return;
    }
    for (name, member) in body.entries() {
        let is_constant = operation.constants.iter().any(|(wire, _)| wire == name);
        let is_known = is_constant || examples.unsent.contains(&name);
        if !is_known && !inputs().any(|it| it.wire == name) {
            report(cx, member, "is not declared");
        }
    }
}

fn report(cx: Context<'_, '_>, node: Node<'_>, problem: &str) {
    cx.report(
        Diagnostic::new(Code::InvalidValue, "the example is not what the schema says")
            .at(node.place(), problem)
            .help("fix the example or the schema: a test is made of the two"),
    );
}
