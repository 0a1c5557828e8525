//! Differences of calls without what is optional in Python.

use super::{ANY_CALL, Difference};

const FILLED_IN: &str = "the SDK fills it in, our client leaves it to the server";
const DEMANDED: &str = "the documentation demands it, the SDK does not";

pub(super) const DIFFERENCES: &[Difference] = &[
    Difference {
        reason: "the SDK sends `null` for what is not there, our client sends nothing",
        parts: &["- null"],
        calls: &[ANY_CALL],
    },
    Difference {
        reason: FILLED_IN,
        parts: &["- body.purchaseCount"],
        calls: &[
            "create_instance()",
            "create_instance_by_spec()",
            "create_instance_from_dedicated_host()",
            "create_instance_from_dedicated_host_with_encrypted_password()",
            "create_instance_of_bid()",
            "create_volume_cluster()",
            "create_volume_with_cds_size()",
            "create_volume_with_snapshot_id()",
            "get_bid_instance_price()",
        ],
    },
    Difference {
        reason: FILLED_IN,
        parts: &[
            "- body.billing.reservation.reservationLength",
            "- body.billing.reservation.reservationTimeUnit",
        ],
        calls: &[
            "create_instance()",
            "create_instance_by_spec()",
            "create_instance_of_bid()",
            "create_volume_with_cds_size()",
            "create_volume_with_snapshot_id()",
            "modify_volume_charge_type()",
        ],
    },
    Difference {
        reason: FILLED_IN,
        parts: &["- body.autoRenewTimeUnit"],
        calls: &["create_instance()", "create_instance_by_spec()", "create_instance_of_bid()"],
    },
    Difference {
        reason: FILLED_IN,
        parts: &["- body.autoSeqSuffix", "- body.cdsAutoRenew", "- body.isOpenHostnameDomain"],
        calls: &["create_instance()", "create_instance_of_bid()"],
    },
    Difference {
        reason: FILLED_IN,
        parts: &["- body.isEipAutoRelatedDelete", "- body.isOpenIpv6", "- body.relationTag"],
        calls: &["create_instance_of_bid()"],
    },
    Difference {
        reason: FILLED_IN,
        parts: &["- body.billing.paymentTiming", "- body.relationTag", "- body.storageType"],
        calls: &["create_volume_with_cds_size()", "create_volume_with_snapshot_id()"],
    },
    Difference {
        reason: FILLED_IN,
        parts: &["- body.reboot"],
        calls: &["add_ipv6()", "delete_ipv6()"],
    },
    Difference {
        reason: FILLED_IN,
        parts: &["- body.forceStop"],
        calls: &["batch_reboot_instance()", "reboot_instance()", "stop_instance()"],
    },
    Difference {
        reason: FILLED_IN,
        parts: &["- body.stopWithNoCharge"],
        calls: &["stop_instance()"],
    },
    Difference {
        reason: FILLED_IN,
        parts: &["- body.maxKeys"],
        calls: &["get_task()", "list_diagnostic_report()", "list_task()"],
    },
    Difference { reason: FILLED_IN, parts: &["- body.duration"], calls: &["create_diagnostic()"] },
    Difference {
        reason: FILLED_IN,
        parts: &["- body.relateCds"],
        calls: &["create_image_from_instance_id()"],
    },
    Difference {
        reason: FILLED_IN,
        parts: &["- body.cdsCustomPeriod"],
        calls: &["purchase_reserved_instance()"],
    },
    Difference { reason: FILLED_IN, parts: &["- query.imageType"], calls: &["list_images()"] },
    Difference {
        reason: "the SDK turns off the security agent, which the server installs by default",
        parts: &["- body.isOpenHosteye"],
        calls: &["create_instance()"],
    },
    Difference {
        reason: "the SDK writes a flag that is not there as the text `none`",
        parts: &["- body.autoRenew"],
        calls: &["create_reserved_instances()"],
    },
    Difference {
        reason: "the SDK sends the name of the flag without its value",
        parts: &["- query.containsFailed"],
        calls: &["get_instance_with_deploy_set_and_failed()"],
    },
    // What our client demands.
    Difference {
        reason: DEMANDED,
        parts: &["+ body.billing"],
        calls: &[
            "create_instance_from_dedicated_host()",
            "create_instance_from_dedicated_host_with_encrypted_password()",
        ],
    },
    Difference {
        reason: DEMANDED,
        parts: &["+ body.bidModel"],
        calls: &["create_instance_of_bid()"],
    },
    Difference {
        reason: DEMANDED,
        parts: &[
            "+ body.offeringType",
            "+ body.reservedInstanceTime",
            "+ body.spec",
            "+ body.zoneName",
        ],
        calls: &["create_reserved_instances()"],
    },
    Difference {
        reason: DEMANDED,
        parts: &["+ body.clusterName"],
        calls: &["create_volume_cluster()"],
    },
    Difference {
        reason: DEMANDED,
        parts: &["+ body.spec", "+ body.zoneName"],
        calls: &["get_bid_instance_price()"],
    },
    Difference {
        reason: "the SDK for Go has a token here",
        parts: &["+ query.clientToken"],
        calls: &["create_keypair()"],
    },
];
