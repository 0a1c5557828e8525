//! The options of `generate` that go into the manifest of the crate.

use codegen::Package;

use super::grammar::{GENERATE, Words};
use crate::usage::UsageError;

/// How many keywords and how many categories a registry takes.
const MOST: usize = 5;

/// How long a keyword may be.
const LONGEST_KEYWORD: usize = 20;

/// The package that the options describe.
///
/// # Errors
///
/// Where cargo or the registry would refuse a value.
pub(super) fn package(words: &mut Words) -> Result<Package, UsageError> {
    let mut text =
        |option: &str| Ok(words.text(option, &GENERATE)?.unwrap_or_default().trim().to_owned());
    let package = Package {
        name: text("name")?,
        version: text("crate-version")?,
        description: text("description")?,
        license: text("license")?,
        keywords: list(&text("keywords")?),
        categories: list(&text("categories")?),
        repository: text("repository")?,
        homepage: text("homepage")?,
        documentation: text("documentation")?,
    };
    match mistake(&package) {
        Some(mistake) => Err(GENERATE.error(mistake)),
        None => Ok(package),
    }
}

fn list(text: &str) -> Vec<String> {
    let words = text.split(',').map(str::trim).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// What is wrong with a package, if anything is.
fn mistake(package: &Package) -> Option<String> {
    let Package { name, version, license, keywords, categories, .. } = package;
    let possible = codegen::crate_name(name);
    if !name.is_empty() && *name != possible {
        return Some(format!(
            "`{name}` cannot be the name of the crate: how about `{possible}`? A name has ASCII \
             letters, digits, `-` and `_`, and begins with a letter. Words of Rust and the names of \
             crates that a client depends on are taken."
        ));
    }
    if !version.is_empty() && !is_version(version) {
        return Some(format!("`{version}` is not a version: write one like `1.2.3`"));
    }
    if !license.chars().all(|it| it.is_ascii_alphanumeric() || " .-+()".contains(it)) {
        return Some(format!(
            "`{license}` is not an SPDX expression: write one like `MIT OR Apache-2.0`"
        ));
    }
    for (option, values) in [("keywords", keywords), ("categories", categories)] {
        if values.len() > MOST {
            let count = values.len();
            return Some(format!("`--{option}` has {count} values: {MOST} are allowed"));
        }
    }
    if let Some(keyword) = keywords.iter().find(|keyword| !is_keyword(keyword)) {
        return Some(format!(
            "`{keyword}` is not a keyword: it takes up to {LONGEST_KEYWORD} ASCII letters, digits, \
             `-`, `_` and `+`, and begins with a letter or a digit"
        ));
    }
    if let Some(category) = categories.iter().find(|category| !is_category(category)) {
        return Some(format!(
            "`{category}` is not a category: it is a slug from https://crates.io/category_slugs, \
             like `api-bindings` or `web-programming::http-client`"
        ));
    }
    let urls = [
        ("repository", &package.repository),
        ("homepage", &package.homepage),
        ("documentation", &package.documentation),
    ];
    urls.into_iter()
        .find(|(_, url)| !url.is_empty() && !is_url(url))
        .map(|(option, url)| format!("`--{option}` is not a web address: `{url}`"))
}

/// Whether semver allows a text as a version: three numbers, and perhaps more behind `-` or `+`.
fn is_version(text: &str) -> bool {
    let (numbers, more) = text.split_at(text.find(['-', '+']).unwrap_or(text.len()));
    let is_number = |part: &str| {
        let has_leading_zero = part.len() > 1 && part.starts_with('0');
        !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit()) && !has_leading_zero
    };
    let parts: Vec<_> = numbers.split('.').collect();
    let is_plain = more.chars().all(|it| it.is_ascii_alphanumeric() || ".-+".contains(it));
    parts.len() == 3 && parts.into_iter().all(is_number) && is_plain && more.len() != 1
}

fn is_keyword(text: &str) -> bool {
    text.len() <= LONGEST_KEYWORD
        && text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text.chars().all(|it| it.is_ascii_alphanumeric() || "-_+".contains(it))
}

fn is_category(text: &str) -> bool {
    let is_slug = |part: &str| {
        !part.is_empty()
            && part.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-')
    };
    text.split("::").all(is_slug)
}

fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_ascii_alphanumeric())
            && !rest.contains(|it: char| it.is_whitespace() || it.is_control())
    })
}
