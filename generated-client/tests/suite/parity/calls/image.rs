//! Images.

use baidubce::bcc::operation::image;
use baidubce::bcc::types;

use super::super::send::{Call, perform};

pub(super) const CALLS: &[(&str, Call)] = &[
    ("bind_image_to_tags", |client, args| {
        perform(
            client
                .bind_image_to_tags(args.text("image_id"), args.list("tags"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("cancle_remote_copy_image", |client, args| {
        perform(client.cancel_remote_copy_image(args.text("image_id")).send())
    }),
    ("create_image_from_instance_id", |client, args| {
        perform(
            client
                .create_image(args.text("image_name"))
                .client_token(args.text("client_token"))
                .instance_id(args.text("instance_id"))
                .relate_cds(args.get("relate_cds"))
                .encrypt_key(args.text("encrypt_key"))
                .detection(args.get("detection"))
                .send(),
        )
    }),
    ("create_image_from_instance_id()", |client, args| {
        perform(
            client
                .create_image(args.text("image_name"))
                .client_token(args.text("client_token"))
                .instance_id(args.text("instance_id"))
                .send(),
        )
    }),
    ("create_image_from_snapshot_id", |client, args| {
        perform(
            client
                .create_image(args.text("image_name"))
                .client_token(args.text("client_token"))
                .snapshot_id(args.text("snapshot_id"))
                .encrypt_key(args.text("encrypt_key"))
                .detection(args.get("detection"))
                .send(),
        )
    }),
    ("delete_image", |client, args| perform(client.delete_image(args.text("image_id")).send())),
    ("get_available_images_by_spec", |client, args| {
        perform(
            client
                .get_available_images_by_spec(args.text("spec"))
                .os_name(args.text("os_name"))
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .send(),
        )
    }),
    ("get_image", |client, args| perform(client.get_image(args.text("image_id")).send())),
    ("import_custom_image", |client, args| {
        perform(
            client
                .import_custom_image(image::ImportCustomImageRequired {
                    os_name: args.text("os_name").into(),
                    os_arch: args.text("os_arch").into(),
                    os_type: args.text("os_type").into(),
                    os_version: args.text("os_version").into(),
                    name: args.text("name").into(),
                    bos_url: args.text("bos_url").into(),
                })
                .client_token(args.text("client_token"))
                .detection(args.get("detection"))
                .generation_type(args.text("generation_type"))
                .send(),
        )
    }),
    ("list_images", |client, args| {
        perform(
            client
                .list_images()
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .image_type(args.text("image_type"))
                .image_name(args.text("image_name"))
                .send(),
        )
    }),
    ("list_images()", |client, _| perform(client.list_images().send())),
    ("list_os", |client, args| {
        perform(client.get_image_os().instance_ids(args.texts("instance_ids")).send())
    }),
    ("list_shared_user", |client, args| {
        perform(client.list_image_shared_users(args.text("image_id")).send())
    }),
    ("remote_copy_image", |client, args| {
        perform(
            client
                .remote_copy_image(args.text("image_id"), args.texts("destRegions"))
                .name(args.text("name"))
                .send(),
        )
    }),
    ("share_image", |client, args| {
        perform(
            client
                .share_image(
                    args.text("image_id"),
                    types::SharedUser::new()
                        .account(args.text("account"))
                        .account_id(args.text("account_id"))
                        .uc_account(args.text("ucaccount")),
                )
                .send(),
        )
    }),
    ("unbind_image_to_tags", |client, args| {
        perform(
            client
                .unbind_image_from_tags(args.text("image_id"), args.list("tags"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("unshare_image", |client, args| {
        perform(
            client
                .unshare_image(
                    args.text("image_id"),
                    types::SharedUser::new()
                        .account(args.text("account"))
                        .account_id(args.text("account_id"))
                        .uc_account(args.text("ucaccount")),
                )
                .send(),
        )
    }),
];
