//! What instances are related to: addresses, roles, security groups, subnets, tags.

use baidubce::bcc::operation::instance;
use baidubce::bcc::types;

use super::super::send::{Call, perform};

pub(super) const CALLS: &[(&str, Call)] = &[
    ("add_ipv6", |client, args| {
        perform(
            client
                .add_ipv6(args.text("instance_id"))
                .client_token(args.text("client_token"))
                .ipv6_address(args.text("ipv6_address"))
                .reboot(args.get("reboot"))
                .send(),
        )
    }),
    ("add_ipv6()", |client, args| {
        perform(
            client
                .add_ipv6(args.text("instance_id"))
                .client_token(args.text("client_token"))
                .ipv6_address(args.text("ipv6_address"))
                .send(),
        )
    }),
    ("batch_add_ip", |client, args| {
        perform(
            client
                .batch_add_ip(args.text("instance_id"), args.get("allocate_multi_ipv6_addr"))
                .private_ips(args.texts("private_ips"))
                .secondary_private_ip_address_count(args.get("secondary_private_ip_address_count"))
                .send(),
        )
    }),
    ("batch_delete_ip", |client, args| {
        perform(client.batch_delete_ip(args.text("instance_id"), args.texts("private_ips")).send())
    }),
    ("bind_instance_role", |client, args| {
        perform(
            client
                .bind_instance_role(
                    args.text("role_name"),
                    args.texts("instance_ids").into_iter().map(types::InstanceIdItem::new),
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("bind_instance_to_security_group", |client, args| {
        perform(
            client
                .bind_instance_to_security_group(instance::BindInstanceToSecurityGroupRequired {
                    instance_id: args.text("instance_id").into(),
                    security_group_id: args.text("security_group_id").into(),
                })
                .send(),
        )
    }),
    ("bind_instance_to_tags", |client, args| {
        perform(
            client
                .bind_instance_to_tags(args.text("instance_id"), args.list("tags"))
                .attach_related_resource_tag(args.get("attachRelatedResourceTag"))
                .send(),
        )
    }),
    ("delete_ipv6", |client, args| {
        perform(
            client
                .delete_ipv6(args.text("instance_id"))
                .client_token(args.text("client_token"))
                .reboot(args.get("reboot"))
                .send(),
        )
    }),
    ("delete_ipv6()", |client, args| {
        perform(
            client
                .delete_ipv6(args.text("instance_id"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("instance_change_subnet", |client, args| {
        perform(
            client
                .change_instance_subnet(instance::ChangeInstanceSubnetRequired {
                    instance_id: args.text("instance_id").into(),
                    subnet_id: args.text("subnet_id").into(),
                })
                .client_token(args.text("client_token"))
                .internal_ip(args.text("internal_ip"))
                .reboot(args.get("reboot"))
                .security_group_ids(args.texts("security_group_ids"))
                .enterprise_security_group_ids(args.texts("enterprise_security_group_ids"))
                .send(),
        )
    }),
    ("instance_change_vpc", |client, args| {
        perform(
            client
                .change_instance_vpc(instance::ChangeInstanceVpcRequired {
                    instance_id: args.text("instance_id").into(),
                    subnet_id: args.text("subnet_id").into(),
                })
                .client_token(args.text("client_token"))
                .internal_ip(args.text("internal_ip"))
                .reboot(args.get("reboot"))
                .security_group_ids(args.texts("security_group_ids"))
                .enterprise_security_group_ids(args.texts("enterprise_security_group_ids"))
                .send(),
        )
    }),
    ("unbind_instance_from_security_group", |client, args| {
        perform(
            client
                .unbind_instance_from_security_group(
                    instance::UnbindInstanceFromSecurityGroupRequired {
                        instance_id: args.text("instance_id").into(),
                        security_group_id: args.text("security_group_id").into(),
                    },
                )
                .send(),
        )
    }),
    ("unbind_instance_from_tags", |client, args| {
        perform(
            client
                .unbind_instance_from_tags(args.text("instance_id"), args.list("tags"))
                .attach_related_resource_tag(args.get("attachRelatedResourceTag"))
                .send(),
        )
    }),
    ("unbind_instance_role", |client, args| {
        perform(
            client
                .unbind_instance_role(
                    args.text("role_name"),
                    args.texts("instance_ids").into_iter().map(types::InstanceIdItem::new),
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
];
