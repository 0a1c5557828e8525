//! The call of our client for each call of the SDK's, by the name of the latter.
//!
//! Arguments come from the recording, under their names in Python. A call with `()` behind its
//! name gets nothing that is optional in Python; where our client demands more, it gets what the
//! SDK fills in, if it fills in anything.

#![allow(deprecated, reason = "the SDK sends what the documentation advises against")]

mod auto_snapshot_policy;
mod deploy_set;
mod diagnostic;
mod ehc;
mod eni;
mod event;
mod flavor;
mod image;
mod instance_attributes;
mod instance_billing;
mod instance_creation;
mod instance_reading;
mod instance_relations;
mod instance_release;
mod instance_state;
mod key_pair;
mod reserved;
mod security_group;
mod snapshot;
mod tag;
mod task;
mod volume;
mod volume_cluster;
mod zone;

use super::send::Call;

const CALLS: &[&[(&str, Call)]] = &[
    auto_snapshot_policy::CALLS,
    deploy_set::CALLS,
    diagnostic::CALLS,
    ehc::CALLS,
    eni::CALLS,
    event::CALLS,
    flavor::CALLS,
    image::CALLS,
    instance_attributes::CALLS,
    instance_billing::CALLS,
    instance_creation::CALLS,
    instance_reading::CALLS,
    instance_relations::CALLS,
    instance_release::CALLS,
    instance_state::CALLS,
    key_pair::CALLS,
    reserved::CALLS,
    security_group::CALLS,
    snapshot::CALLS,
    tag::CALLS,
    task::CALLS,
    volume::CALLS,
    volume_cluster::CALLS,
    zone::CALLS,
];

/// All calls.
pub(crate) fn all() -> impl Iterator<Item = (&'static str, Call)> {
    CALLS.iter().copied().flatten().copied()
}
