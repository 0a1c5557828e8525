//! High-performance clusters (EHC).

use super::super::send::{Call, perform};
use baidubce::bcc::operation::ehc;

pub(super) const CALLS: &[(&str, Call)] = &[
    ("create_ehc_cluster", |client, args| {
        perform(
            client
                .create_ehc_cluster(ehc::CreateEhcClusterRequired {
                    name: args.text("name").into(),
                    zone_name: args.text("zone_name").into(),
                })
                .description(args.text("description"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("delete_ehc_cluster", |client, args| {
        perform(
            client
                .delete_ehc_clusters(args.texts("ehc_cluster_id_list"))
                .client_token(args.text("client_token"))
                .send(),
        )
    }),
    ("get_ehc_cluster_list", |client, args| {
        perform(
            client
                .list_ehc_clusters()
                .ehc_cluster_id_list(args.texts("ehc_cluster_id_list"))
                .name_list(args.texts("name_list"))
                .zone_name(args.text("zone_name"))
                .send(),
        )
    }),
    ("modify_ehc_cluster", |client, args| {
        perform(
            client
                .modify_ehc_cluster(args.text("ehc_cluster_id"))
                .client_token(args.text("client_token"))
                .name(args.text("name"))
                .description(args.text("description"))
                .send(),
        )
    }),
];
