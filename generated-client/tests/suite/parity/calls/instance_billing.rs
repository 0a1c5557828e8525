//! Payment of instances.

use baidubce::bcc::types;

use super::super::send::{Call, perform};

pub(super) const CALLS: &[(&str, Call)] = &[
    ("batch_change_instance_to_postpay", |client, args| {
        perform(
            client
                .batch_change_instance_to_postpaid(args.list("change_pay_timing_req_list"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("batch_change_instance_to_prepay", |client, args| {
        perform(
            client
                .batch_change_instance_to_prepaid(args.list("change_pay_timing_req_list"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("batch_create_auto_renew_rules", |client, args| {
        perform(
            client
                .batch_create_auto_renew_rules(
                    args.text("instance_id"),
                    args.text("renew_time_unit"),
                    args.get("renew_time"),
                )
                .client_token(args.text("client_token"))
                .renew_cds(args.get("renew_cds"))
                .renew_eip(args.get("renew_eip"))
                .send(),
        )
    }),
    ("batch_create_auto_renew_rules()", |client, args| {
        perform(
            client
                .batch_create_auto_renew_rules(args.text("instance_id"), "month", 1)
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("batch_delete_auto_renew_rules", |client, args| {
        perform(
            client
                .batch_delete_auto_renew_rules(args.text("instance_id"))
                .client_token(args.text("client_token"))
                .renew_cds(args.get("renew_cds"))
                .renew_eip(args.get("renew_eip"))
                .send(),
        )
    }),
    ("cancel_bid_order", |client, args| {
        perform(
            client
                .cancel_bid_order(args.text("order_id"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("change_to_prepaid", |client, args| {
        perform(
            client
                .change_instance_to_prepaid(args.text("instance_id"), args.get("duration"))
                .client_token(args.text("client_token"))
                .auto_renew(args.get("auto_renew"))
                .auto_renew_period(args.get("auto_renew_period"))
                .relation_cds(args.get("relation_cds"))
                .send(),
        )
    }),
    ("change_to_prepaid()", |client, args| {
        perform(
            client
                .change_instance_to_prepaid(args.text("instance_id"), args.get("duration"))
                .client_token(args.text("client_token"))
                .auto_renew(args.get("auto_renew"))
                .relation_cds(args.get("relation_cds"))
                .send(),
        )
    }),
    ("purchase_reserved_instance", |client, args| {
        perform(
            client
                .renew_instance(args.text("instance_id"), args.get::<types::Billing>("billing"))
                .related_renew_flag(args.text("related_renew_flag"))
                .client_token(args.text("client_token"))
                .cds_custom_period(args.list("cds_custom_period"))
                .send(),
        )
    }),
    ("purchase_reserved_instance()", |client, args| {
        perform(
            client
                .renew_instance(
                    args.text("instance_id"),
                    types::Billing::new()
                        .reservation(types::Reservation::new(1).reservation_time_unit("Month")),
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
];
