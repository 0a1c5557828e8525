//! Attributes of instances.

use super::super::send::{Call, perform};
use baidubce::bcc::operation::instance;

pub(super) const CALLS: &[(&str, Call)] = &[
    ("modify_deletion_protection", |client, args| {
        perform(
            client
                .modify_instance_deletion_protection(
                    args.text("instance_id"),
                    args.get("deletion_protection"),
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("modify_instance_attributes", |client, args| {
        perform(
            client
                .modify_instance_attribute(args.text("instance_id"))
                .name(args.text("name"))
                .enable_jumbo_frame(args.get("enable_jumbo_frame"))
                .net_eth_queue_count(args.number("neteth_queuecount"))
                .send(),
        )
    }),
    ("modify_instance_attributes()", |client, args| {
        perform(
            client
                .modify_instance_attribute(args.text("instance_id"))
                .name(args.text("name"))
                .send(),
        )
    }),
    ("modify_instance_desc", |client, args| {
        perform(
            client
                .modify_instance_desc(instance::ModifyInstanceDescRequired {
                    instance_id: args.text("instance_id").into(),
                    desc: args.text("desc").into(),
                })
                .send(),
        )
    }),
    ("modify_instance_hostname", |client, args| {
        perform(
            client
                .modify_instance_hostname(instance::ModifyInstanceHostnameRequired {
                    instance_id: args.text("instance_id").into(),
                    hostname: args.text("hostname").into(),
                })
                .client_token(args.text("client_token"))
                .is_open_hostname_domain(args.get("is_open_hostname_domain"))
                .reboot(args.get("reboot"))
                .send(),
        )
    }),
    ("modify_instance_password", |client, args| {
        perform(
            client
                .change_instance_password(instance::ChangeInstancePasswordRequired {
                    instance_id: args.text("instance_id").into(),
                    admin_pass: args.text("admin_pass").into(),
                })
                .send(),
        )
    }),
    ("modify_related_delete_policy", |client, args| {
        perform(
            client
                .modify_instance_related_delete_policy(
                    args.text("instance_id"),
                    args.get("is_eip_auto_related_delete"),
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
];
