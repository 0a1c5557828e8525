//! What a request asks for: the media types of the successes that it can read.

use crate::lower::media::{self, Media};
use crate::lower::response::found::Found;
use crate::lower::types::Schemas;
use crate::openapi::Status;

/// The type that the runtime asks for unless it is told another.
const JSON: &str = "application/json";

/// The media types of the successes as `accept` names them, in the order of the description; `None`:
/// JSON, or nothing to read.
pub(super) fn lower<'a>(
    schemas: &Schemas<'_, 'a>,
    successes: &[(Status, Found<'_, 'a>)],
) -> Option<String> {
    let mut accepted: Vec<&str> = Vec::new();
    for (status, response) in successes {
        let Some((media, ..)) = media::preferred(schemas, &response.content) else { continue };
        if matches!(status, Status::Code(204 | 205)) || media.is_stream() {
            continue;
        }
        for media_type in media::alike(schemas, &response.content) {
            let is_json = media == Media::Json && media::is_plain_json(media_type);
            let media_type = if is_json { JSON } else { media_type };
            // Another name of JSON, which a server that knows both need not be asked for.
            let is_known = media::essence(media_type) == "text/json" && accepted.contains(&JSON);
            if !is_known && !accepted.iter().any(|known| covers(known, media_type)) {
                accepted.push(media_type);
            }
        }
    }
    (!accepted.is_empty() && accepted != [JSON]).then(|| accepted.join(", "))
}

/// Whether a type that is asked for stands for another one too: a type without parameters stands for
/// those with parameters (RFC 9110, section 12.5.1).
fn covers(known: &str, other: &str) -> bool {
    known.eq_ignore_ascii_case(other) || known.eq_ignore_ascii_case(&media::essence(other))
}
