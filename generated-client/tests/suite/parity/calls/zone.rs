//! Regions and zones.

use super::super::send::{Call, perform};

pub(super) const CALLS: &[(&str, Call)] = &[
    ("describe_regions", |client, args| {
        perform(client.describe_regions().region(args.text("region")).send())
    }),
    ("list_zones", |client, _| perform(client.list_zones().send())),
];
