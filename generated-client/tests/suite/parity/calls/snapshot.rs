//! Snapshots.

use super::super::send::{Call, perform};
use baidubce::bcc::operation::snapshot;

pub(super) const CALLS: &[(&str, Call)] = &[
    ("cancel_snapshot_share", |client, args| {
        perform(
            client
                .cancel_snapshot_share()
                .client_token(args.text("client_token"))
                .source_snapshot_id(args.text("source_snapshot_id"))
                .account_ids(args.texts("account_ids"))
                .share_snapshot_id(args.text("share_snapshot_id"))
                .send(),
        )
    }),
    ("create_instance_snapshot", |client, args| {
        perform(
            client
                .create_instance_snapshot(snapshot::CreateInstanceSnapshotRequired {
                    instance_id: args.text("instance_id").into(),
                    name: args.text("name").into(),
                })
                .desc(args.text("desc"))
                .volumes(args.texts("volumes"))
                .retention_in_days(args.get("retention_in_days"))
                .res_group_id(args.text("res_group_id"))
                .tags(args.list("tags"))
                .send(),
        )
    }),
    ("create_remote_copy_snapshot", |client, args| {
        perform(
            client
                .remote_copy_snapshot(args.text("snapshot_id"), args.list("dest_region_infos"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("create_snapshot", |client, args| {
        perform(
            client
                .create_snapshot(snapshot::CreateSnapshotRequired {
                    volume_id: args.text("volume_id").into(),
                    snapshot_name: args.text("snapshot_name").into(),
                })
                .client_token(args.text("client_token"))
                .desc(args.text("desc"))
                .tags(args.list("tags"))
                .send(),
        )
    }),
    ("create_snapshot_share", |client, args| {
        perform(
            client
                .create_snapshot_share(args.text("snapshot_id"), args.texts("account_ids"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("delete_instance_snapshot", |client, args| {
        perform(client.delete_instance_snapshots(args.texts("delete_insnap_ids")).send())
    }),
    ("delete_snapshot", |client, args| {
        perform(client.delete_snapshot(args.text("snapshot_id")).send())
    }),
    ("get_snapshot", |client, args| perform(client.get_snapshot(args.text("snapshot_id")).send())),
    ("list_instance_snapshot", |client, args| {
        perform(
            client
                .list_instance_snapshots()
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .instance_ids(args.texts("instance_ids"))
                .instance_snapshot_ids(args.texts("instance_snapshot_ids"))
                .send(),
        )
    }),
    ("list_snapshot_chain", |client, args| {
        perform(
            client
                .list_snapshot_chains()
                .order_by(args.text("order_by"))
                .order(args.text("order"))
                .page_size(args.get("page_size"))
                .page_no(args.get("page_no"))
                .volume_id(args.text("volume_id"))
                .send(),
        )
    }),
    ("list_snapshot_share", |client, args| {
        perform(
            client
                .list_snapshot_shares()
                .client_token(args.text("client_token"))
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .send(),
        )
    }),
    ("list_snapshots", |client, args| {
        perform(
            client
                .list_snapshots()
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .volume_id(args.text("volume_id"))
                .send(),
        )
    }),
    ("rename_instance_snapshot", |client, args| {
        perform(
            client.rename_instance_snapshots(args.texts("insnap_ids"), args.text("name")).send(),
        )
    }),
    ("tag_snapshot_chain", |client, args| {
        perform(
            client
                .tag_snapshot_chain(args.text("chain_id"), args.list("tags"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("untag_snapshot_chain", |client, args| {
        perform(
            client
                .untag_snapshot_chain(args.text("chain_id"), args.list("tags"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
];
