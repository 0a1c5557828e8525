//! Examples: as Rust expressions, and as what must go over the wire. They are those of the
//! description; where it has none, or one that its schema does not allow, they are made up.

pub(crate) mod conform;
mod expr;
mod given;
mod kept;
mod placeholder;
mod prune;
mod report;
mod shapes;
mod target;
mod text;

use serde_json::{Map, Value};

use self::expr::expr;
use self::given::Chosen;
pub(crate) use self::given::{Examples, Given, Received};
use self::placeholder::made_up;
pub(crate) use self::shapes::Shapes;
use crate::ir::{
    Argument, BodyForm, Example, ExampleCall, ExampleResponse, Idempotency, ItemKind, Operation,
    ResponseBody, Slot, Statuses, TypeId,
};
use crate::lower::context::Context;

impl<'a> Examples<'a> {
    /// The example call of `operation`, whose types are among `shapes`.
    ///
    /// An example that is not what its schema says is reported, and nothing is made of it.
    pub(crate) fn lower(
        &self,
        cx: Context<'_, 'a>,
        operation: &Operation,
        shapes: &Shapes<'_>,
    ) -> Example {
        report::misfits(self, cx, operation, shapes);
        let arguments: Vec<Chosen> = operation
            .arguments
            .iter()
            .zip(&self.arguments)
            .map(|(argument, given)| given.choose(&argument.ty, shapes))
            .collect();
        let options: Vec<Option<Value>> = operation
            .options
            .iter()
            .zip(&self.options)
            .map(|(option, given)| {
                let chosen = given.choose(&option.ty, shapes);
                chosen.exact().cloned().or_else(|| made_up_token(operation, option))
            })
            .collect();
        let exact: Vec<Option<Value>> = arguments.iter().map(|it| it.exact().cloned()).collect();
        let response = self.response.as_ref().and_then(|it| response(it, operation, shapes));
        let is_comparable = self.is_json
            && exact.iter().all(Option::is_some)
            && !is_structured(&operation.arguments, &exact)
            && !is_structured(&operation.options, &options);
        Example {
            target: (is_comparable && response.is_some())
                .then(|| target::target(operation, &exact, &options)),
            body: sent(operation, &exact, &options),
            call: call(operation, &arguments, &options, shapes),
            response,
        }
    }
}

/// The call as a caller writes it.
fn call(
    operation: &Operation,
    arguments: &[Chosen],
    options: &[Option<Value>],
    shapes: &Shapes<'_>,
) -> ExampleCall {
    let given = operation.arguments.iter().zip(arguments);
    let optional = operation.options.iter().zip(options).enumerate();
    ExampleCall {
        arguments: given
            .map(|(argument, chosen)| match chosen.any() {
                Some(value) => expr(&argument.ty, value, shapes),
                None => made_up(argument, shapes),
            })
            .collect(),
        options: optional
            .filter_map(|(index, (option, value))| {
                Some((index, expr(&option.ty, value.as_ref()?, shapes)))
            })
            .collect(),
    }
}

/// The JSON body that is sent: what is given, and what is always there.
fn sent(
    operation: &Operation,
    arguments: &[Option<Value>],
    options: &[Option<Value>],
) -> Option<Value> {
    let mut members = Map::new();
    for (input, value) in operation.inputs().zip(arguments.iter().chain(options)) {
        let Some(value) = value else { continue };
        match input.slot {
            Slot::Body(BodyForm::Json) => return Some(value.clone()),
            Slot::Member(_) => drop(members.insert(input.wire.clone(), value.clone())),
            _ => {}
        }
    }
    let is_object =
        operation.sends_empty_object || !operation.constants.is_empty() || !members.is_empty();
    for (name, value) in &operation.constants {
        members.entry(name.clone()).or_insert_with(|| value.clone());
    }
    is_object.then_some(Value::Object(members))
}

/// The response, if a test can be made of it.
fn response(
    received: &Received<'_>,
    operation: &Operation,
    shapes: &Shapes<'_>,
) -> Option<ExampleResponse> {
    let status = received.status;
    let of_status = |id: TypeId| match shapes.kind(id) {
        ItemKind::Responses(responses) => {
            responses.iter().find(|it| covers(&it.statuses, status)).map(|it| &it.body)
        }
        _ => None,
    };
    let body = match &operation.response {
        ResponseBody::ByStatus(id) => of_status(*id)?,
        body => body,
    };
    let body = match body {
        ResponseBody::Json(ty) => Some(received.body.choose_received(ty, shapes)?),
        _ => None,
    };
    Some(ExampleResponse { status, body })
}

fn covers(statuses: &Statuses, status: u16) -> bool {
    match statuses {
        Statuses::These(stretches) => {
            stretches.iter().any(|(first, last)| (*first..=*last).contains(&status))
        }
        Statuses::Others => false,
    }
}

/// Whether any value that is given stands in the target as a list or an object, in one of the styles
/// that only the runtime knows.
fn is_structured(inputs: &[Argument], values: &[Option<Value>]) -> bool {
    inputs.iter().zip(values).any(|(input, value)| {
        let is_in_target = input.slot.is_in_target();
        value.is_some() && is_in_target && input.slot.is_structured()
    })
}

/// A token that the description gives no example for: the call needs one, so that what goes
/// over the wire is known.
fn made_up_token(operation: &Operation, option: &Argument) -> Option<Value> {
    (operation.idempotency == Idempotency::Token(option.wire.clone()))
        .then(|| Value::from("b1d9bb8b-7b1a-4a55-b1c5-4b5a3f7b0c11"))
}
