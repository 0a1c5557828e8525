//! Where our requests are not those of the SDK, and why.

/// A deliberate difference.
pub(crate) struct Difference {
    /// Why it is right.
    pub(crate) reason: &'static str,
    /// The parts that differ, as [`Mismatch::part`](super::compare::Mismatch::part) has them.
    pub(crate) parts: &'static [&'static str],
    /// The methods of the SDK whose requests differ in each of these parts.
    pub(crate) methods: &'static [&'static str],
}

/// In place of the name of a method: whichever has the part.
const ANY_METHOD: &str = "*";

impl Difference {
    /// Each of the parts in the request of each of the methods.
    pub(crate) fn places(&self) -> impl Iterator<Item = Place> {
        let Self { parts, methods, .. } = *self;
        methods.iter().flat_map(|method| parts.iter().map(|part| Place { method, part }))
    }
}

/// A part of the request of a method.
#[derive(Debug)]
pub(crate) struct Place {
    method: &'static str,
    part: &'static str,
}

impl Place {
    /// Whether this is where a method and a part differ.
    pub(crate) fn is(&self, method: &str, part: &str) -> bool {
        self.part == part && (self.method == ANY_METHOD || self.method == method)
    }
}

const FLAG_OF_PYTHON: &str =
    "flags are lower case in JSON; these are written as Python writes them";
const ONE_MODEL: &str = "the SDK has one model for both directions, with the members of either";

pub(crate) const DIFFERENCES: &[Difference] = &[
    Difference {
        reason: "the SDK does not say of what type a body is",
        parts: &["+ header.content-type"],
        methods: &[ANY_METHOD],
    },
    // Client tokens.
    Difference {
        reason: "the documentation or another SDK has a token here",
        parts: &["+ query.clientToken"],
        methods: &[
            "batch_add_ip",
            "batch_delete_ip",
            "create_keypair",
            "delete_security_group",
            "describe_regions",
            "import_keypair",
            "list_os",
            "list_recycled_instances",
        ],
    },
    Difference {
        reason: "reading is safe to repeat without a token, and only this SDK sends one",
        parts: &["- query.clientToken"],
        methods: &[
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
        methods: &["get_available_images_by_spec"],
    },
    Difference {
        reason: "the SDK puts its prefix `/v2` before a path that has it",
        parts: &["~ path"],
        methods: &["query_reserved_instance_price"],
    },
    Difference {
        reason: "the documentation names a server that belongs to no region",
        parts: &["~ header.host"],
        methods: &["describe_regions"],
    },
    Difference {
        reason: FLAG_OF_PYTHON,
        parts: &["~ query.containsFailed"],
        methods: &[
            "get_instance",
            "get_instance_with_deploy_set",
            "get_instance_with_deploy_set_and_failed",
        ],
    },
    Difference {
        reason: FLAG_OF_PYTHON,
        parts: &["~ query.isDeploySet"],
        methods: &["get_instance_with_deploy_set"],
    },
    Difference {
        reason: FLAG_OF_PYTHON,
        parts: &["~ query.autoRenew", "~ query.showRdmaTopo"],
        methods: &["list_instances"],
    },
    Difference {
        reason: "a flag is no text",
        parts: &["~ body.autoRenew"],
        methods: &["create_reserved_instances"],
    },
    Difference {
        reason: "passwords are sent encrypted; the SDK has a second method to do so",
        parts: &["~ body.adminPass"],
        methods: &["create_instance_from_dedicated_host"],
    },
    Difference {
        reason: "a request to delete has no body; the SDK sends an empty object",
        parts: &["- body"],
        methods: &["delete_recycled_instance"],
    },
    Difference {
        reason: ONE_MODEL,
        parts: &[
            "- body.config.0.autoPay",
            "- body.config.0.autoRenew",
            "- body.config.0.autoRenewPeriod",
            "- body.config.0.duration",
        ],
        methods: &["batch_change_instance_to_postpay"],
    },
    Difference {
        reason: ONE_MODEL,
        parts: &["- body.config.0.effectiveType"],
        methods: &["batch_change_instance_to_prepay"],
    },
    // Where the documentation, or most of the SDKs, differ from this one.
    Difference {
        reason: "the SDK for Go, and this one in other methods, have an `E` in `HostEye`",
        parts: &["+ body.isOpenHostEye", "- body.isOpenHosteye"],
        methods: &["create_instance", "create_instance_by_spec"],
    },
    Difference {
        reason: "the name in the documentation and the SDK for Java",
        parts: &["+ query.volumeIds", "- query.cdsIds"],
        methods: &["list_instances"],
    },
    Difference {
        reason: "the documentation does not know this constant",
        parts: &["- query.interfaceName"],
        methods: &["query_reserved_instance_price"],
    },
    Difference {
        reason: "the SDK demands a text here and a number for changes; answers hold a number",
        parts: &["~ body.retentionDays"],
        methods: &["create_asp"],
    },
    Difference {
        reason: "an integer in the documentation, a text in the SDKs",
        parts: &["~ body.netEthQueueCount"],
        methods: &["modify_instance_attributes"],
    },
    Difference {
        reason: "the documentation demands it, and the SDK has no parameter for it",
        parts: &["+ body.billing"],
        methods: &[
            "create_instance_from_dedicated_host",
            "create_instance_from_dedicated_host_with_encrypted_password",
        ],
    },
    Difference {
        reason: "the documentation demands it; the SDK names the flavor by family and size, as it once was",
        parts: &["+ body.spec"],
        methods: &["get_bid_instance_price"],
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
        methods: &["create_volume_with_cds_size", "create_volume_with_snapshot_id"],
    },
    Difference {
        reason: "no other source knows it, and the SDK does not say what it is",
        parts: &["- body.reservedInstance"],
        methods: &["create_instance_by_spec"],
    },
];
