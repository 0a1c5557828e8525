//! The manifest of the emitted crate.

use std::collections::BTreeSet;

use crate::format;
use crate::invisible::is_deceptive;
use crate::ir::{Crate, Service};
use crate::runtime::{Cfg, MANIFEST, PARTS, Part};
use crate::vendor::VENDORS;

/// The file `Cargo.toml`.
pub(super) fn emit(krate: &Crate, parts: &[&Part]) -> String {
    let package = &krate.package;
    let modules: Vec<_> = krate.services.iter().filter_map(|it| it.module.as_ref()).collect();
    let mut text = format::head("#", &krate.command, None);
    text.push_str("[package]\n");
    let title = krate.services.first().map_or("", |service| service.title.as_str());
    let description = match package.description.as_str() {
        "" => format!("Client of {title}"),
        description => description.to_owned(),
    };
    let mut field = |key: &str, value: &str| {
        if !value.is_empty() {
            text.push_str(&format!("{key} = {}\n", toml_string(value)));
        }
    };
    field("name", &package.name);
    field("version", &package.version);
    field("description", &description);
    field("license", &package.license);
    field("repository", &package.repository);
    field("homepage", &package.homepage);
    field("documentation", &package.documentation);
    for (key, values) in [("keywords", &package.keywords), ("categories", &package.categories)] {
        if !values.is_empty() {
            text.push_str(&format!("{key} = [{}]\n", strings(values.iter().map(String::as_str))));
        }
    }
    text.push_str("edition = \"2024\"\nrust-version = \"1.89\"\nreadme = \"README.md\"\n");
    text.push_str("\n[package.metadata.docs.rs]\nall-features = true\n");

    // With its path written down, cargo can load the workspace while the sources are gone.
    text.push_str("\n[lib]\npath = \"src/lib.rs\"\n\n[features]\n");
    let defaults = modules.iter().map(|it| it.as_str()).chain(["hyper"]);
    text.push_str(&format!("default = [{}]\n", strings(defaults)));
    for service in &krate.services {
        text.push_str(&service_features(service));
    }
    let features: BTreeSet<_> = parts.iter().copied().filter_map(feature).collect();
    text.push_str(&runtime_features(&features));
    for section in ["dependencies", "dev-dependencies"] {
        text.push_str(&format!("\n[{section}]\n"));
        let lines = manifest_section(section).lines();
        for line in lines.filter(|line| is_wanted(line, parts)) {
            text.push_str(&format!("{line}\n"));
        }
    }
    let tested: Vec<_> =
        features.iter().filter(|feature| **feature != "hyper").map(|it| toml_string(it)).collect();
    text.push_str(&format!(
        "# For the tests and examples: they use these features.\n\
         {} = {{ path = \".\", default-features = false, features = [{}] }}\n",
        package.name,
        tested.join(", ")
    ));
    text.push_str("\n[lints.rust]\nmissing_docs = \"warn\"\nunsafe_code = \"forbid\"\n");
    text
}

/// The feature of a service, and those of its families: each turns on what they share.
fn service_features(service: &Service) -> String {
    let Some(module) = &service.module else { return String::new() };
    if service.families.is_empty() {
        return format!("# The module `{module}`.\n{module} = []\n");
    }
    let mut text = format!("# The module `{module}` with all of its families.\n{module} = [\n");
    for family in &service.families {
        text.push_str(&format!("    {},\n", toml_string(&family.feature)));
    }
    let shared = toml_string(&service.gate());
    text.push_str("]\n# Its families, one by one.\n");
    for family in &service.families {
        text.push_str(&format!("{} = [{shared}]\n", family.feature));
    }
    text.push_str(&format!(
        "# What the families share; each of them turns it on.\n{} = []\n",
        service.gate()
    ));
    text
}

/// The feature that a part is compiled with.
fn feature(part: &Part) -> Option<&'static str> {
    match part.cfg {
        Cfg::Feature(feature) => Some(feature),
        Cfg::Always | Cfg::Test => None,
    }
}

/// The wanted ones of the features of the runtime, with their comments.
fn runtime_features(wanted: &BTreeSet<&str>) -> String {
    let mut text = String::new();
    let mut comment = String::new();
    let mut is_copied = false;
    for line in manifest_section("features").lines() {
        if line.starts_with('#') {
            comment.push_str(&format!("{line}\n"));
            continue;
        }
        if let Some((name, _)) = line.split_once(" = ") {
            is_copied = wanted.contains(name);
            let comment = std::mem::take(&mut comment);
            if is_copied {
                text.push_str(&comment);
            }
        }
        if is_copied {
            text.push_str(&format!("{line}\n"));
        }
    }
    text
}

/// Whether the dependency of the runtime in this line of its manifest is one of these parts of it:
/// one of theirs, or of none in particular.
fn is_wanted(line: &str, parts: &[&Part]) -> bool {
    let name = line.split([' ', '=']).next().unwrap_or_default();
    let needs = |part: &Part| part.dependencies.contains(&name);
    let mut all = PARTS.iter().chain(VENDORS.iter().flat_map(|vendor| vendor.parts));
    parts.iter().any(|part| needs(part)) || !all.any(needs)
}

/// What stands in the brackets of an array of strings.
fn strings<'t>(values: impl Iterator<Item = &'t str>) -> String {
    values.map(toml_string).collect::<Vec<_>>().join(", ")
}

/// A basic string of TOML.
fn toml_string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' | '\r' | '\t' => quoted.push(' '),
            hidden if is_deceptive(hidden) => {}
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// A section of the runtime's manifest, `[name]` and its lines, as an emitted manifest has it.
fn manifest_section(name: &str) -> &'static str {
    let head = format!("[{name}]\n");
    let start = MANIFEST.find(&head).map_or(MANIFEST.len(), |at| at + head.len());
    let rest = &MANIFEST[start..];
    rest[..rest.find("\n[").unwrap_or(rest.len())].trim_end()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{PARTS, Part, VENDORS, manifest_section};

    /// The parts that the generator has, those of vendors too.
    fn all() -> impl Iterator<Item = &'static Part> {
        PARTS.iter().chain(VENDORS.iter().flat_map(|vendor| vendor.parts))
    }

    #[test]
    fn sections_are_found() {
        assert!(manifest_section("features").starts_with("default = "));
        assert!(manifest_section("dependencies").contains("serde_json = "));
        assert_eq!(manifest_section("nothing"), "");
    }

    /// A dependency that any part lists is listed by exactly those that name it.
    #[test]
    fn parts_list_their_dependencies() {
        let listed: BTreeSet<&str> = all().flat_map(|part| part.dependencies).copied().collect();
        let dependencies = manifest_section("dependencies");
        for dependency in listed {
            let line = format!("{dependency} = ");
            assert!(dependencies.lines().any(|it| it.starts_with(&line)), "{dependency}");
            let names = |part: &&Part| part.text.contains(&format!("use {dependency}::"));
            let lists = |part: &&Part| part.dependencies.contains(&dependency);
            let of = |parts: Vec<&Part>| parts.iter().map(|it| it.name).collect::<Vec<_>>();
            assert_eq!(of(all().filter(lists).collect()), of(all().filter(names).collect()));
        }
    }
}
