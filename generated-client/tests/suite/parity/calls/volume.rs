//! Disks.

use baidubce::bcc::operation::volume;
use baidubce::bcc::types;

use super::super::send::{Call, perform};

pub(super) const CALLS: &[(&str, Call)] = &[
    ("attach_volume", |client, args| {
        perform(
            client
                .attach_volume(volume::AttachVolumeRequired {
                    volume_id: args.text("volume_id").into(),
                    instance_id: args.text("instance_id").into(),
                })
                .send(),
        )
    }),
    ("auto_renew_cds_volume", |client, args| {
        perform(
            client
                .auto_renew_volume(
                    args.text("volume_id"),
                    args.text("renew_time_unit"),
                    args.get("renew_time"),
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("cancel_auto_renew_cds_volume", |client, args| {
        perform(
            client
                .cancel_auto_renew_volume(args.text("volume_id"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("create_volume_with_cds_size", |client, args| {
        perform(
            client
                .create_volume()
                .client_token(args.text("client_token"))
                .name(args.text("name"))
                .description(args.text("description"))
                .zone_name(args.text("zone_name"))
                .storage_type(args.text("storage_type"))
                .cds_size_in_gb(args.get("cds_size_in_gb"))
                .purchase_count(args.get("purchase_count"))
                .instance_id(args.text("instance_id"))
                .encrypt_key(args.text("encrypt_key"))
                .cluster_id(args.text("cluster_id"))
                .charge_type(args.text("charge_type"))
                .billing(args.get::<types::Billing>("billing"))
                .renew_time_unit(args.text("renew_time_unit"))
                .renew_time(args.get("renew_time"))
                .tags(args.list("tags"))
                .relation_tag(args.get("relation_tag"))
                .enable_delete_protection(args.get("enable_delete_protection"))
                .send(),
        )
    }),
    ("create_volume_with_cds_size()", |client, args| {
        perform(
            client
                .create_volume()
                .client_token(args.text("client_token"))
                .cds_size_in_gb(args.get("cds_size_in_gb"))
                .send(),
        )
    }),
    ("create_volume_with_snapshot_id", |client, args| {
        perform(
            client
                .create_volume()
                .client_token(args.text("client_token"))
                .name(args.text("name"))
                .description(args.text("description"))
                .zone_name(args.text("zone_name"))
                .storage_type(args.text("storage_type"))
                .snapshot_id(args.text("snapshot_id"))
                .purchase_count(args.get("purchase_count"))
                .instance_id(args.text("instance_id"))
                .encrypt_key(args.text("encrypt_key"))
                .cluster_id(args.text("cluster_id"))
                .charge_type(args.text("charge_type"))
                .billing(args.get::<types::Billing>("billing"))
                .renew_time_unit(args.text("renew_time_unit"))
                .renew_time(args.get("renew_time"))
                .tags(args.list("tags"))
                .relation_tag(args.get("relation_tag"))
                .send(),
        )
    }),
    ("create_volume_with_snapshot_id()", |client, args| {
        perform(
            client
                .create_volume()
                .client_token(args.text("client_token"))
                .snapshot_id(args.text("snapshot_id"))
                .send(),
        )
    }),
    ("detach_volume", |client, args| {
        perform(
            client
                .detach_volume(volume::DetachVolumeRequired {
                    volume_id: args.text("volume_id").into(),
                    instance_id: args.text("instance_id").into(),
                })
                .send(),
        )
    }),
    ("get_available_disk_info", |client, args| {
        perform(
            client
                .get_available_disk_info(args.text("zone_name"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("get_cds_price", |client, args| {
        perform(
            client
                .get_cds_price(volume::GetCdsPriceRequired {
                    storage_type: args.text("storage_type").into(),
                    cds_size_in_gb: args.get("cds_size_in_gb"),
                    payment_timing: args.text("payment_timing").into(),
                    zone_name: args.text("zone_name").into(),
                })
                .client_token(args.text("client_token"))
                .purchase_count(args.get("purchase_count"))
                .purchase_length(args.get("purchase_length"))
                .encrypt_key(args.text("encrypt_key"))
                .send(),
        )
    }),
    ("get_volume", |client, args| perform(client.get_volume(args.text("volume_id")).send())),
    ("list_volumes", |client, args| {
        perform(
            client
                .list_volumes()
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .instance_id(args.text("instance_id"))
                .zone_name(args.text("zone_name"))
                .cluster_id(args.text("cluster_id"))
                .volume_ids(args.text("volume_ids").split(','))
                .send(),
        )
    }),
    ("modify_volume_Attribute", |client, args| {
        perform(
            client
                .modify_volume(args.text("volume_id"))
                .cds_name(args.text("cds_name"))
                .desc(args.text("desc"))
                .send(),
        )
    }),
    ("modify_volume_charge_type", |client, args| {
        perform(
            client
                .modify_volume_charge_type(args.text("volume_id"))
                .billing(args.get::<types::Billing>("billing"))
                .effective_type(args.text("effective_type"))
                .send(),
        )
    }),
    ("modify_volume_charge_type()", |client, args| {
        perform(client.modify_volume_charge_type(args.text("volume_id")).send())
    }),
    ("modify_volume_delete_protection", |client, args| {
        perform(
            client
                .modify_volume_delete_protection(
                    args.texts("volume_ids"),
                    args.get("enable_delete_protection"),
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("purchase_reserved_volume", |client, args| {
        perform(
            client
                .purchase_reserved_volume(
                    args.text("volume_id"),
                    args.get::<types::Billing>("billing"),
                )
                .client_token(args.text("client_token"))
                .instance_id(args.text("instance_id"))
                .send(),
        )
    }),
    ("purchase_reserved_volume()", |client, args| {
        perform(
            client
                .purchase_reserved_volume(
                    args.text("volume_id"),
                    types::Billing::new()
                        .reservation(types::Reservation::new(1).reservation_time_unit("Month")),
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("release_volume", |client, args| perform(client.delete_volume(args.text("volume_id")).send())),
    ("release_volume_new", |client, args| {
        perform(
            client
                .release_volume(args.text("volume_id"))
                .client_token(args.text("client_token"))
                .auto_snapshot(args.text("auto_snapshot"))
                .manual_snapshot(args.text("manual_snapshot"))
                .recycle(args.text("recycle"))
                .send(),
        )
    }),
    ("resize_volume", |client, args| {
        perform(
            client
                .resize_volume(args.text("volume_id"))
                .client_token(args.text("client_token"))
                .new_cds_size_in_gb(args.get("new_cds_size"))
                .new_extra_io(args.get("new_extra_io"))
                .new_volume_type(args.text("new_volume_type"))
                .send(),
        )
    }),
    ("rollback_volume", |client, args| {
        perform(
            client
                .rollback_volume(volume::RollbackVolumeRequired {
                    volume_id: args.text("volume_id").into(),
                    snapshot_id: args.text("snapshot_id").into(),
                })
                .send(),
        )
    }),
    ("tag_volume", |client, args| {
        perform(
            client
                .tag_volume(args.text("volume_id"), args.list("tags"))
                .client_token(args.text("client_token"))
                .relation_tag(args.get("relation_tag"))
                .send(),
        )
    }),
    ("untag_volume", |client, args| {
        perform(
            client
                .untag_volume(args.text("volume_id"), args.list("tags"))
                .client_token(args.text("client_token"))
                .relation_tag(args.get("relation_tag"))
                .send(),
        )
    }),
];
