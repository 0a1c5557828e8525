//! Elastic network interfaces.

use super::super::send::{Call, perform};

pub(super) const CALLS: &[(&str, Call)] = &[("list_instance_enis", |client, args| {
    perform(
        client
            .list_instance_enis(args.text("instance_id"))
            .client_token(args.text("client_token"))
            .send(),
    )
})];
