//! Creation of instances.

use baidubce::bcc::operation::instance;
use baidubce::bcc::{Client, types};

use super::super::recording::Arguments;
use super::super::send::{Call, perform};

pub(super) const CALLS: &[(&str, Call)] = &[
    ("create_instance", |client, args| {
        perform(
            client
                .create_instance(args.text("image_id"), args.get::<types::Billing>("billing"))
                .client_token(args.text("client_token"))
                .spec(args.text("spec"))
                .instance_type(args.text("instance_type"))
                .cpu_count(args.get("cpu_count"))
                .memory_capacity_in_gb(args.get("memory_capacity_in_gb"))
                .root_disk_size_in_gb(args.get("root_disk_size_in_gb"))
                .root_disk_storage_type(args.text("root_disk_storage_type"))
                .ephemeral_disks(args.list("ephemeral_disks"))
                .create_cds_list(args.list("create_cds_list"))
                .network_capacity_in_mbps(args.get("network_capacity_in_mbps"))
                .eip_name(args.text("eip_name"))
                .dedicated_host_id(args.text("dedicate_host_id"))
                .purchase_count(args.get("purchase_count"))
                .name(args.text("name"))
                .hostname(args.text("hostname"))
                .is_open_hostname_domain(args.get("is_open_hostname_domain"))
                .auto_seq_suffix(args.get("auto_seq_suffix"))
                .admin_pass(args.text("admin_pass"))
                .zone_name(args.text("zone_name"))
                .subnet_id(args.text("subnet_id"))
                .security_group_id(args.text("security_group_id"))
                .enterprise_security_group_id(args.text("enterprise_security_group_id"))
                .security_group_ids(args.texts("security_group_ids"))
                .enterprise_security_group_ids(args.texts("enterprise_security_group_ids"))
                .gpu_card(args.text("gpuCard"))
                .fpga_card(args.text("fpgaCard"))
                .kunlun_card(args.text("kunlunCard"))
                .isomerism_card(args.text("isomerism_card"))
                .card_count(args.get("card_count"))
                .auto_renew_time_unit(args.text("auto_renew_time_unit"))
                .auto_renew_time(args.get("auto_renew_time"))
                .cds_auto_renew(args.get("cds_auto_renew"))
                .relation_tag(args.get("relation_tag"))
                .is_open_ipv6(args.get("is_open_ipv6"))
                .tags(args.list("tags"))
                .deploy_id(args.text("deploy_id"))
                .bid_model(args.text("bid_model"))
                .bid_price(args.text("bid_price"))
                .keypair_id(args.text("key_pair_id"))
                .asp_id(args.text("asp_id"))
                .internet_charge_type(args.text("internet_charge_type"))
                .user_data(args.text("user_data"))
                .internal_ips(args.texts("internal_ips"))
                .request_token(args.text("request_token"))
                .deletion_protection(args.get("deletion_protection"))
                .file_systems(args.list("file_systems"))
                .res_group_id(args.text("res_group_id"))
                .keep_image_login(args.get("is_open_hosteye"))
                .ehc_cluster_id(args.text("ehc_cluster_id"))
                .is_open_host_eye(args.get("is_open_hosteye"))
                .send(),
        )
    }),
    ("create_instance()", |client, args| {
        perform(
            client
                .create_instance(
                    args.text("image_id"),
                    types::Billing::new().payment_timing("Postpaid"),
                )
                .client_token(args.text("client_token"))
                .cpu_count(args.get("cpu_count"))
                .memory_capacity_in_gb(args.get("memory_capacity_in_gb"))
                .send(),
        )
    }),
    ("create_instance_by_spec", |client, args| {
        perform(
            client
                .create_instance_by_spec(instance::CreateInstanceBySpecRequired {
                    image_id: args.text("image_id").into(),
                    spec: args.text("spec").into(),
                    billing: args.get::<types::Billing>("billing"),
                })
                .client_token(args.text("client_token"))
                .spec_id(args.text("spec_id"))
                .zone_name(args.text("zone_name"))
                .dedicated_host_id(args.text("dedicate_host_id"))
                .purchase_count(args.get("purchase_count"))
                .name(args.text("name"))
                .hostname(args.text("hostname"))
                .is_open_hostname_domain(args.get("is_open_hostname_domain"))
                .auto_seq_suffix(args.get("auto_seq_suffix"))
                .admin_pass(args.text("admin_pass"))
                .keypair_id(args.text("key_pair_id"))
                .keep_image_login(args.get("is_keep_image_login"))
                .user_data(args.text("user_data"))
                .root_disk_size_in_gb(args.get("root_disk_size_in_gb"))
                .root_disk_storage_type(args.text("root_disk_storage_type"))
                .disable_root_disk_serial(args.get("disable_root_disk_serial"))
                .root_partition_type(args.text("root_partition_type"))
                .data_partition_type(args.text("data_partition_type"))
                .create_cds_list(args.list("create_cds_list"))
                .ephemeral_disks(args.list("ephemeral_disks"))
                .asp_id(args.text("asp_id"))
                .file_systems(args.list("file_systems"))
                .network_capacity_in_mbps(args.get("network_capacity_in_mbps"))
                .internet_charge_type(args.text("internet_charge_type"))
                .network_purchase_type(args.text("network_purchase_type"))
                .eip_name(args.text("eip_name"))
                .is_eip_auto_related_delete(args.get("is_eip_auto_related_delete"))
                .subnet_id(args.text("subnet_id"))
                .internal_ips(args.texts("internal_ips"))
                .is_open_ipv6(args.get("is_open_ipv6"))
                .security_group_ids(args.texts("security_group_ids"))
                .security_group_id(args.text("security_group_id"))
                .enterprise_security_group_ids(args.texts("enterprise_security_group_ids"))
                .enterprise_security_group_id(args.text("enterprise_security_group_id"))
                .eni_ids(args.texts("eni_ids"))
                .enable_jumbo_frame(args.get("enable_jumbo_frame"))
                .deploy_id_list(args.texts("deploy_id_list"))
                .deploy_id(args.text("deploy_id"))
                .ehc_cluster_id(args.text("ehc_cluster_id"))
                .cpu_thread_config(args.text("cpu_thread_config"))
                .numa_config(args.text("numa_config"))
                .enable_ht(args.get("enable_ht"))
                .tags(args.list("tags"))
                .relation_tag(args.get("relation_tag"))
                .res_group_id(args.text("res_group_id"))
                .bid_model(args.text("bid_model"))
                .bid_price(args.text("bid_price"))
                .auto_renew_time_unit(args.text("auto_renew_time_unit"))
                .auto_renew_time(args.get("auto_renew_time"))
                .cds_auto_renew(args.get("cds_auto_renew"))
                .deletion_protection(args.get("deletion_protection"))
                .enable_delete_protection(args.get("enable_delete_protection"))
                .hosteye_type(args.text("hosteye_type"))
                .is_open_host_eye(args.get("is_open_hosteye"))
                .send(),
        )
    }),
    ("create_instance_by_spec()", |client, args| {
        perform(
            client
                .create_instance_by_spec(instance::CreateInstanceBySpecRequired {
                    image_id: args.text("image_id").into(),
                    spec: args.text("spec").into(),
                    billing: types::Billing::new().payment_timing("Postpaid"),
                })
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("create_instance_from_dedicated_host", |client, args| {
        perform(
            client
                .create_instance(args.text("image_id"), types::Billing::new())
                .client_token(args.text("client_token"))
                .cpu_count(args.get("cpu_count"))
                .memory_capacity_in_gb(args.get("memory_capacity_in_gb"))
                .ephemeral_disks(args.list("ephemeral_disks"))
                .dedicated_host_id(args.text("dedicated_host_id"))
                .purchase_count(args.get("purchase_count"))
                .name(args.text("name"))
                .admin_pass(args.text("admin_pass"))
                .subnet_id(args.text("subnet_id"))
                .security_group_id(args.text("security_group_id"))
                .send(),
        )
    }),
    ("create_instance_from_dedicated_host()", create_on_dedicated_host),
    ("create_instance_from_dedicated_host_with_encrypted_password", |client, args| {
        perform(
            client
                .create_instance(args.text("image_id"), types::Billing::new())
                .client_token(args.text("client_token"))
                .cpu_count(args.get("cpu_count"))
                .memory_capacity_in_gb(args.get("memory_capacity_in_gb"))
                .ephemeral_disks(args.list("ephemeral_disks"))
                .dedicated_host_id(args.text("dedicated_host_id"))
                .purchase_count(args.get("purchase_count"))
                .name(args.text("name"))
                .admin_pass(args.text("admin_pass"))
                .subnet_id(args.text("subnet_id"))
                .security_group_id(args.text("security_group_id"))
                .send(),
        )
    }),
    ("create_instance_from_dedicated_host_with_encrypted_password()", create_on_dedicated_host),
    ("create_instance_of_bid", |client, args| {
        perform(
            client
                .create_bid_instance(
                    args.text("image_id"),
                    args.get::<types::Billing>("billing"),
                    args.text("bid_model"),
                )
                .client_token(args.text("client_token"))
                .bid_price(args.text("bid_price"))
                .spec(args.text("spec"))
                .spec_id(args.text("spec_id"))
                .instance_type(args.text("instance_type"))
                .cpu_count(args.get("cpu_count"))
                .memory_capacity_in_gb(args.get("memory_capacity_in_gb"))
                .root_disk_size_in_gb(args.get("root_disk_size_in_gb"))
                .root_disk_storage_type(args.text("root_disk_storage_type"))
                .ephemeral_disks(args.list("ephemeral_disks"))
                .create_cds_list(args.list("create_cds_list"))
                .network_capacity_in_mbps(args.get("network_capacity_in_mbps"))
                .eip_name(args.text("eip_name"))
                .dedicated_host_id(args.text("dedicate_host_id"))
                .purchase_count(args.get("purchase_count"))
                .name(args.text("name"))
                .hostname(args.text("hostname"))
                .is_open_hostname_domain(args.get("is_open_hostname_domain"))
                .auto_seq_suffix(args.get("auto_seq_suffix"))
                .admin_pass(args.text("admin_pass"))
                .zone_name(args.text("zone_name"))
                .subnet_id(args.text("subnet_id"))
                .security_group_id(args.text("security_group_id"))
                .enterprise_security_group_id(args.text("enterprise_security_group_id"))
                .security_group_ids(args.texts("security_group_ids"))
                .enterprise_security_group_ids(args.texts("enterprise_security_group_ids"))
                .gpu_card(args.text("gpuCard"))
                .fpga_card(args.text("fpgaCard"))
                .isomerism_card(args.text("isomerism_card"))
                .card_count(args.get("card_count"))
                .auto_renew_time_unit(args.text("auto_renew_time_unit"))
                .auto_renew_time(args.get("auto_renew_time"))
                .cds_auto_renew(args.get("cds_auto_renew"))
                .relation_tag(args.get("relation_tag"))
                .is_open_ipv6(args.get("is_open_ipv6"))
                .tags(args.list("tags"))
                .deploy_id(args.text("deploy_id"))
                .keypair_id(args.text("key_pair_id"))
                .asp_id(args.text("asp_id"))
                .internet_charge_type(args.text("internet_charge_type"))
                .user_data(args.text("user_data"))
                .internal_ips(args.texts("internal_ips"))
                .request_token(args.text("request_token"))
                .deletion_protection(args.get("deletion_protection"))
                .file_systems(args.list("file_systems"))
                .res_group_id(args.text("res_group_id"))
                .is_eip_auto_related_delete(args.get("is_eip_auto_related_delete"))
                .keep_image_login(args.get("is_keep_image_login"))
                .send(),
        )
    }),
    ("create_instance_of_bid()", |client, args| {
        perform(
            client
                .create_bid_instance(
                    args.text("image_id"),
                    types::Billing::new().payment_timing("Postpaid"),
                    "market",
                )
                .client_token(args.text("client_token"))
                .cpu_count(args.get("cpu_count"))
                .memory_capacity_in_gb(args.get("memory_capacity_in_gb"))
                .send(),
        )
    }),
];

/// The SDK has two methods for it, which differ in the password.
fn create_on_dedicated_host(client: &Client, args: &Arguments) {
    perform(
        client
            .create_instance(args.text("image_id"), types::Billing::new())
            .client_token(args.text("client_token"))
            .cpu_count(args.get("cpu_count"))
            .memory_capacity_in_gb(args.get("memory_capacity_in_gb"))
            .dedicated_host_id(args.text("dedicated_host_id"))
            .send(),
    )
}
