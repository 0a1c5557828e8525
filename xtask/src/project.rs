//! The input of the generator: for the workspace's own client, or for a crate of its own.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use codegen::{Diagnostics, Package, Project, ServiceInput, Sources, Strictness};

use crate::error::Error;
use crate::load::{Loader, is_description};
use crate::within::Within;

/// The folder of the workspace's generated crate.
pub(crate) const CLIENT: &str = "generated-client";

/// The folder of the workspace's descriptions.
const DESCRIPTIONS: &str = "api-spec";

/// The input of the generator.
pub(crate) struct Input {
    /// The crate to generate.
    pub(crate) project: Project,
    /// The documents.
    pub(crate) sources: Sources,
    /// The findings in their text.
    pub(crate) diagnostics: Diagnostics,
}

/// How descriptions are read. The workspace's own are always read strictly, and within their folder.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    /// Whether warnings are errors.
    pub(crate) strictness: Strictness,
    /// The folder within which documents are read; `None`: that of each description.
    pub(crate) within: Option<PathBuf>,
    /// The overlays that change the descriptions; the workspace has its own beside them.
    pub(crate) overlays: Vec<PathBuf>,
    /// Texts that are read in place of files.
    pub(crate) replaced: BTreeMap<String, String>,
}

impl Reading {
    /// As it is read, with no text in place of a file.
    pub(crate) fn new(is_strict: bool, within: Option<PathBuf>, overlays: Vec<PathBuf>) -> Self {
        let strictness = if is_strict { Strictness::Strict } else { Strictness::Lenient };
        Self { strictness, within, overlays, ..Self::default() }
    }
}

/// The workspace in or above the folder that cargo runs this program for, or else the current one.
///
/// # Errors
///
/// If there is none.
fn find_root() -> Result<PathBuf, Error> {
    let start = match std::env::var_os("CARGO_MANIFEST_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => std::env::current_dir().map_err(Error::io("find", Path::new(".")))?,
    };
    let root = start.ancestors().find(|folder| is_workspace(folder)).map(Path::to_path_buf);
    root.ok_or_else(|| Error::NoWorkspace(start.display().to_string()))
}

/// The workspace to work on: the one asked for, or else the one of this program.
///
/// # Errors
///
/// If there is none.
pub(crate) fn root_or_default(root: Option<PathBuf>) -> Result<PathBuf, Error> {
    root.map_or_else(find_root, Ok)
}

/// Whether the manifest in a folder is that of a workspace.
pub(crate) fn is_workspace(folder: &Path) -> bool {
    fs::read_to_string(folder.join("Cargo.toml"))
        .is_ok_and(|manifest| manifest.lines().any(|line| line.trim() == "[workspace]"))
}

/// The workspace's own client: a module for each folder of descriptions.
///
/// # Errors
///
/// If there are no descriptions, or one cannot be read.
pub(crate) fn workspace(root: &Path, reading: &Reading) -> Result<Input, Error> {
    let folder = root.join(DESCRIPTIONS);
    // Without the folder, there are no descriptions, which is said below.
    let within = Within::folder(&folder).unwrap_or_default();
    let mut loader = Loader::new(root, Strictness::Own, within);
    loader.replace(&reading.replaced);
    let mut services = Vec::new();
    for module in names(&root.join(DESCRIPTIONS))? {
        let folder = root.join(DESCRIPTIONS).join(&module);
        if !folder.is_dir() {
            continue;
        }
        let path = |name: String| format!("{DESCRIPTIONS}/{module}/{name}");
        let (overlays, names) = documents_in(&folder)?;
        let mut documents = Vec::new();
        for name in names {
            documents.push(loader.add(&path(name))?);
        }
        loader.overlay(&documents, overlays.into_iter().map(path))?;
        if !documents.is_empty() {
            services.push(ServiceInput { module: Some(module), documents });
        }
    }
    if services.is_empty() {
        return Err(Error::NoDescriptions(DESCRIPTIONS));
    }
    let package = Package {
        name: "baidubce".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        description: "Client of Baidu AI Cloud: signed, retried, paginated, with typed error codes"
            .to_owned(),
        license: "MIT OR Apache-2.0".to_owned(),
        keywords: ["baidu", "bce", "bcc", "cloud", "sdk"].map(str::to_owned).to_vec(),
        categories: vec!["api-bindings".to_owned()],
        ..Package::default()
    };
    let command = "cargo xtask codegen".to_owned();
    Ok(finish(loader, Project { package, command, services, ..Project::default() }))
}

