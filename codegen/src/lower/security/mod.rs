//! Security requirements: from alternatives of schemes to setters of the client's builder.

pub(crate) mod schemes;

use std::collections::BTreeMap;

use crate::ir::{self, Credential, CredentialKind, Docs, KeyPlace, Needs, Operations, Service};
use crate::lower::context::Context;
use crate::lower::described::Described;
use crate::lower::names::Candidate;
use crate::lower::security::schemes::{Means, Schemes};
use crate::name::Ident;
use crate::openapi::{Description, SecurityRequirement};
use crate::vendor::Vendor;

/// How many operations are named where credentials are for some of them.
const FEW: usize = 8;

/// Alternatives, each of schemes that are needed together.
type Alternatives = Vec<Vec<usize>>;

/// What requests need, while the setters have no names yet.
pub(crate) struct Security<'a> {
    schemes: Schemes<'a>,
    /// The schemes that share a setter, for each setter.
    groups: Vec<SchemeGroup>,
    /// Of an operation that says nothing.
    default: Alternatives,
    /// Of each operation.
    operations: Vec<Alternatives>,
}

struct SchemeGroup {
    kind: CredentialKind,
    /// In the order of their names.
    schemes: Vec<usize>,
}

impl<'a> Security<'a> {
    /// Reads the requirements of all operations. `front` speaks for documents that have none.
    pub(crate) fn read(
        cx: Context<'_, 'a>,
        documents: &[Description<'a>],
        front: Option<&Description<'a>>,
        found: &[Described<'_, 'a>],
    ) -> Self {
        let is_silent = documents.iter().all(|it| it.security.is_none())
            && found.iter().all(|it| it.operation.security.is_none());
        if is_silent {
            return Self::of_silence(Schemes::all(cx, documents), found.len());
        }
        let mut schemes = Schemes::default();
        let mut alternatives = |document: &Description<'a>, list: &[SecurityRequirement<'a>]| {
            let mut named = |it| schemes.named(cx, documents, document, it);
            list.iter().map(|all| all.schemes.iter().copied().map(&mut named).collect()).collect()
        };
        // A document with paths speaks for its own alone.
        let shared = front.filter(|front| front.paths.is_empty() || documents.len() == 1);
        let shared = shared.and_then(|front| Some((front, front.security.as_ref()?)));
        let operations = found.iter().map(|found| {
            let own = found.operation.security.as_ref().or(found.document.security.as_ref());
            let said = own.map(|list| (found.document, list)).or(shared);
            said.map_or_else(Vec::new, |(document, list)| alternatives(document, list))
        });
        let operations: Vec<Alternatives> = operations.collect();
        let silent = found.iter().position(|it| it.operation.security.is_none());
        let default = match (silent, shared) {
            (Some(index), _) => operations[index].clone(),
            (None, Some((document, list))) if found.is_empty() => alternatives(document, list),
            // What the document asks for has no effect: each operation speaks for itself.
            (None, _) => Vec::new(),
        };
        Self::grouped(schemes, default, operations)
    }

    /// Schemes are declared, but nothing says what they are for: each may authorize any request.
    fn of_silence(schemes: Schemes<'a>, operations: usize) -> Self {
        let mut default: Alternatives = (0..schemes.0.len()).map(|scheme| vec![scheme]).collect();
        default.push(Vec::new());
        let operations = vec![default.clone(); operations];
        Self::grouped(schemes, default, operations)
    }

    /// Schemes that go over the wire alike share a setter where they are alternatives: what a
    /// caller has, a token of OAuth 2 or one from a settings page, makes no difference then. Where
    /// they are not, a caller may need both.
    fn grouped(schemes: Schemes<'a>, default: Alternatives, operations: Vec<Alternatives>) -> Self {
        let mut group: Vec<usize> = (0..schemes.0.len()).collect();
        for alternatives in std::iter::once(&default).chain(&operations) {
            let single: Vec<usize> =
                alternatives.iter().filter(|all| all.len() == 1).flatten().copied().collect();
            for (index, one) in single.iter().enumerate() {
                let alike = |it: &&usize| schemes.0[**it].means == schemes.0[*one].means;
                for other in single[..index].iter().filter(alike) {
                    let (from, to) = (group[*one], group[*other]);
                    group.iter_mut().filter(|it| **it == from).for_each(|it| *it = to);
                }
            }
        }
        let mut groups: BTreeMap<usize, SchemeGroup> = BTreeMap::new();
        for (index, scheme) in schemes.0.iter().enumerate() {
            let Means::Credential(kind) = &scheme.means else { continue };
            let group = groups
                .entry(group[index])
                .or_insert_with(|| SchemeGroup { kind: kind.clone(), schemes: Vec::new() });
            group.schemes.push(index);
        }
        let mut groups: Vec<SchemeGroup> = groups.into_values().collect();
        for group in &mut groups {
            group.schemes.sort_by_key(|scheme| schemes.0[*scheme].name);
        }
        groups.sort_by_key(|group| schemes.0[group.schemes[0]].name);
        Self { schemes, groups, default, operations }
    }

