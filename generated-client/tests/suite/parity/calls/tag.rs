//! Tags of many resources at once.

use super::super::send::{Call, perform};
use baidubce::bcc::operation::tag;

pub(super) const CALLS: &[(&str, Call)] = &[
    ("bind_tags_batch_by_resource_type", |client, args| {
        perform(
            client
                .bind_tags_by_resource_type(tag::BindTagsByResourceTypeRequired {
                    resource_type: args.text("resource_type").into(),
                    resource_ids: args.texts("resource_ids"),
                    tags: args.list("tags"),
                    is_relation_tag: args.get("is_relation_tag"),
                })
                .send(),
        )
    }),
    ("unbind_tags_batch_by_resource_type", |client, args| {
        perform(
            client
                .unbind_tags_by_resource_type(tag::UnbindTagsByResourceTypeRequired {
                    resource_type: args.text("resource_type").into(),
                    resource_ids: args.texts("resource_ids"),
                    tags: args.list("tags"),
                    is_relation_tag: args.get("is_relation_tag"),
                })
                .send(),
        )
    }),
];
