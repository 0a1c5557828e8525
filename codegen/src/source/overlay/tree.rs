//! A description while overlays change it.

use std::collections::{HashMap, HashSet};

use serde_json::Value as Json;
use serde_json_path::JsonPath;

use super::mosaic::{MergeKind, Mosaic};
use super::path::{Trail, TrailStep, select};
use crate::source::Node;
use crate::source::overlaid::Overlaid;

/// A description twice, changed alike: as JSON, which paths are looked up in, and as a [`Mosaic`],
/// which knows where everything was written.
pub(super) struct Tree<'a> {
    json: Json,
    mosaic: Mosaic<'a>,
}

/// A value that cannot be merged into another, since it is of another kind.
pub(super) struct Clash<'a> {
    pub(super) theirs: Node<'a>,
    pub(super) ours: Node<'a>,
}

impl<'a> Tree<'a> {
    pub(super) fn new(root: Node<'a>) -> Self {
        Self { json: root.to_json(), mosaic: Mosaic::written(root) }
    }

    /// The ways to what a path selects, each once.
    pub(super) fn select(&self, path: &JsonPath) -> Vec<Trail> {
        select(path, &self.json)
    }

    /// The value at the end of a way.
    pub(super) fn get(&mut self, way: &[TrailStep]) -> Option<&mut Mosaic<'a>> {
        Some(self.at(way)?.mosaic)
    }

    /// Merges a value into the one at the end of a way. An array gets it as an item if `as_item`.
    pub(super) fn merge(
        &mut self,
        way: &[TrailStep],
        value: Mosaic<'a>,
        as_item: bool,
        clashes: &mut Vec<Clash<'a>>,
    ) {
        let Some(Twins { json, mosaic }) = self.at(way) else { return };
        if let (true, Json::Array(list)) = (as_item, &mut *json) {
            list.push(value.to_json());
            mosaic.items_mut().into_iter().for_each(|items| items.push(value.clone()));
        } else {
            merge(json, mosaic, value, clashes);
        }
    }

    /// Removes the values at the ends of some ways, of which none is the root.
    pub(super) fn remove(&mut self, ways: &[Trail]) {
        let mut by_parent: HashMap<&[TrailStep], HashSet<&TrailStep>> = HashMap::new();
        for way in ways {
            if let Some((last, parent)) = way.split_last() {
                by_parent.entry(parent).or_default().insert(last);
            }
        }
        // The deepest first: removing an item changes the ways to what stands behind it.
        let mut parents: Vec<_> = by_parent.into_iter().collect();
        parents.sort_by_key(|(parent, _)| std::cmp::Reverse(parent.len()));
        for (parent, gone) in parents {
            if let Some(parent) = self.at(parent) {
                parent.remove(&gone);
            }
        }
    }

    pub(super) fn finish(self) -> Overlaid {
        let mut origins = Vec::new();
        let root = self.mosaic.build(&mut origins);
        Overlaid::new(root, origins)
    }

    fn at(&mut self, way: &[TrailStep]) -> Option<Twins<'_, 'a>> {
        let mut at = Twins { json: &mut self.json, mosaic: &mut self.mosaic };
        for step in way {
            at = match step {
                TrailStep::Key(key) => Twins {
                    json: at.json.as_object_mut()?.get_mut(key)?,
                    mosaic: at.mosaic.entries_mut()?.get_mut(key.as_str())?,
                },
                TrailStep::Index(index) => Twins {
                    json: at.json.as_array_mut()?.get_mut(*index)?,
                    mosaic: at.mosaic.items_mut()?.get_mut(*index)?,
                },
            };
        }
        Some(at)
    }
}

/// A value in both forms.
struct Twins<'t, 'a> {
    json: &'t mut Json,
    mosaic: &'t mut Mosaic<'a>,
}

impl Twins<'_, '_> {
    fn remove(self, gone: &HashSet<&TrailStep>) {
        if let (Json::Object(map), Some(entries)) = (&mut *self.json, self.mosaic.entries_mut()) {
            let keys = gone.iter().filter_map(|step| match step {
                TrailStep::Key(key) => Some(key.as_str()),
                TrailStep::Index(_) => None,
            });
            let keys: HashSet<&str> = keys.collect();
            map.retain(|key, _| !keys.contains(key.as_str()));
            entries.retain(|key, _| !keys.contains(key));
        } else if let (Json::Array(list), Some(items)) = (self.json, self.mosaic.items_mut()) {
            let is_kept = |index| !gone.contains(&TrailStep::Index(index));
            let mut indices = 0..;
            list.retain(|_| indices.next().is_some_and(is_kept));
            let mut indices = 0..;
            items.retain(|_| indices.next().is_some_and(is_kept));
        }
    }
}

/// Merges a value into another one of its kind.
fn merge<'a>(
    json: &mut Json,
    mosaic: &mut Mosaic<'a>,
    mut value: Mosaic<'a>,
    clashes: &mut Vec<Clash<'a>>,
) {
    match (mosaic.kind(), value.kind()) {
        (MergeKind::Object, MergeKind::Object) => {
            let (Json::Object(map), Some(entries), Some(new)) =
                (json, mosaic.entries_mut(), value.entries_mut())
            else {
                return;
            };
            for (key, value) in std::mem::take(new) {
                match (map.get_mut(key), entries.get_mut(key)) {
                    (Some(json), Some(mosaic)) => merge(json, mosaic, value, clashes),
                    _ => {
                        map.insert(key.to_owned(), value.to_json());
                        entries.insert(key, value);
                    }
                }
            }
        }
        (MergeKind::Array, MergeKind::Array) => {
            let (Json::Array(list), Some(items), Some(new)) =
                (json, mosaic.items_mut(), value.items_mut())
            else {
                return;
            };
            list.extend(new.iter().map(Mosaic::to_json));
            items.append(new);
        }
        // A key with nothing behind it, such as `components:`, has nothing to merge.
        (MergeKind::Object | MergeKind::Array, MergeKind::Null) => {}
        (MergeKind::Null, _) | (MergeKind::Primitive, MergeKind::Null | MergeKind::Primitive) => {
            *json = value.to_json();
            *mosaic = value;
        }
        _ => clashes.push(Clash { theirs: mosaic.part().node, ours: value.part().node }),
    }
}
