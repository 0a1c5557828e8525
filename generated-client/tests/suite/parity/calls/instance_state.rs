//! Power, system and size of instances.

use super::super::send::{Call, perform};
use baidubce::bcc::operation::instance;

pub(super) const CALLS: &[(&str, Call)] = &[
    ("batch_reboot_instance", |client, args| {
        perform(
            client
                .batch_reboot_instance(args.texts("instance_ids"))
                .force_stop(args.get("force_stop"))
                .send(),
        )
    }),
    ("batch_reboot_instance()", |client, args| {
        perform(client.batch_reboot_instance(args.texts("instance_ids")).send())
    }),
    ("batch_rebuild_instances", |client, args| {
        perform(
            client
                .batch_rebuild_instances(args.text("image_id"), args.texts("instance_ids"))
                .client_token(args.text("client_token"))
                .admin_pass(args.text("admin_pass"))
                .keypair_id(args.text("keypair_id"))
                .is_open_host_eye(args.get("is_open_hostEye"))
                .is_preserve_data(args.get("is_preserve_data"))
                .raid_id(args.text("raid_id"))
                .sys_root_size(args.get("sys_root_size"))
                .root_partition_type(args.text("root_partition_type"))
                .data_partition_type(args.text("data_partition_type"))
                .user_data(args.text("user_data"))
                .use_last_user_data(args.get("use_last_user_data"))
                .keep_image_login(args.get("is_keep_image_login"))
                .send(),
        )
    }),
    ("batch_resize_instance", |client, args| {
        perform(
            client
                .batch_resize_instance(args.text("spec"), args.texts("instance_ids"))
                .client_token(args.text("client_token"))
                .enable_jumbo_frame(args.get("enable_jumbo_frame"))
                .subnet_id(args.text("subnet_id"))
                .logical_zone(args.text("logical_zone"))
                .internal_ip_v4(args.text("internal_ip_v4"))
                .send(),
        )
    }),
    ("batch_start_instance", |client, args| {
        perform(
            client
                .batch_start_instance(args.texts("instance_ids"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("batch_stop_instance", |client, args| {
        perform(
            client
                .batch_stop_instance(args.texts("instance_ids"))
                .client_token(args.text("client_token"))
                .force_stop(args.get("force_stop"))
                .stop_with_no_charge(args.get("stop_with_no_charge"))
                .send(),
        )
    }),
    ("enter_rescue_mode", |client, args| {
        perform(
            client
                .enter_rescue_mode(instance::EnterRescueModeRequired {
                    instance_id: args.text("instance_id").into(),
                    password: args.text("password").into(),
                })
                .client_token(args.text("client_token"))
                .force_stop(args.get("force_stop"))
                .send(),
        )
    }),
    ("exit_rescue_mode", |client, args| {
        perform(
            client
                .exit_rescue_mode(args.text("instance_id"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("list_available_resize_specs", |client, args| {
        perform(
            client
                .list_available_resize_specs()
                .client_token(args.text("client_token"))
                .spec(args.text("spec"))
                .spec_id(args.text("spec_id"))
                .zone(args.text("logical_zone"))
                .instance_id_list(args.texts("instance_ids"))
                .send(),
        )
    }),
    ("list_available_resize_specs()", |client, args| {
        perform(
            client
                .list_available_resize_specs()
                .client_token(args.text("client_token"))
                .instance_id_list(args.texts("instance_ids"))
                .send(),
        )
    }),
    ("reboot_instance", |client, args| {
        perform(
            client
                .reboot_instance(args.text("instance_id"))
                .force_stop(args.get("force_stop"))
                .send(),
        )
    }),
    ("reboot_instance()", |client, args| {
        perform(client.reboot_instance(args.text("instance_id")).send())
    }),
    ("rebuild_instance", |client, args| {
        perform(
            client
                .rebuild_instance(instance::RebuildInstanceRequired {
                    instance_id: args.text("instance_id").into(),
                    image_id: args.text("image_id").into(),
                })
                .admin_pass(args.text("admin_pass"))
                .keypair_id(args.text("key_pair_id"))
                .keep_image_login(args.get("is_keep_image_login"))
                .user_data(args.text("user_data"))
                .clean_last_user_data(args.get("clean_last_user_data"))
                .is_open_host_eye(args.get("is_open_hostEye"))
                .is_preserve_data(args.get("is_preserve_data"))
                .raid_id(args.text("raid_id"))
                .sys_root_size(args.get("sys_root_size"))
                .root_partition_type(args.text("root_partition_type"))
                .data_partition_type(args.text("data_partition_type"))
                .send(),
        )
    }),
    ("resize_instance", |client, args| {
        perform(
            client
                .resize_instance(instance::ResizeInstanceRequired {
                    instance_id: args.text("instance_id").into(),
                    cpu_count: args.get("cpu_count"),
                    memory_capacity_in_gb: args.get("memory_capacity_in_gb"),
                })
                .client_token(args.text("client_token"))
                .gpu_card_count(args.get("gpu_card_count"))
                .ephemeral_disk_in_gb(args.get("ephemeral_disk_in_gb"))
                .live_resize(args.get("live_resize"))
                .enable_jumbo_frame(args.get("enable_jumbo_frame"))
                .send(),
        )
    }),
    ("resize_instance_by_spec", |client, args| {
        perform(
            client
                .resize_instance_by_spec(instance::ResizeInstanceBySpecRequired {
                    instance_id: args.text("instance_id").into(),
                    spec: args.text("spec").into(),
                })
                .client_token(args.text("client_token"))
                .enable_jumbo_frame(args.get("enable_jumbo_frame"))
                .send(),
        )
    }),
    ("start_instance", |client, args| {
        perform(client.start_instance(args.text("instance_id")).send())
    }),
    ("stop_instance", |client, args| {
        perform(
            client
                .stop_instance(args.text("instance_id"))
                .force_stop(args.get("force_stop"))
                .stop_with_no_charge(args.get("stopWithNoCharge"))
                .send(),
        )
    }),
    ("stop_instance()", |client, args| {
        perform(client.stop_instance(args.text("instance_id")).send())
    }),
];
