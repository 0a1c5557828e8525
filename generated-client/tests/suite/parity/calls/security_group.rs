//! Security groups.

use baidubce::bcc::operation::security_group;
use baidubce::bcc::types;

use super::super::send::{Call, perform};

pub(super) const CALLS: &[(&str, Call)] = &[
    ("authorize_security_group_rule", |client, args| {
        perform(
            client
                .authorize_security_group_rule(
                    args.text("security_group_id"),
                    args.get::<types::SecurityGroupRuleModel>("rule"),
                )
                .sg_version(args.get("sg_version"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("bind_sg", |client, args| {
        perform(
            client
                .bind_instances_to_security_groups(
                    security_group::BindInstancesToSecurityGroupsRequired {
                        instance_ids: args.texts("instance_ids"),
                        security_group_ids: args.texts("security_group_ids"),
                        security_group_type: args.text("security_group_type").into(),
                    },
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("create_security_group", |client, args| {
        perform(
            client
                .create_security_group(args.text("name"), args.list("rules"))
                .client_token(args.text("client_token"))
                .vpc_id(args.text("vpc_id"))
                .desc(args.text("desc"))
                .tags(args.list("tags"))
                .send(),
        )
    }),
    ("delete_security_group", |client, args| {
        perform(client.delete_security_group(args.text("security_group_id")).send())
    }),
    ("delete_security_group_rule", |client, args| {
        perform(
            client
                .delete_security_group_rule(args.text("security_group_rule_id"))
                .sg_version(args.get("sg_version"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("get_security_group_detail", |client, args| {
        perform(client.get_security_group(args.text("security_group_id")).send())
    }),
    ("list_security_groups", |client, args| {
        perform(
            client
                .list_security_groups()
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .instance_id(args.text("instance_id"))
                .vpc_id(args.text("vpc_id"))
                .security_group_id(args.text("security_group_id"))
                .security_group_ids(args.text("security_group_ids").split(','))
                .send(),
        )
    }),
    ("replace_sg", |client, args| {
        perform(
            client
                .replace_instance_security_groups(
                    security_group::ReplaceInstanceSecurityGroupsRequired {
                        instance_ids: args.texts("instance_ids"),
                        security_group_ids: args.texts("security_group_ids"),
                        security_group_type: args.text("security_group_type").into(),
                    },
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("revoke_security_group_rule", |client, args| {
        perform(
            client
                .revoke_security_group_rule(
                    args.text("security_group_id"),
                    args.get::<types::SecurityGroupRuleModel>("rule"),
                )
                .sg_version(args.get("sg_version"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("unbind_sg", |client, args| {
        perform(
            client
                .unbind_instances_from_security_groups(
                    security_group::UnbindInstancesFromSecurityGroupsRequired {
                        instance_ids: args.texts("instance_ids"),
                        security_group_ids: args.texts("security_group_ids"),
                        security_group_type: args.text("security_group_type").into(),
                    },
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("update_security_group_rule", |client, args| {
        perform(
            client
                .update_security_group_rule(args.text("security_group_rule_id"))
                .sg_version(args.get("sg_version"))
                .client_token(args.text("client_token"))
                .remark(args.text("remark"))
                .port_range(args.text("portrange"))
                .source_ip(args.text("source_ip"))
                .source_group_id(args.text("sourcegroup_id"))
                .dest_ip(args.text("dest_ip"))
                .dest_group_id(args.text("destgroup_id"))
                .protocol(args.text("protocol"))
                .send(),
        )
    }),
];
