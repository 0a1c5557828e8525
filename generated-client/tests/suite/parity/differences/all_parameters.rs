//! Differences of calls with all parameters.

use super::{ANY_CALL, Difference};

const FLAG_OF_PYTHON: &str =
    "flags are lower case in JSON; these are written as Python writes them";
const ONE_MODEL: &str = "the SDK has one model for both directions, with the members of either";

pub(super) const DIFFERENCES: &[Difference] = &[
    Difference {
        reason: "the SDK does not say of what type a body is",
        parts: &["+ header.content-type"],
        calls: &[ANY_CALL],
    },
    // Client tokens.
    Difference {
        reason: "the documentation or another SDK has a token here",
        parts: &["+ query.clientToken"],
        calls: &[
            "batch_add_ip",
            "batch_delete_ip",
            "create_keypair",
            "delete_security_group",
            "describe_regions",
            "import_keypair",
            "list_recycled_instances",
        ],
    },
    Difference {
        reason: "reading is safe to repeat without a token, and only this SDK sends one",
        parts: &["- query.clientToken"],
        calls: &[
            "get_deploy_set",
            "list_deploy_sets",
            "list_instance_no_charge",
            "list_instance_roles",
            "list_snapshot_chain",
        ],
    },
    // Slips of the SDK.
    Difference {
        reason: "the documentation and the other SDKs have an `s` after `Image`",
        parts: &["~ path"],
        calls: &["get_available_images_by_spec"],
    },
    Difference {
        reason: "the SDK puts its prefix `/v2` before a path that has it",
        parts: &["~ path"],
        calls: &["query_reserved_instance_price"],
    },
    Difference {
        reason: "the documentation names a server that belongs to no region",
        parts: &["~ header.host"],
        calls: &["describe_regions"],
    },
    Difference {
        reason: FLAG_OF_PYTHON,
        parts: &["~ query.containsFailed"],
        calls: &[
            "get_instance",
            "get_instance_with_deploy_set",
            "get_instance_with_deploy_set_and_failed",
        ],
    },
    Difference {
        reason: FLAG_OF_PYTHON,
        parts: &["~ query.isDeploySet"],
        calls: &["get_instance_with_deploy_set"],
    },
    Difference {
        reason: FLAG_OF_PYTHON,
        parts: &["~ query.autoRenew", "~ query.showRdmaTopo"],
        calls: &["list_instances"],
    },
    Difference {
        reason: "a flag is no text",
        parts: &["~ body.autoRenew"],
        calls: &["create_reserved_instances"],
    },
    Difference {
        reason: "passwords are sent encrypted; the SDK has a second method to do so",
        parts: &["~ body.adminPass"],
        calls: &["create_instance_from_dedicated_host"],
    },
    Difference {
        reason: "a request to delete has no body; the SDK sends an empty object",
        parts: &["- body"],
        calls: &["delete_recycled_instance"],
    },
    Difference {
        reason: ONE_MODEL,
        parts: &[
            "- body.config.0.autoPay",
            "- body.config.0.autoRenew",
            "- body.config.0.autoRenewPeriod",
            "- body.config.0.duration",
        ],
        calls: &["batch_change_instance_to_postpay"],
    },
    Difference {
        reason: ONE_MODEL,
        parts: &["- body.config.0.effectiveType"],
        calls: &["batch_change_instance_to_prepay"],
    },
    // Where other sources say something else.
    Difference {
        reason: "the SDK for Go, and this one in other methods, have an `E` in `HostEye`",
        parts: &["+ body.isOpenHostEye", "- body.isOpenHosteye"],
        calls: &["create_instance", "create_instance_by_spec"],
    },
    Difference {
        reason: "the documentation does not know this constant",
        parts: &["- query.interfaceName"],
        calls: &["query_reserved_instance_price"],
    },
    Difference {
        reason: "a text in the documentation and in the SDKs, but for changes in this one",
        parts: &["~ body.retentionDays"],
        calls: &["update_asp"],
    },
    Difference {
        reason: "an integer in the documentation, a text in the SDKs",
        parts: &["~ body.netEthQueueCount"],
        calls: &["modify_instance_attributes"],
    },
    Difference {
        reason: "the documentation demands it, and the SDK has no parameter for it",
        parts: &["+ body.billing"],
        calls: &[
            "create_instance_from_dedicated_host",
            "create_instance_from_dedicated_host_with_encrypted_password",
        ],
    },
    Difference {
        reason: "the documentation demands it; the SDK names a family and a size in its place",
        parts: &["+ body.spec"],
        calls: &["get_bid_instance_price"],
    },
    // What our descriptions leave out.
    Difference {
        reason: "the documentation names a policy by its id; only SDKs describe one in place",
        parts: &[
            "- body.autoSnapshotPolicy.name",
            "- body.autoSnapshotPolicy.repeatWeekdays.0",
            "- body.autoSnapshotPolicy.repeatWeekdays.1",
            "- body.autoSnapshotPolicy.retentionDays",
            "- body.autoSnapshotPolicy.timePoints.0",
            "- body.autoSnapshotPolicy.timePoints.1",
        ],
        calls: &["create_volume_with_cds_size", "create_volume_with_snapshot_id"],
    },
    Difference {
        reason: "no other source knows it, and the SDK does not say what it is",
        parts: &["- body.reservedInstance"],
        calls: &["create_instance_by_spec"],
    },
];