    /// The vendor whose scheme signs requests.
    pub(crate) fn vendor(&self) -> Option<&'static Vendor> {
        self.groups.iter().find_map(|group| match group.kind {
            CredentialKind::Signature(vendor) => Some(vendor),
            _ => None,
        })
    }

    /// The names that the setters want, one for each of them.
    pub(crate) fn candidates(&self) -> impl Iterator<Item = Candidate<'a>> {
        self.groups.iter().map(|group| {
            let usual = usual_setter(&group.kind);
            let is_alone =
                self.groups.iter().filter(|it| usual_setter(&it.kind) == usual).count() == 1;
            let scheme = &self.schemes.0[group.schemes[0]];
            let wire = if is_alone { usual } else { scheme.name };
            let rust = group.schemes.iter().find_map(|scheme| self.schemes.0[*scheme].rust);
            Candidate { wire: wire.to_owned(), rust, place: scheme.place }
        })
    }

    /// Gives the service and its operations what they need; `setters` are those of the candidates.
    pub(crate) fn finish(self, setters: Vec<Ident>, service: &mut Service) {
        let setters: Vec<Ident> = setters
            .into_iter()
            .zip(&self.groups)
            .map(|(setter, group)| match group.kind {
                // It is the runtime's.
                CredentialKind::Signature(vendor) => Ident::fixed(vendor.setter),
                _ => setter,
            })
            .collect();
        let needs: Vec<Needs> = self.operations.iter().map(|it| self.needs(it, &setters)).collect();
        service.needs = most_frequent(&needs, &self.needs(&self.default, &setters));
        service.vendor = self.vendor();
        service.wants_certificate =
            self.schemes.0.iter().any(|scheme| scheme.means == Means::Certificate);
        service.credentials = self
            .groups
            .iter()
            .zip(setters)
            .map(|(group, setter)| Credential {
                operations: operations(&setter, &service.operations, &needs),
                setter,
                kind: group.kind.clone(),
                docs: self.docs(group),
            })
            .collect();
        for (operation, needs) in service.operations.iter_mut().zip(needs) {
            operation.needs = (needs != service.needs).then_some(needs);
        }
    }

    /// The setters for these alternatives.
    fn needs(&self, alternatives: &Alternatives, setters: &[Ident]) -> Needs {
        let mut needs = Needs::new();
        for all in alternatives {
            let mut all: Vec<Ident> =
                all.iter().filter_map(|scheme| self.setter(*scheme, setters)).collect();
            all.sort();
            all.dedup();
            // An authorizer of the caller's takes the place of all others.
            if all.contains(&authorizer()) {
                all = vec![authorizer()];
            }
            if !needs.contains(&all) {
                needs.push(all);
            }
        }
        if needs.contains(&Vec::new()) {
            // What can be left out needs no authorizer, and is tried last.
            needs.retain(|all| !all.is_empty() && *all != [authorizer()]);
            if !needs.is_empty() {
                needs.push(Vec::new());
            }
        }
        needs
    }

    fn setter(&self, scheme: usize, setters: &[Ident]) -> Option<Ident> {
        match self.schemes.0[scheme].means {
            Means::Credential(_) => {
                let group = self.groups.iter().position(|group| group.schemes.contains(&scheme))?;
                setters.get(group).cloned()
            }
            Means::Certificate => None,
            Means::Authorizer => Some(authorizer()),
        }
    }

    fn docs(&self, group: &SchemeGroup) -> Docs {
        let mut docs: Vec<&str> = Vec::new();
        for scheme in &group.schemes {
            let text = self.schemes.0[*scheme].docs.as_str();
            if !text.is_empty() && !docs.contains(&text) {
                docs.push(text);
            }
        }
        Docs(docs.join("\n\n"))
    }
}

/// What stands for a scheme that has no setter.
fn authorizer() -> Ident {
    Ident::fixed("authorizer")
}

/// What a setter is called that is the only one of its kind.
fn usual_setter(kind: &CredentialKind) -> &str {
    match kind {
        CredentialKind::Bearer => "bearer_token",
        CredentialKind::Basic => "basic_auth",
        CredentialKind::ApiKey(KeyPlace::Authorization, scheme) => scheme,
        CredentialKind::ApiKey(..) => "api_key",
        CredentialKind::Signature(vendor) => vendor.setter,
    }
}

/// What most operations need, and `default` where that is in doubt: if the service says it, the
/// fewest of them have to say that they need something else.
fn most_frequent(needs: &[Needs], default: &Needs) -> Needs {
    let mut counts: BTreeMap<&Needs, usize> = BTreeMap::from([(default, 0)]);
    for needs in needs {
        *counts.entry(needs).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(needs, count)| (*count, *needs == default));
    most.map_or_else(Needs::new, |(needs, _)| needs.clone())
}

/// The operations that may be authorized by what `setter` is given.
fn operations(setter: &Ident, operations: &[ir::Operation], needs: &[Needs]) -> Operations {
    let (with, without): (Vec<_>, Vec<_>) = operations
        .iter()
        .zip(needs)
        .partition(|(_, needs)| needs.iter().any(|all| all.contains(setter)));
    let names = |operations: Vec<(&ir::Operation, _)>| {
        operations.into_iter().map(|(operation, _)| operation.name.clone()).collect()
    };
    match (with.len(), without.len()) {
        (_, 0) => Operations::All,
        (..=FEW, _) => Operations::Only(names(with)),
        (_, ..=FEW) => Operations::Except(names(without)),
        (count, _) => Operations::Count(count),
    }
}
