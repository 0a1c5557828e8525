//! Release and recovery of instances.

use baidubce::bcc::operation::instance;
use baidubce::bcc::types;

use super::super::send::{Call, perform};

pub(super) const CALLS: &[(&str, Call)] = &[
    ("auto_release_instance", |client, args| {
        perform(
            client
                .auto_release_instance(args.text("instance_id"))
                .client_token(args.text("client_token"))
                .release_time(args.text("release_time"))
                .is_eip_auto_related_delete(args.get("is_eip_auto_related_delete"))
                .send(),
        )
    }),
    ("auto_release_instance()", |client, args| {
        perform(
            client
                .auto_release_instance(args.text("instance_id"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("batch_delete_instance_with_related_resource", |client, args| {
        perform(
            client
                .batch_delete_instance_with_related_resource(
                    instance::BatchDeleteInstanceWithRelatedResourceRequired {
                        related_release_flag: args.get("related_release_flag"),
                        delete_cds_snapshot_flag: args.get("delete_cds_snapshot_flag"),
                        instance_ids: args.texts("instance_ids"),
                    },
                )
                .client_token(args.text("client_token"))
                .bcc_recycle_flag(args.get("bcc_recycle_flag"))
                .delete_related_enis_flag(args.get("delete_related_enis_flag"))
                .cds_attribute_active(args.get("cds_attribute_active"))
                .send(),
        )
    }),
    ("batch_refund_resources", |client, args| {
        perform(
            client
                .batch_refund_resource(args.texts("instance_ids"))
                .client_token(args.text("client_token"))
                .related_release_flag(args.get("related_release_flag"))
                .delete_cds_snapshot_flag(args.get("delete_cds_snapshot_flag"))
                .delete_related_enis_flag(args.get("delete_related_enis_flag"))
                .send(),
        )
    }),
    ("delete_recycled_instance", |client, args| {
        perform(
            client
                .delete_recycled_instance(args.text("instance_id"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("get_instance_delete_progress", |client, args| {
        perform(
            client
                .get_instance_delete_progress(args.texts("instance_ids"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("list_recycled_instances", |client, args| {
        perform(
            client
                .list_recycled_instances()
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .instance_id(args.text("instance_id"))
                .name(args.text("name"))
                .payment_timing(args.text("payment_timing"))
                .recycle_begin(args.text("recycle_begin"))
                .recycle_end(args.text("recycle_end"))
                .send(),
        )
    }),
    ("recovery_instances", |client, args| {
        perform(
            client
                .recover_instances(
                    args.texts("instance_id_list").into_iter().map(types::InstanceIdItem::new),
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("release_instance", |client, args| {
        perform(client.delete_instance(args.text("instance_id")).send())
    }),
    ("release_instance_with_related_resources", |client, args| {
        perform(
            client
                .delete_instance_with_related_resource(
                    instance::DeleteInstanceWithRelatedResourceRequired {
                        instance_id: args.text("instance_id").into(),
                        related_release_flag: args.get("related_release_flag"),
                        delete_cds_snapshot_flag: args.get("delete_cds_snapshot_flag"),
                    },
                )
                .client_token(args.text("client_token"))
                .delete_related_enis_flag(args.get("delete_related_enis_flag"))
                .bcc_recycle_flag(args.get("bcc_recycle_flag"))
                .cds_attribute_active(args.get("cds_attribute_active"))
                .send(),
        )
    }),
    ("release_prepaid_instance_with_related_resources", |client, args| {
        perform(
            client
                .delete_prepaid_instance(args.text("instance_id"))
                .client_token(args.text("client_token"))
                .related_release_flag(args.get("related_release_flag"))
                .delete_cds_snapshot_flag(args.get("delete_cds_snapshot_flag"))
                .delete_related_enis_flag(args.get("delete_related_enis_flag"))
                .send(),
        )
    }),
];
