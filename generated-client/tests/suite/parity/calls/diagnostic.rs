//! Diagnostic reports.

use super::super::send::{Call, perform};
use baidubce::bcc::operation::diagnostic;

pub(super) const CALLS: &[(&str, Call)] = &[
    ("create_diagnostic", |client, args| {
        perform(
            client
                .create_diagnostic(diagnostic::CreateDiagnosticRequired {
                    metric_set_id: args.text("metric_set_id").into(),
                    instance_type: args.text("instance_type").into(),
                    instance_id: args.text("instance_id").into(),
                })
                .client_token(args.text("client_token"))
                .pid(args.text("pid"))
                .duration(args.get("duration"))
                .send(),
        )
    }),
    ("create_diagnostic()", |client, args| {
        perform(
            client
                .create_diagnostic(diagnostic::CreateDiagnosticRequired {
                    metric_set_id: args.text("metric_set_id").into(),
                    instance_type: "bcc".into(),
                    instance_id: args.text("instance_id").into(),
                })
                .client_token(args.text("client_token"))
                .pid(args.text("pid"))
                .send(),
        )
    }),
    ("delete_diagnostic_report", |client, args| {
        perform(
            client
                .delete_diagnostic_reports(args.texts("report_ids"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("get_diagnostic_schemas", |client, _| perform(client.get_diagnostic_schemas().send())),
    ("list_diagnostic_report", |client, args| {
        perform(
            client
                .list_diagnostic_reports(args.text("instance_type"))
                .client_token(args.text("client_token"))
                .max_keys(args.get("max_keys"))
                .report_id(args.text("report_id"))
                .instance_id(args.text("instance_id"))
                .status(args.text("status"))
                .severity(args.text("severity"))
                .send(),
        )
    }),
    ("list_diagnostic_report()", |client, args| {
        perform(
            client
                .list_diagnostic_reports("bcc")
                .client_token(args.text("client_token"))
                .report_id(args.text("report_id"))
                .instance_id(args.text("instance_id"))
                .status(args.text("status"))
                .severity(args.text("severity"))
                .send(),
        )
    }),
];