/// A crate of its own, from the descriptions named, as overlays change them. A package without a name gets that of the first
/// description.
///
/// # Errors
///
/// If a description cannot be read.
pub(crate) fn standalone(
    descriptions: &[PathBuf],
    mut package: Package,
    reading: &Reading,
) -> Result<Input, Error> {
    let within = Within::new(reading.within.as_deref(), descriptions)?;
    let mut loader = Loader::new(Path::new(""), reading.strictness, within);
    loader.replace(&reading.replaced);
    let mut documents = Vec::new();
    for path in descriptions {
        documents.push(loader.add(&shown(path)?)?);
    }
    let overlays = reading.overlays.iter().map(|path| shown(path));
    loader.overlay(&documents, overlays.collect::<Result<Vec<_>, _>>()?)?;
    if package.name.is_empty() {
        let stem = descriptions.first().and_then(|path| path.file_stem()).unwrap_or_default();
        package.name = kebab_case(&stem.to_string_lossy());
    }
    let services = vec![ServiceInput { module: None, documents }];
    let command = "cargo xtask generate".to_owned();
    Ok(finish(loader, Project { package, command, services, ..Project::default() }))
}

/// A path as the sources name it.
fn shown(path: &Path) -> Result<String, Error> {
    let shown = path.to_str().ok_or_else(|| Error::NameNotUtf8(path.display().to_string()))?;
    Ok(shown.replace(MAIN_SEPARATOR, "/"))
}

/// The names of the overlays and of the descriptions in a folder, sorted.
pub(crate) fn documents_in(folder: &Path) -> Result<(Vec<String>, Vec<String>), Error> {
    let documents = names(folder)?.into_iter().filter(|name| is_description(name));
    Ok(documents.partition(|name| is_overlay(name)))
}

/// Whether a document is an overlay, by its name: `pets.overlay.yaml`.
fn is_overlay(name: &str) -> bool {
    Path::new(name).with_extension("").extension().is_some_and(|it| it == "overlay")
}

fn finish(mut loader: Loader, project: Project) -> Input {
    loader.follow_references();
    let Loader { sources, diagnostics, .. } = loader;
    Input { project, sources, diagnostics }
}

/// The names in a folder, sorted, without hidden ones.
pub(crate) fn names(folder: &Path) -> Result<Vec<String>, Error> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::io("read", folder))? {
        let name: OsString = entry.map_err(Error::io("read", folder))?.file_name();
        let name = name
            .into_string()
            .map_err(|name| Error::NameNotUtf8(folder.join(name).display().to_string()))?;
        if !name.starts_with('.') {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// `PetStore_v3.1` as `pet-store-v3-1`.
pub(crate) fn kebab_case(name: &str) -> String {
    let mut kebab = String::new();
    let mut after_lower = false;
    for letter in name.chars() {
        let starts_word = !letter.is_alphanumeric() || after_lower && letter.is_uppercase();
        if starts_word && !kebab.is_empty() && !kebab.ends_with('-') {
            kebab.push('-');
        }
        if letter.is_alphanumeric() {
            kebab.extend(letter.to_lowercase());
        }
        after_lower = letter.is_lowercase();
    }
    kebab.truncate(kebab.trim_end_matches('-').len());
    kebab
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crate_names_are_kebab_case() {
        for (stem, name) in [
            ("petstore", "petstore"),
            ("PetStore_v3.1", "pet-store-v3-1"),
            ("api.github.com", "api-github-com"),
            ("__x  (copy)", "x-copy"),
            ("OpenAPI", "open-api"),
        ] {
            assert_eq!(kebab_case(stem), name);
        }
    }

    #[test]
    fn overlays_are_told_by_their_names() {
        for (name, expected) in [("a.overlay.json", true), ("overlay.yaml", false)] {
            assert_eq!(is_overlay(name), expected, "{name}");
        }
    }
}
