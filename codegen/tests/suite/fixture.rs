//! Descriptions with a trap: the files under `tests/fixtures/`.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::{
    Diagnostics, Missing, Output, Package, Project, ServiceInput, Sources, Strictness, Style,
    render,
};

use crate::vendors::VENDORS;

/// The comment at the very start of a description whose warnings are errors, and whose client is a
/// module.
const STRICT: &str = "# strict\n";

/// The same of a description that is treated as those of this repository: it is strict, and it has
/// examples, documentation and no useless `x-` key.
const OWN: &str = "# own\n";

/// The module of a client that is not at the root of its crate.
pub(crate) const MODULE: &str = "service";

/// The comment at the very start of a description of which the snapshot shows the whole crate.
const WHOLE: &str = "# whole crate\n";

/// A description with a trap.
pub(crate) struct Fixture {
    /// The stem of its file, or the name of its folder.
    pub(crate) name: String,
    folder: PathBuf,
    root: String,
}

/// What became of a description.
pub(crate) struct Outcome {
    /// The documents that were read.
    pub(crate) sources: Sources,
    /// What was found.
    pub(crate) diagnostics: Diagnostics,
    /// What came out, unless there were errors.
    pub(crate) output: Option<Output>,
}

impl Fixture {
    /// All fixtures, by name.
    pub(crate) fn all() -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
        entries(&folder).into_iter().map(|entry| Self::new(&folder, &entry)).collect()
    }

    fn new(folder: &Path, entry: &str) -> Self {
        let path = folder.join(entry);
        match entry.rsplit_once('.') {
            Some((stem, _)) => {
                Self { name: stem.into(), folder: folder.into(), root: entry.into() }
            }
            None => Self { name: entry.into(), folder: path, root: "openapi.yaml".into() },
        }
    }

    /// The text of the document that was named, not referred to.
    pub(crate) fn text(&self) -> String {
        fs::read_to_string(self.folder.join(&self.root)).expect("a fixture is readable")
    }

    /// Whether its snapshot shows the files that hardly depend on a description, too.
    pub(crate) fn shows_whole_crate(&self) -> bool {
        self.text().starts_with(WHOLE)
    }

    /// Generates the crate.
    pub(crate) fn generate(&self) -> Outcome {
        self.generate_from(self.text())
    }

    /// Generates the crate as if the root document had this text.
    pub(crate) fn generate_from(&self, text: String) -> Outcome {
        let package = format!("fixture-{}", self.name.replace('_', "-"));
        let strictness = match &text {
            text if text.starts_with(OWN) => Strictness::Own,
            text if text.starts_with(STRICT) => Strictness::Strict,
            _ => Strictness::Lenient,
        };
        generate(&package, strictness, &self.root, text, |path| {
            fs::read_to_string(self.folder.join(path)).ok()
        })
    }
}

/// Generates a crate from one document and those that it refers to, which `read` gives.
pub(crate) fn generate(
    package: &str,
    strictness: Strictness,
    root: &str,
    text: String,
    read: impl Fn(&str) -> Option<String>,
) -> Outcome {
    let (project, sources, mut diagnostics) = load(package, strictness, root, text, read);
    let output = codegen::generate(&project, &sources, &mut diagnostics, &mut |_| ());
    Outcome { sources, diagnostics, output }
}

/// What [`codegen::generate`] is given for one document and those that it refers to.
pub(crate) fn load(
    package: &str,
    strictness: Strictness,
    root: &str,
    text: String,
    read: impl Fn(&str) -> Option<String>,
) -> (Project, Sources, Diagnostics) {
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new(strictness);
    let document = sources.add(root, text, &mut diagnostics);
    let overlays = overlays(root).filter_map(|path| read(&path).map(|text| (path, text)));
    sources.overlay(&[document], overlays, &mut diagnostics);
    loop {
        let found: Vec<_> = sources
            .missing()
            .into_iter()
            .filter_map(|Missing { path, .. }| read(&path).map(|text| (path, text)))
            .collect();
        if found.is_empty() {
            break;
        }
        for (path, text) in found {
            sources.add(path, text, &mut diagnostics);
        }
    }
    let project = Project {
        package: Package {
            name: package.to_owned(),
            version: "0.1.0".to_owned(),
            ..Package::default()
        },
        services: vec![ServiceInput {
            module: (strictness != Strictness::Lenient).then(|| MODULE.to_owned()),
            documents: vec![document],
        }],
        vendors: VENDORS,
        ..Project::default()
    };
    (project, sources, diagnostics)
}

/// The paths at which overlays of a document are looked for, in the order in which they apply.
fn overlays(root: &str) -> impl Iterator<Item = String> {
    let stem = root.rsplit_once('.').map_or(root, |(stem, _)| stem).to_owned();
    ["", "_2"].into_iter().map(move |number| format!("{stem}{number}.overlay.yaml"))
}

impl Outcome {
    /// The findings as a terminal without colours shows them.
    pub(crate) fn report(&self) -> String {
        render(&self.diagnostics, &self.sources, Style::Plain)
    }

    /// The Rust that is emitted from the description: path and text, by path.
    pub(crate) fn rust(&self) -> impl Iterator<Item = (&str, &str)> {
        let files = self.output.iter().flat_map(|output| &output.files);
        files
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .filter(|(path, _)| path.ends_with(".rs") && !is_runtime(path))
    }
}

/// Whether a file of the output is one of the runtime's, which are copied.
pub(crate) fn is_runtime(path: &str) -> bool {
    path.starts_with("src/runtime/") && path != "src/runtime/mod.rs"
}

/// The names of what a folder holds, sorted.
pub(crate) fn entries(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a folder can be listed").file_name())
        .map(|name| name.into_string().expect("a name is UTF-8"))
        .collect();
    names.sort();
    names
}
