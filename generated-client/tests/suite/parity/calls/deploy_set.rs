//! Deployment sets.

use super::super::send::{Call, perform};

pub(super) const CALLS: &[(&str, Call)] = &[
    ("create_deploy_set", |client, args| {
        perform(
            client
                .create_deploy_set()
                .client_token(args.text("client_token"))
                .name(args.text("name"))
                .desc(args.text("desc"))
                .strategy(args.text("strategy"))
                .concurrency(args.get("concurrency"))
                .send(),
        )
    }),
    ("del_instance_deploy", |client, args| {
        perform(
            client
                .remove_instances_from_deploy_set(
                    args.text("deploy_set_id"),
                    args.texts("instance_id_list"),
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("delete_deploy_set", |client, args| {
        perform(
            client
                .delete_deploy_set(args.text("deploy_set_id"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("get_deploy_set", |client, args| {
        perform(client.get_deploy_set(args.text("deploy_set_id")).send())
    }),
    ("list_deploy_sets", |client, args| {
        perform(
            client
                .list_deploy_sets()
                .deployment_set_ids(args.text("deployment_set_ids").split(','))
                .send(),
        )
    }),
    ("modify_deploy_set", |client, args| {
        perform(
            client
                .modify_deploy_set(args.text("deploy_set_id"))
                .client_token(args.text("client_token"))
                .name(args.text("name"))
                .desc(args.text("desc"))
                .send(),
        )
    }),
    ("update_instance_deploy", |client, args| {
        perform(
            client
                .update_instance_deploy_sets(
                    args.text("instance_id"),
                    args.texts("deployset_id_list"),
                )
                .client_token(args.text("client_token"))
                .force(args.get("force"))
                .send(),
        )
    }),
];
