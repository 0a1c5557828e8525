//! Baidu AI Cloud.

use crate::runtime::{Cfg, Part, RuntimeName, part};
use crate::vendor::facts::Vendor;

/// Baidu AI Cloud, whose APIs share one signature, one error body and one way to encrypt passwords.
pub(super) static BCE: Vendor = Vendor {
    scheme: "bce-auth-v1",
    encryption: Some("bce-aes-128-ecb"),
    error_members: &["code", "message", "requestId"],
    parts: PARTS,
    setter: "credentials",
    credentials: RuntimeName::of(PARTS, "Credentials"),
    dialect: "BCE",
    environment: "Every request is signed with an access key. [`Credentials::from_env`] reads \
                  `BCE_ACCESS_KEY_ID`, `BCE_SECRET_ACCESS_KEY` and, for temporary credentials, \
                  `BCE_SESSION_TOKEN`. Keys that change while a client lives come from a \
                  [`ProvideCredentials`].",
    links: &[
        ("Credentials::from_env", "struct.Credentials.html#method.from_env"),
        ("ProvideCredentials", "trait.ProvideCredentials.html"),
    ],
};

const PARTS: &[Part] = &[
    part!("bce"),
    Part { module: "auth", public: &["BceAuth"], ..part!("bce_auth") },
    part!("bce_encode"),
    Part { dependencies: &["aes"], ..part!("bce_encrypt") },
    Part { dependencies: &["ring"], ..part!("bce_sign") },
    part!("bce_signer"),
    Part {
        cfg: Cfg::Feature("mock"),
        module: "mock",
        public: &["SignatureError", "verify"],
        ..part!("bce_verify")
    },
    Part { public: &["Credentials", "ProvideCredentials"], ..part!("bce_credentials") },
];
