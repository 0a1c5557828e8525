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
    guide: &[
        (
            "URLs that are signed",
            "`presign` of `auth::Presign` makes a request without a body a URL that whoever has it \
             can send for some time.",
            r#"
            fn url(request: impl Presign, credentials: &Credentials) -> Result<Uri> {
                request.presign(credentials, Duration::from_secs(600))
            }
            "#,
        ),
        (
            "Other services",
            "`auth::sign` signs a request for any service of Baidu AI Cloud, whichever HTTP client \
             sends it.",
            r#"
            fn buckets(credentials: &Credentials) -> Result<Request<()>> {
                let mut request = Request::new(());
                *request.uri_mut() = Uri::from_static("https://bj.bcebos.com/");
                request.headers_mut().insert("host", HeaderValue::from_static("bj.bcebos.com"));
                sign(&mut request, credentials, SystemTime::now())?;
                Ok(request)
            }
            "#,
        ),
    ],
    names: &[("Presign", "::auth"), ("sign", "::auth")],
};

const PARTS: &[Part] = &[
    part!("bce"),
    Part { module: "auth", public: &["BceAuth", "sign"], ..part!("bce_auth") },
    part!("bce_encode"),
    Part { dependencies: &["aes"], ..part!("bce_encrypt") },
    Part { module: "auth", public: &["Presign"], ..part!("bce_presign") },
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
