//! Reserved instances.

use super::super::send::{Call, perform};
use baidubce::bcc::operation::reserved;

pub(super) const CALLS: &[(&str, Call)] = &[
    ("bind_reserved_instance_to_tags", |client, args| {
        perform(
            client
                .bind_reserved_instance_to_tags(
                    args.texts("reserved_instance_ids"),
                    args.list("tags"),
                )
                .send(),
        )
    }),
    ("create_reserved_instances", |client, args| {
        perform(
            client
                .create_reserved_instances(reserved::CreateReservedInstancesRequired {
                    zone_name: args.text("zone_name").into(),
                    spec: args.text("spec").into(),
                    offering_type: args.text("offering_type").into(),
                    reserved_instance_time: args.get("reserved_instance_time"),
                })
                .client_token(args.text("client_token"))
                .reserved_instance_name(args.text("reserved_instance_name"))
                .scope(args.text("scope"))
                .instance_count(args.get("instance_count"))
                .reserved_instance_count(args.get("reserved_instance_count"))
                .reserved_instance_time_unit(args.text("reserved_instance_time_unit"))
                .auto_renew(args.get("auto_renew"))
                .auto_renew_time_unit(args.text("auto_renew_time_unit"))
                .auto_renew_time(args.get("auto_renew_time"))
                .effective_time(args.text("effective_time"))
                .tags(args.list("tags"))
                .ticket_id(args.text("ticket_id"))
                .ehc_cluster_id(args.text("ehc_cluster_id"))
                .send(),
        )
    }),
    ("create_reserved_instances()", |client, args| {
        perform(
            client
                .create_reserved_instances(reserved::CreateReservedInstancesRequired {
                    zone_name: "cn-bj-a".into(),
                    spec: "bcc.g5.c2m8".into(),
                    offering_type: "FullPrepay".into(),
                    reserved_instance_time: 1,
                })
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("modify_reserved_instances", |client, args| {
        perform(
            client
                .modify_reserved_instances(args.list("reserved_instances"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("query_reserved_instance_price", |client, args| {
        perform(
            client
                .get_reserved_instance_price(reserved::GetReservedInstancePriceRequired {
                    spec_id: args.text("spec_id").into(),
                    spec: args.text("spec").into(),
                    offering_type: args.text("offering_type").into(),
                    zone_name: args.text("zone_name").into(),
                    reserved_instance_time: args.get("reserved_instance_time"),
                })
                .client_token(args.text("client_token"))
                .scope(args.text("scope"))
                .reserved_instance_count(args.get("reserved_instance_count"))
                .price_time_unit(args.text("price_time_unit"))
                .purchase_num(args.get("purchase_num"))
                .send(),
        )
    }),
    ("unbind_reserved_instance_from_tags", |client, args| {
        perform(
            client
                .unbind_reserved_instance_from_tags(
                    args.texts("reserved_instance_ids"),
                    args.list("tags"),
                )
                .send(),
        )
    }),
];
