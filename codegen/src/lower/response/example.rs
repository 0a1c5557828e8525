//! The response of an example: a success with the example that the description has of it, else with
//! a value that is made up.

use crate::lower::examples::{Given, Received};
use crate::lower::media::{self, Media};
use crate::lower::response::found::Found;
use crate::lower::types::{Direction, Types};
use crate::openapi::Status;

/// The first success of which there is an example, else the first of all.
pub(super) fn lower<'a>(
    types: &mut Types<'_, 'a>,
    successes: &[(Status, Found<'_, 'a>)],
) -> Option<Received<'a>> {
    let mut first: Option<Received<'a>> = None;
    let mut is_any_shown = false;
    for (status, response) in successes {
        let status = match status {
            Status::Code(code) => *code,
            Status::Range(class) => u16::from(*class) * 100,
            Status::Default => 200,
        };
        let preferred = media::preferred(types.schemas(), &response.content);
        let received = match preferred {
            None => Received { status, body: Given::default(), is_shown: true },
            Some((Media::Json, _, content)) => {
                let of_schema = content.schema.and_then(|id| types.schemas().get(id).example);
                let node = content.example.or(of_schema);
                let samples = match content.schema {
                    Some(id) => types.samples(id, "value", Direction::Received),
                    None => vec![serde_json::json!({})],
                };
                Received { status, body: Given { node, samples }, is_shown: node.is_some() }
            }
            Some(_) => Received { status, body: Given::default(), is_shown: false },
        };
        if received.body.node.is_some() {
            return Some(received);
        }
        is_any_shown |= received.is_shown;
        first = first.or(Some(received));
    }
    first.map(|first| Received { is_shown: is_any_shown, ..first })
}
