//! Key pairs.

use super::super::send::{Call, perform};
use baidubce::bcc::operation::key_pair;

pub(super) const CALLS: &[(&str, Call)] = &[
    ("attach_keypair", |client, args| {
        perform(client.attach_keypair(args.text("keypair_id"), args.texts("instance_ids")).send())
    }),
    ("create_keypair", |client, args| {
        perform(
            client
                .create_keypair(args.text("keypair_name"))
                .description(args.text("keypair_desc"))
                .send(),
        )
    }),
    ("create_keypair()", |client, args| {
        perform(client.create_keypair(args.text("keypair_name")).send())
    }),
    ("delete_keypair", |client, args| {
        perform(client.delete_keypair(args.text("keypair_id")).send())
    }),
    ("detach_keypair", |client, args| {
        perform(client.detach_keypair(args.text("keypair_id"), args.texts("instance_ids")).send())
    }),
    ("get_keypair", |client, args| perform(client.get_keypair(args.text("keypair_id")).send())),
    ("import_keypair", |client, args| {
        perform(
            client
                .import_keypair(key_pair::ImportKeypairRequired {
                    name: args.text("keypair_name").into(),
                    public_key: args.text("public_key").into(),
                })
                .description(args.text("keypair_desc"))
                .send(),
        )
    }),
    ("list_keypairs", |client, args| {
        perform(
            client
                .list_keypairs()
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .name(args.text("name"))
                .send(),
        )
    }),
    ("rename_keypair", |client, args| {
        perform(
            client
                .rename_keypair(key_pair::RenameKeypairRequired {
                    keypair_id: args.text("keypair_id").into(),
                    name: args.text("keypair_name").into(),
                })
                .send(),
        )
    }),
    ("update_keypair_desc", |client, args| {
        perform(
            client
                .update_keypair_description(args.text("keypair_id"))
                .description(args.text("keypair_desc"))
                .send(),
        )
    }),
];
