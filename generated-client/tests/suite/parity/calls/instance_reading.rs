//! What is known of instances.

use super::super::send::{Call, perform};

pub(super) const CALLS: &[(&str, Call)] = &[
    ("get_instance", |client, args| {
        perform(
            client
                .get_instance(args.text("instance_id"))
                .contains_failed(args.get("contains_failed"))
                .send(),
        )
    }),
    ("get_instance_user_data", |client, args| {
        perform(
            client
                .get_instance_user_data(args.text("instance_id"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("get_instance_vnc", |client, args| {
        perform(client.get_instance_vnc(args.text("instance_id")).send())
    }),
    ("get_instance_with_deploy_set", |client, args| {
        perform(
            client
                .get_instance(args.text("instance_id"))
                .is_deploy_set(args.get("contains_failed"))
                .contains_failed(args.get("contains_failed"))
                .send(),
        )
    }),
    ("get_instance_with_deploy_set_and_failed", |client, args| {
        perform(
            client
                .get_instance(args.text("instance_id"))
                .contains_failed(args.get("contains_failed"))
                .send(),
        )
    }),
    ("get_instance_with_deploy_set_and_failed()", |client, args| {
        perform(client.get_instance(args.text("instance_id")).send())
    }),
    ("list_id_mappings", |client, args| {
        perform(
            client
                .list_id_mappings(args.text("id_type"), args.text("object_type"), args.texts("ids"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("list_instance_by_instance_ids", |client, args| {
        perform(
            client
                .list_instances_by_ids(args.texts("instance_ids"))
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("list_instance_no_charge", |client, args| {
        perform(
            client
                .list_no_charge_instances()
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .internal_ip(args.text("internal_ip"))
                .keypair_id(args.text("keypair_id"))
                .zone_name(args.text("zone_name"))
                .instance_ids(args.text("instance_ids").split(','))
                .send(),
        )
    }),
    ("list_instance_roles", |client, _| perform(client.list_instance_roles().send())),
    ("list_instances", |client, args| {
        perform(
            client
                .list_instances()
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .internal_ip(args.text("internal_ip"))
                .dedicated_host_id(args.text("dedicated_host_id"))
                .zone_name(args.text("zone_name"))
                .auto_renew(args.get("auto_renew"))
                .instance_ids(args.text("instance_ids").split(','))
                .instance_names(args.text("instance_names").split(','))
                .fuzzy_instance_name(args.text("fuzzy_instance_name"))
                .deploy_set_ids(args.text("deployset_ids").split(','))
                .security_group_ids(args.text("security_group_ids").split(','))
                .payment_timing(args.text("payment_timing").split(','))
                .status(args.text("status").split(','))
                .tags(args.text("tags").split(','))
                .vpc_id(args.text("vpc_id"))
                .private_ips(args.text("private_ips").split(','))
                .ipv6_addresses(args.text("ipv6_addresses").split(','))
                .ehc_cluster_id(args.text("ehc_cluster_id"))
                .show_rdma_topo(args.get("show_rdma_topo"))
                .cds_ids(args.text("cds_ids").split(','))
                .send(),
        )
    }),
];
