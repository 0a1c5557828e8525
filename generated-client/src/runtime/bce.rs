// @generated: part of the runtime that the generator copies. Do not edit.

//! Baidu AI Cloud, apart from how requests are signed: what its APIs have in common.
//!
//! The files that begin with `bce_` belong to it as well: [`bce_credentials`](super::bce_credentials)
//! has its access keys, [`bce_auth`](super::bce_auth) the way from these to a signed request.

use super::dialect::Dialect;

impl Dialect {
    /// That of Baidu AI Cloud.
    pub const BCE: Self = Self {
        request_id_header: "x-bce-request-id",
        json_type: "application/json;charset=utf-8",
        expired_codes: &["RequestExpired"],
    };
}
