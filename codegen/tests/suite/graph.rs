//! Which file of a crate names which other: `circles` says what counts.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Item, UseTree, Visibility};

/// A source file: its path below the folder of sources, separated by `/`, and its text.
pub(crate) struct Source {
    pub(crate) file: String,
    pub(crate) text: String,
}

/// The files of a crate, and which names which, by a path of the second key's value.
pub(crate) struct Graph(BTreeMap<String, BTreeMap<String, String>>);

/// The names of the modules that lead from the root of the crate to one.
type ModulePath = Vec<String>;

/// A path as the source writes it.
type Named = Vec<String>;

/// A module: a file, without what it holds for tests.
#[derive(Default)]
struct Module {
    file: String,
    /// What it imports, by the name it has here.
    imports: BTreeMap<String, Named>,
    /// Of these, what others may import from here.
    exports: BTreeSet<String>,
    paths: Vec<Named>,
}

/// All modules of a crate.
struct Modules(BTreeMap<ModulePath, Module>);

impl Graph {
    /// The graph of a crate's files.
    ///
    /// # Panics
    ///
    /// If a text is not Rust.
    pub(crate) fn of(sources: &[Source]) -> Self {
        let modules = Modules(sources.iter().map(Module::read).collect());
        let mut files = BTreeMap::new();
        for (at, module) in &modules.0 {
            let named: &mut BTreeMap<_, _> = files.entry(module.file.clone()).or_default();
            for path in modules.named_by(at, module) {
                if let Some(target) = modules.resolve(at, path)
                    && target != *at
                {
                    let file = modules.0[&target].file.clone();
                    named.entry(file).or_insert_with(|| path.join("::"));
                }
            }
        }
        Self(files)
    }

    /// The files that reach each other, a list for each group of them, in order.
    pub(crate) fn circles(&self) -> Vec<Vec<String>> {
        let reached: BTreeMap<_, _> = self.0.keys().map(|file| (file, self.reach(file))).collect();
        let circles: BTreeSet<Vec<String>> = reached
            .iter()
            .filter(|(file, reach)| reach.contains_key(**file))
            .map(|(file, reach)| {
                reach.keys().filter(|other| reached[other].contains_key(*file)).cloned().collect()
            })
            .collect();
        circles.into_iter().collect()
    }

    /// The files that one reaches, each with the file before it on a shortest way.
    fn reach(&self, from: &str) -> BTreeMap<String, String> {
        let mut before = BTreeMap::new();
        let mut waiting = VecDeque::from([from.to_owned()]);
        while let Some(file) = waiting.pop_front() {
            for next in self.0[&file].keys() {
                if !before.contains_key(next) {
                    before.insert(next.clone(), file.clone());
                    waiting.push_back(next.clone());
                }
            }
        }
        before
    }

    /// The shortest way around a circle, a line for each step.
    pub(crate) fn shortest_way(&self, circle: &[String]) -> String {
        let ways = circle.iter().filter_map(|start| self.way(start, |file| file == start));
        ways.min_by_key(|way| way.lines().count()).unwrap_or_default()
    }

    /// A shortest way from a file to another one, a line for each step.
    pub(crate) fn way(&self, from: &str, is_target: impl Fn(&str) -> bool) -> Option<String> {
        let before = self.reach(from);
        let target = before.keys().find(|file| is_target(file))?;
        let mut steps = Vec::new();
        let mut to = target;
        loop {
            let file = &before[to];
            steps.push(format!("  {file} names `{}` in {to}\n", self.0[file][to]));
            if file == from {
                return Some(steps.into_iter().rev().collect());
            }
            to = file;
        }
    }
}

