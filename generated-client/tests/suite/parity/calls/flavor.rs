//! Flavors and prices.

use super::super::send::{Call, perform};
use baidubce::bcc::operation::flavor;

pub(super) const CALLS: &[(&str, Call)] = &[
    ("get_bid_instance_price", |client, args| {
        perform(
            client
                .get_bid_instance_price(flavor::GetBidInstancePriceRequired {
                    spec: "bcc.g5.c2m8".into(),
                    zone_name: args.text("zone_name").into(),
                })
                .client_token(args.text("client_token"))
                .instance_type(args.text("instance_type"))
                .cpu_count(args.get("cpu_count"))
                .memory_capacity_in_gb(args.get("memory_cap_in_gb"))
                .root_disk_size_in_gb(args.get("root_disk_size_in_gb"))
                .root_disk_storage_type(args.text("root_disk_storage_type"))
                .create_cds_list(args.list("create_cds_list"))
                .network_capacity_in_mbps(args.get("network_cap_in_mbps"))
                .internet_charge_type(args.text("internet_charge_type"))
                .purchase_count(args.get("purchase_count"))
                .name(args.text("name"))
                .admin_pass(args.text("admin_pass"))
                .keypair_id(args.text("key_pair_id"))
                .asp_id(args.text("asp_id"))
                .image_id(args.text("image_id"))
                .bid_model(args.text("bid_model"))
                .bid_price(args.text("bid_price"))
                .relation_tag(args.get("relation_tag"))
                .tags(args.list("tags"))
                .security_group_id(args.text("security_group_id"))
                .subnet_id(args.text("subnet_id"))
                .send(),
        )
    }),
    ("get_bid_instance_price()", |client, args| {
        perform(
            client
                .get_bid_instance_price(flavor::GetBidInstancePriceRequired {
                    spec: "bcc.g5.c2m8".into(),
                    zone_name: "cn-bj-a".into(),
                })
                .client_token(args.text("client_token"))
                .instance_type(args.text("instance_type"))
                .cpu_count(args.get("cpu_count"))
                .memory_capacity_in_gb(args.get("memory_cap_in_gb"))
                .send(),
        )
    }),
    ("get_price_by_spec", |client, args| {
        perform(
            client
                .get_price_by_spec(
                    args.text("payment_timing"),
                    args.text("zone_name"),
                    args.get("purchase_length"),
                )
                .client_token(args.text("client_token"))
                .spec_id(args.text("spec_id"))
                .spec(args.text("spec"))
                .purchase_count(args.get("purchase_num"))
                .send(),
        )
    }),
    ("list_bid_flavor", |client, args| {
        perform(client.list_bid_flavors().client_token(args.text("client_token")).send())
    }),
    ("list_flavor_spec", |client, args| {
        perform(
            client
                .list_flavor_specs()
                .client_token(args.text("client_token"))
                .zone_name(args.text("zone_name"))
                .send(),
        )
    }),
    ("list_instance_specs", |client, _| perform(client.list_specs().send())),
    ("list_type_zones", |client, args| {
        perform(
            client
                .list_flavor_zones()
                .client_token(args.text("client_token"))
                .instance_type(args.text("instance_type"))
                .product_type(args.text("product_type"))
                .spec_id(args.text("spec_id"))
                .spec(args.text("spec"))
                .send(),
        )
    }),
];
