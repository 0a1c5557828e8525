//! Clusters of disks.

use baidubce::bcc::operation::volume;
use baidubce::bcc::types;

use super::super::send::{Call, perform};

pub(super) const CALLS: &[(&str, Call)] = &[
    ("create_volume_cluster", |client, args| {
        perform(
            client
                .create_volume_cluster(volume::CreateVolumeClusterRequired {
                    cluster_name: args.text("cluster_name").into(),
                    cluster_size_in_gb: args.get("cluster_size_in_gb"),
                    storage_type: args.text("storage_type").into(),
                    billing: types::Billing::new()
                        .payment_timing(args.text("paymentTiming"))
                        .reservation(
                            types::Reservation::new(args.get("reservation_length"))
                                .reservation_time_unit(args.text("reservation_time_unit")),
                        ),
                })
                .client_token(args.text("client_token"))
                .uuid_flag(args.text("uuid_flag"))
                .zone_name(args.text("zone_name"))
                .purchase_count(args.get("purchase_count"))
                .renew_time_unit(args.text("renew_time_unit"))
                .renew_time(args.get("renew_time"))
                .send(),
        )
    }),
    ("create_volume_cluster()", |client, args| {
        perform(
            client
                .create_volume_cluster(volume::CreateVolumeClusterRequired {
                    cluster_name: "cluster".into(),
                    cluster_size_in_gb: args.get("cluster_size_in_gb"),
                    storage_type: "hp1".into(),
                    billing: types::Billing::new()
                        .reservation(types::Reservation::new(6).reservation_time_unit("month"))
                        .payment_timing("Prepaid"),
                })
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("get_volume_cluster", |client, args| {
        perform(client.get_volume_cluster(args.text("cluster_id")).send())
    }),
    ("list_volume_cluster", |client, args| {
        perform(
            client
                .list_volume_clusters()
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .cluster_name(args.text("cluster_name"))
                .zone_name(args.text("zone_name"))
                .send(),
        )
    }),
    ("renew_volume_cluster", |client, args| {
        perform(
            client
                .purchase_reserved_volume_cluster(
                    args.text("cluster_id"),
                    types::Billing::new().reservation(
                        types::Reservation::new(args.get("reservation_length"))
                            .reservation_time_unit(args.text("reservation_time_unit")),
                    ),
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("renew_volume_cluster()", |client, args| {
        perform(
            client
                .purchase_reserved_volume_cluster(
                    args.text("cluster_id"),
                    types::Billing::new()
                        .reservation(types::Reservation::new(6).reservation_time_unit("month")),
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("resize_volume_cluster", |client, args| {
        perform(
            client
                .resize_volume_cluster(args.text("cluster_id"), args.get("new_cluster_size"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
];