impl Modules {
    /// The paths that a module names, apart from re-exports of what its own folder holds.
    fn named_by<'m>(&self, at: &ModulePath, module: &'m Module) -> Vec<&'m Named> {
        let is_own = |path: &Named| {
            self.resolve(at, path).is_some_and(|target| target.starts_with(at) && target != *at)
        };
        let imports = module.imports.iter();
        let named = imports.filter(|(name, path)| !module.exports.contains(*name) || !is_own(path));
        named.map(|(_, path)| path).chain(&module.paths).collect()
    }

    /// The module that holds the item at a path; `None` if that is outside of the crate, or the
    /// path leads to a module.
    fn resolve(&self, from: &ModulePath, path: &[String]) -> Option<ModulePath> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => self.descend(Vec::new(), rest),
            "self" => self.descend(from.clone(), rest),
            "super" => {
                let mut at = from.clone();
                let supers = path.iter().take_while(|name| *name == "super").count();
                at.truncate(at.len().checked_sub(supers)?);
                self.descend(at, &path[supers..])
            }
            name if self.0.contains_key(&child(from, name)) => self.descend(from.clone(), path),
            name => {
                let import = self.0[from].imports.get(name)?;
                // `use quote::quote;`
                if import.first().is_some_and(|first| first == name) {
                    return None;
                }
                self.resolve(from, &[import.as_slice(), rest].concat())
            }
        }
    }

    fn descend(&self, mut at: ModulePath, path: &[String]) -> Option<ModulePath> {
        for (index, name) in path.iter().enumerate() {
            let next = child(&at, name);
            if self.0.contains_key(&next) {
                at = next;
                continue;
            }
            let module = self.0.get(&at)?;
            let import = module.imports.get(name).filter(|_| module.exports.contains(name));
            let target = import.and_then(|import| {
                self.resolve(&at, &[import.as_slice(), &path[index + 1..]].concat())
            });
            // What a module re-exports from elsewhere is its own as far as others can tell.
            return Some(target.filter(|target| target.starts_with(&at)).unwrap_or(at));
        }
        None
    }
}

fn child(at: &ModulePath, name: &str) -> ModulePath {
    let mut child = at.clone();
    child.push(name.to_owned());
    child
}

impl Module {
    fn read(source: &Source) -> (ModulePath, Self) {
        let stem = source.file.strip_suffix(".rs").unwrap_or(&source.file);
        let mut path: ModulePath = stem.split('/').map(str::to_owned).collect();
        path.pop_if(|last| ["mod", "lib", "main"].contains(&last.as_str()));
        let mut module = Self { file: source.file.clone(), ..Self::default() };
        let file = syn::parse_file(&source.text);
        let file = file.unwrap_or_else(|error| panic!("{} is not Rust: {error}", source.file));
        for item in &file.items {
            module.item(item);
        }
        (path, module)
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Use(item) => {
                let is_export = !matches!(item.vis, Visibility::Inherited);
                self.imports(&item.tree, &mut Vec::new(), is_export);
            }
            // What is declared for tests comes at the end, as a module.
            Item::Mod(_) => {}
            other => self.tokens(other.to_token_stream()),
        }
    }

    fn imports(&mut self, tree: &UseTree, before: &mut Named, is_export: bool) {
        let (name, last) = match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.imports(&path.tree, before, is_export);
                before.pop();
                return;
            }
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.imports(tree, before, is_export));
                return;
            }
            UseTree::Glob(_) => panic!("{} imports everything of {before:?}", self.file),
            UseTree::Name(name) => (name.ident.to_string(), name.ident.to_string()),
            UseTree::Rename(rename) => (rename.rename.to_string(), rename.ident.to_string()),
        };
        let mut path = before.clone();
        let name = match (last.as_str(), before.last()) {
            ("self", Some(module)) if name == "self" => module.clone(),
            ("self", _) => name,
            _ => {
                path.push(last);
                name
            }
        };
        // `use x;` names a crate, or a macro of this file.
        if path != [name.clone()] {
            if is_export {
                self.exports.insert(name.clone());
            }
            self.imports.insert(name, path);
        }
    }

    /// Adds the paths among some tokens.
    fn tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = tokens.as_slice();
        // The punctuation before a token: `.` before a member, `::` within a path.
        let mut before = String::new();
        while let Some((token, after)) = rest.split_first() {
            rest = after;
            match token {
                TokenTree::Ident(ident) if ident == "use" => {
                    let end = rest.iter().position(|it| is_punct(it, ';')).unwrap_or(rest.len());
                    let line: TokenStream = rest[..end].iter().cloned().collect();
                    if let Ok(tree) = syn::parse2::<UseTree>(line) {
                        self.imports(&tree, &mut Vec::new(), false);
                    }
                    rest = &rest[end..];
                }
                TokenTree::Ident(ident) if before != "." && before != "::" => {
                    let mut path = vec![ident.to_string()];
                    while let [a, b, TokenTree::Ident(next), after @ ..] = rest
                        && is_punct(a, ':')
                        && is_punct(b, ':')
                    {
                        path.push(next.to_string());
                        rest = after;
                    }
                    if path == ["quote"] && rest.first().is_some_and(|it| is_punct(it, '!')) {
                        rest = rest.get(2..).unwrap_or_default();
                    }
                    self.paths.push(path);
                }
                TokenTree::Group(group) => self.tokens(group.stream()),
                _ => {}
            }
            match token {
                TokenTree::Punct(punct) => before.push(punct.as_char()),
                _ => before.clear(),
            }
        }
    }
}

fn is_punct(token: &TokenTree, character: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == character)
}
