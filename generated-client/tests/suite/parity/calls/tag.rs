//! Tags of many resources at once.

use super::super::send::{Call, perform};

pub(super) const CALLS: &[(&str, Call)] = &[
    ("bind_tags_batch_by_resource_type", |client, args| {
        perform(
            client
                .bind_tags_by_resource_type(
                    args.text("resource_type"),
                    args.texts("resource_ids"),
                    args.list("tags"),
                    args.get("is_relation_tag"),
                )
                .send(),
        )
    }),
    ("unbind_tags_batch_by_resource_type", |client, args| {
        perform(
            client
                .unbind_tags_by_resource_type(
                    args.text("resource_type"),
                    args.texts("resource_ids"),
                    args.list("tags"),
                    args.get("is_relation_tag"),
                )
                .send(),
        )
    }),
];
