//! Maintenance events.

use super::super::send::{Call, perform};

pub(super) const CALLS: &[(&str, Call)] = &[
    ("authorize_server_event", |client, args| {
        perform(
            client
                .authorize_server_event()
                .client_token(args.text("client_token"))
                .server_event_id(args.text("server_event_id"))
                .instance_id(args.text("instance_id"))
                .authorize_maintenance_operation(args.text("authorize_maintenance_operation"))
                .execute_time(args.text("execute_time"))
                .send(),
        )
    }),
    ("authorize_server_event()", |client, args| {
        perform(
            client
                .authorize_server_event()
                .client_token(args.text("client_token"))
                .authorize_maintenance_operation(args.text("authorize_maintenance_operation"))
                .send(),
        )
    }),
    ("check_unplanned_event", |client, args| {
        perform(
            client
                .check_unplanned_maintenance_event(
                    args.text("server_event_id"),
                    args.text("check_result"),
                )
                .client_token(args.text("client_token"))
                .issue_effect(args.text("issue_effect"))
                .issue_description(args.text("issue_description"))
                .authorize_maintenance_operation(args.text("authorize_maintenance_operation"))
                .send(),
        )
    }),
    ("check_unplanned_event()", |client, args| {
        perform(
            client
                .check_unplanned_maintenance_event(
                    args.text("server_event_id"),
                    args.text("check_result"),
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("create_authorize_rule", |client, args| {
        perform(
            client
                .create_authorize_rule(
                    args.text("rule_name"),
                    args.text("server_event_category"),
                    args.texts("authorize_maintenance_operations"),
                )
                .client_token(args.text("client_token"))
                .effective_scope(args.text("effective_scope"))
                .tags(args.list("tags"))
                .enable_rule(args.get("enable_rule"))
                .send(),
        )
    }),
    ("create_authorize_rule()", |client, args| {
        perform(
            client
                .create_authorize_rule(
                    args.text("rule_name"),
                    args.text("server_event_category"),
                    args.texts("authorize_maintenance_operations"),
                )
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("delete_authorize_rule", |client, args| {
        perform(
            client
                .delete_authorize_rule(args.text("rule_id"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("describe_authorize_rules", |client, args| {
        perform(
            client
                .describe_authorize_rules()
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .rule_ids(args.texts("rule_ids"))
                .rule_names(args.texts("rule_names"))
                .send(),
        )
    }),
    ("describe_authorize_rules()", |client, args| {
        perform(client.describe_authorize_rules().max_keys(args.get("max_keys")).send())
    }),
    ("describe_planned_events", |client, args| {
        perform(
            client
                .describe_planned_events()
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .server_event_ids(args.texts("server_event_ids"))
                .instance_ids(args.texts("instance_ids"))
                .product_category(args.text("product_category"))
                .server_event_type(args.text("server_event_type"))
                .server_event_log_time_filter(args.text("server_event_log_time_filter"))
                .period_start_time(args.text("period_start_time"))
                .period_end_time(args.text("period_end_time"))
                .server_event_status(args.text("server_event_status"))
                .send(),
        )
    }),
    ("describe_planned_events()", |client, args| {
        perform(client.describe_planned_events().max_keys(args.get("max_keys")).send())
    }),
    ("describe_planned_recored_events", |client, args| {
        perform(
            client
                .describe_planned_event_records()
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .server_event_ids(args.texts("server_event_ids"))
                .instance_ids(args.texts("instance_ids"))
                .product_category(args.text("product_category"))
                .server_event_type(args.text("server_event_type"))
                .server_event_log_time_filter(args.text("server_event_log_time_filter"))
                .period_start_time(args.text("period_start_time"))
                .period_end_time(args.text("period_end_time"))
                .send(),
        )
    }),
    ("describe_planned_recored_events()", |client, args| {
        perform(client.describe_planned_event_records().max_keys(args.get("max_keys")).send())
    }),
    ("describe_unplanned_events", |client, args| {
        perform(
            client
                .describe_unplanned_events()
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .server_event_ids(args.texts("server_event_ids"))
                .instance_ids(args.texts("instance_ids"))
                .product_category(args.text("product_category"))
                .server_event_type(args.text("server_event_type"))
                .server_event_log_time_filter(args.text("server_event_log_time_filter"))
                .period_start_time(args.text("period_start_time"))
                .period_end_time(args.text("period_end_time"))
                .server_event_status(args.text("server_event_status"))
                .send(),
        )
    }),
    ("describe_unplanned_events()", |client, args| {
        perform(client.describe_unplanned_events().max_keys(args.get("max_keys")).send())
    }),
    ("describe_unplanned_recored_events", |client, args| {
        perform(
            client
                .describe_unplanned_event_records()
                .marker(args.text("marker"))
                .max_keys(args.get("max_keys"))
                .server_event_ids(args.texts("server_event_ids"))
                .instance_ids(args.texts("instance_ids"))
                .product_category(args.text("product_category"))
                .server_event_type(args.text("server_event_type"))
                .server_event_log_time_filter(args.text("server_event_log_time_filter"))
                .period_start_time(args.text("period_start_time"))
                .period_end_time(args.text("period_end_time"))
                .send(),
        )
    }),
    ("describe_unplanned_recored_events()", |client, args| {
        perform(client.describe_unplanned_event_records().max_keys(args.get("max_keys")).send())
    }),
    ("modify_authorize_rule", |client, args| {
        perform(
            client
                .modify_authorize_rule(args.text("rule_id"))
                .client_token(args.text("client_token"))
                .rule_name(args.text("rule_name"))
                .authorize_maintenance_operations(args.texts("authorize_maintenance_operations"))
                .effective_scope(args.text("effective_scope"))
                .tags(args.list("tags"))
                .enable_rule(args.get("enable_rule"))
                .send(),
        )
    }),
    ("modify_authorize_rule()", |client, args| {
        perform(
            client
                .modify_authorize_rule(args.text("rule_id"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
];
