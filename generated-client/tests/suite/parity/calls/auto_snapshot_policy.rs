//! Automatic snapshot policies.

use super::super::send::{Call, perform};
use baidubce::bcc::operation::auto_snapshot_policy;

pub(super) const CALLS: &[(&str, Call)] = &[
    ("attach_asp", |client, args| {
        perform(
            client
                .attach_auto_snapshot_policy(args.text("asp_id"), args.texts("volume_ids"))
                .send(),
        )
    }),
    ("create_asp", |client, args| {
        perform(
            client
                .create_auto_snapshot_policy(
                    auto_snapshot_policy::CreateAutoSnapshotPolicyRequired {
                        name: args.text("asp_name").into(),
                        time_points: args.list("time_points"),
                        repeat_weekdays: args.list("repeat_week_days"),
                        retention_days: args.text("retention_days").into(),
                    },
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("delete_asp", |client, args| {
        perform(client.delete_auto_snapshot_policy(args.text("asp_id")).send())
    }),
    ("detach_asp", |client, args| {
        perform(
            client
                .detach_auto_snapshot_policy(args.text("asp_id"), args.texts("volume_ids"))
                .send(),
        )
    }),
    ("get_asp", |client, args| {
        perform(client.get_auto_snapshot_policy(args.text("asp_id")).send())
    }),
    ("list_asps", |client, args| {
        perform(
            client
                .list_auto_snapshot_policies()
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .asp_name(args.text("asp_name"))
                .volume_name(args.text("volume_name"))
                .send(),
        )
    }),
    ("update_asp", |client, args| {
        perform(
            client
                .update_auto_snapshot_policy(
                    auto_snapshot_policy::UpdateAutoSnapshotPolicyRequired {
                        name: args.text("name").into(),
                        time_points: args.list("time_points"),
                        repeat_weekdays: args.list("repeat_week_days"),
                        retention_days: args.get::<i32>("retention_days").to_string(),
                        asp_id: args.text("asp_id").into(),
                    },
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
];
