//! What operations lost: parts of them that could not be read.

use super::context::Context;
use super::described::Described;
use crate::ir::Lost;

/// What the operations lost, each on its own: what they share counts once for each.
pub(crate) fn of_operations(cx: Context<'_, '_>, all: &[Described<'_, '_>]) -> Lost {
    let mut lost = Lost::default();
    for Described { operation, item, .. } in all {
        let parameters = item.parameters.iter().chain(&operation.parameters);
        lost.parameters += parameters.filter(|it| cx.objects.resolve(**it).is_none()).count();
        lost.bodies +=
            usize::from(operation.body.is_some_and(|body| cx.objects.resolve(body).is_none()));
        let responses = operation.responses.iter();
        lost.responses += responses.filter(|(_, it)| cx.objects.resolve(*it).is_none()).count();
    }
    lost
}
