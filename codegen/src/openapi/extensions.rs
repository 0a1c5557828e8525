//! The `x-` keys that the generator reads. `api-spec/README.md` describes each, with an example.

/// What others call an operation.
pub(super) const ALIASES: &str = "x-aliases";
/// The value of a discriminator that stands for a schema, where that is not the name of the schema.
pub(super) const DISCRIMINATOR_VALUE: &str = "x-ms-discriminator-value";
/// How a secret is encrypted before it is sent.
pub(super) const ENCRYPTION: &str = "x-encryption";
/// The names of the values of an enum, in the order of `enum`.
pub(super) const ENUM_VARNAMES: &str = "x-enum-varnames";
/// The same under the name that others have for the key.
pub(super) const ENUM_NAMES: &str = "x-enumNames";
/// What the values of an enum mean, in the order of `enum`.
pub(super) const ENUM_DESCRIPTIONS: &str = "x-enum-descriptions";
/// The error codes of a status, each with its meaning.
pub(super) const ERROR_CODES: &str = "x-error-codes";
/// Whether calls with the same value take effect once.
pub(super) const IDEMPOTENCY_TOKEN: &str = "x-idempotency-token";
/// Whether repeating a request does what sending it once does.
pub(super) const IDEMPOTENT: &str = "x-idempotent";
/// What the README of the crate says about the crate.
pub(super) const NOTICE: &str = "x-notice";
/// Whether responses may lack required members.
pub(super) const LENIENT: &str = "x-lenient";
/// Whether a value may be `null`, in Swagger 2.0.
pub(super) const NULLABLE: &str = "x-nullable";
/// How one page of a list leads to the next.
pub(super) const PAGINATION: &str = "x-pagination";
/// The operation that the README of the crate starts with.
pub(super) const QUICK_START: &str = "x-quick-start";
/// The name in Rust.
pub(super) const RUST_NAME: &str = "x-rust-name";
/// Whether no page of the service describes an operation.
pub(crate) const UNDOCUMENTED: &str = "x-undocumented";

/// A key and the objects that it is read from, as messages name these.
struct Extension {
    key: &'static str,
    on: &'static [&'static str],
}

/// All of them, by key.
const ALL: &[Extension] = &[
    Extension { key: ALIASES, on: &["an operation"] },
    Extension { key: DISCRIMINATOR_VALUE, on: &["a schema of Swagger 2.0"] },
    Extension { key: ENCRYPTION, on: &["a schema"] },
    Extension { key: ENUM_DESCRIPTIONS, on: &["a schema"] },
    Extension { key: ENUM_NAMES, on: &["a schema"] },
    Extension { key: ENUM_VARNAMES, on: &["a schema"] },
    Extension { key: ERROR_CODES, on: &["an OpenAPI document", "a response"] },
    Extension { key: IDEMPOTENCY_TOKEN, on: &["a parameter"] },
    Extension { key: IDEMPOTENT, on: &["an operation"] },
    Extension { key: NOTICE, on: &["an OpenAPI document"] },
    Extension { key: LENIENT, on: &["an OpenAPI document"] },
    Extension { key: NULLABLE, on: &["a schema of Swagger 2.0"] },
    Extension { key: PAGINATION, on: &["an operation"] },
    Extension { key: QUICK_START, on: &["an OpenAPI document"] },
    Extension {
        key: RUST_NAME,
        on: &["an operation", "a parameter", "a schema", "a server variable", "a security scheme"],
    },
    Extension { key: UNDOCUMENTED, on: &["an operation"] },
];

/// What to do about a key that stands where it is not read.
pub(super) fn help(key: &str) -> String {
    match ALL.iter().find(|extension| extension.key == key) {
        Some(Extension { on, .. }) => format!("remove it, or put it on {}", on.join(" or ")),
        None => "remove it: the generator does not read it".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use proc_macro2::{TokenStream, TokenTree};

    use super::ALL;

    fn keys() -> BTreeSet<String> {
        ALL.iter().map(|extension| extension.key.to_owned()).collect()
    }

    /// The texts of all files below a folder of the crate, with their names.
    fn texts(folder: &str) -> Vec<(String, String)> {
        let mut waiting = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
        let mut texts = Vec::new();
        while let Some(path) = waiting.pop() {
            if path.is_dir() {
                waiting.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            } else {
                texts.push((path.display().to_string(), fs::read_to_string(path).unwrap()));
            }
        }
        texts
    }

    /// The `x-` keys of a YAML text.
    fn keys_of(yaml: &str) -> BTreeSet<String> {
        let keys = yaml.split(['\n', '{', ',']).filter_map(|entry| entry.split_once(':'));
        keys.map(|(key, _)| key.trim())
            .filter(|key| key.starts_with("x-"))
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn every_key_has_a_section_with_an_example_and_no_other_has() {
        let page = include_str!("../../../api-spec/README.md");
        let mut described = BTreeSet::new();
        for section in page.split("\n### `x-").skip(1) {
            let (key, text) = section.split_once('`').unwrap();
            let key = format!("x-{key}");
            let text = text.split("\n#").next().unwrap_or_default();
            let examples: BTreeSet<_> = text
                .split("```yaml\n")
                .skip(1)
                .flat_map(|it| keys_of(it.split("```").next().unwrap()))
                .collect();
            assert!(examples.contains(&key), "`{key}` has no example in api-spec/README.md");
            described.insert(key);
        }
        assert_eq!(described, keys(), "the sections of api-spec/README.md");
    }

    #[test]
    fn every_key_stands_in_a_fixture() {
        let fixtures = texts("tests/fixtures");
        let used: BTreeSet<_> = fixtures.iter().flat_map(|(_, text)| keys_of(text)).collect();
        let unused: Vec<_> = keys().difference(&used).cloned().collect();
        assert_eq!(unused, [""; 0], "in no fixture");
    }

    #[test]
    fn keys_are_read_from_the_table_alone() {
        for (file, text) in texts("src") {
            let mut found = Vec::new();
            literals(text.parse().unwrap(), &mut found);
            let is_key = |text: &&String| {
                let all = file.contains("/openapi/")
                    && text.starts_with("\"x-")
                    && text.len() > 4
                    && !text.contains('{');
                all || keys().contains(text.trim_matches('"'))
            };
            let written: BTreeSet<_> = found.iter().filter(is_key).collect();
            if file.ends_with("openapi/extensions.rs") {
                let written: BTreeSet<_> = written.iter().map(|it| it.trim_matches('"')).collect();
                let known = keys();
                let in_table: BTreeSet<_> = known.iter().map(String::as_str).collect();
                assert_eq!(written, in_table, "constants that are not in `ALL`");
            } else {
                assert!(
                    written.is_empty(),
                    "{file} writes {written:?}: use a constant of extensions.rs"
                );
            }
        }
    }

    fn literals(tokens: TokenStream, found: &mut Vec<String>) {
        for token in tokens {
            match token {
                TokenTree::Literal(literal) => found.push(literal.to_string()),
                TokenTree::Group(group) => literals(group.stream(), found),
                _ => {}
            }
        }
    }
}
