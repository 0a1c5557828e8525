//! A second vendor, made up: all that one is to the generator is here and in `vendors/acme.rs`.

use codegen::{RuntimeName, RuntimePart, Vendor};

use crate::fixture::{Fixture, Outcome};

/// The vendors of all fixtures beside those that the generator knows.
pub(crate) static VENDORS: &[&Vendor] = &[&ACME];

static ACME: Vendor = Vendor {
    scheme: "acme-hmac-v1",
    encryption: None,
    error_members: &["code", "reason"],
    parts: PARTS,
    setter: "acme_key",
    credentials: RuntimeName::of(PARTS, "AcmeKey"),
    dialect: "ACME",
    environment: "[`AcmeKey::from_env`] reads `ACME_KEY_ID` and `ACME_KEY_SECRET`.",
    links: &[("AcmeKey::from_env", "struct.AcmeKey.html#method.from_env")],
    guide: &[],
    names: &[],
};

const PARTS: &[RuntimePart] = &[RuntimePart::new("acme", include_str!("../vendors/acme.rs"))
    .showing("", &["AcmeKey"])
    .needing(&["ring"])];

/// An API has the rules of a vendor if its scheme says so, and nothing of any other.
#[test]
fn clients_have_what_belongs_to_their_vendor_alone() {
    let vendors = ["acme", "bce"];
    for (fixture, own) in
        [("second_vendor", Some("acme")), ("vendor_errors", Some("bce")), ("minimal", None)]
    {
        let all = Fixture::all();
        let found = all.iter().find(|it| it.name == fixture).expect("there is such a fixture");
        let Outcome { output, .. } = found.generate();
        for (path, text) in output.expect("it generates").files {
            for other in vendors.into_iter().filter(|vendor| Some(*vendor) != own) {
                let (path, text) = (path.to_lowercase(), text.to_lowercase());
                assert!(!path.contains(other), "{fixture} has {path}");
                assert!(!text.contains(other), "{fixture} names {other} in {path}");
            }
        }
    }
}

/// No file of the generator knows a vendor but the vendor's own.
#[test]
fn only_the_files_of_a_vendor_name_it() {
    let words = ["bce", "baidu"];
    let src = crate::layers::folder("src");
    let runtime = crate::layers::folder("runtime/src");
    let is_own = |name: &str| name.starts_with("bce");
    for file in [src, runtime].iter().flat_map(|folder| crate::layers::files(folder)) {
        let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if is_own(stem) || file.components().any(|part| part.as_os_str() == "tests") {
            continue;
        }
        // The root of the runtime lists its files, and is not copied; that of the vendors lists them.
        if file.ends_with("runtime/src/lib.rs") || file.ends_with("vendor/mod.rs") {
            continue;
        }
        let code = crate::layers::code(&file).to_lowercase();
        for word in words {
            assert!(!code.contains(word), "{} names `{word}`", file.display());
        }
    }
}
