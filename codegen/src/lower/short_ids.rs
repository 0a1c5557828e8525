//! Ids of operations that repeat their path and method at the end, as FastAPI makes them: names do
//! without, where what is left tells the operation from all others.

use std::collections::HashMap;

use super::context::Context;
use super::described::Described;
use crate::diagnostic::{Code, Diagnostic};
use crate::http::Method;
use crate::name::{self, Ident, Namespace};

/// What FastAPI puts before the id of an operation, to name the form that is its body.
const BODY_OF: &str = "Body_";

/// Cuts path and method off the words by which operations are named.
pub(super) fn cut(cx: Context<'_, '_>, found: &mut [Described<'_, '_>]) {
    let ident = |words: &str| name::ident(Namespace::Method, words);
    let mut uses: HashMap<Ident, usize> = HashMap::new();
    let cut: Vec<_> = found.iter().map(without_route).collect();
    for (it, cut) in found.iter().zip(&cut) {
        *uses.entry(ident(cut.unwrap_or(&it.words))).or_default() += 1;
        // The name that another has anyway is not to be taken from it.
        if cut.is_some() {
            *uses.entry(ident(&it.words)).or_default() += 1;
        }
    }
    let cut: Vec<_> = cut
        .into_iter()
        .map(|cut| cut.filter(|it| uses[&ident(it)] == 1).map(str::to_owned))
        .collect();
    let mut places = Vec::new();
    for (it, cut) in found.iter_mut().zip(cut) {
        if let (Some(cut), Some(id)) = (cut, it.operation.id) {
            places.push((id, cut.clone()));
            it.words = cut;
        }
    }
    if let Some((first, cut)) = places.first() {
        let message = match places.len() {
            1 => "an operationId ends in its path and method".to_owned(),
            count => format!("{count} operationIds end in their path and method"),
        };
        cx.report(
            Diagnostic::new(Code::ShortName, message)
                .at(first.node.place(), format!("called `{}`", ident(cut)))
                .help("to keep a long name, write it on the operation as `x-rust-name`"),
        );
    }
}

/// What a component is called that is the body of one of these operations, if its name repeats the
/// id of that.
pub(super) fn body_names(found: &[Described<'_, '_>]) -> HashMap<String, String> {
    let shortened = found.iter().filter(|it| it.words != it.id);
    let bodies = shortened.map(|it| {
        let (whole, words) = (format!("{BODY_OF}{}", it.id), format!("{BODY_OF}{}", it.words));
        (whole, words)
    });
    bodies.collect()
}

/// Whether a component is named as the body of the operation `id`.
pub(super) fn is_body_of(component: &str, id: &str) -> bool {
    component.strip_prefix(BODY_OF) == Some(id)
}

/// The id without path and method, if it ends in them: FastAPI writes all that is not a letter or a
/// digit as `_`.
fn without_route<'d>(found: &'d Described<'_, '_>) -> Option<&'d str> {
    found.operation.id?;
    if found.operation.rust_name.is_some() {
        return None;
    }
    let path = found.path.split('?').next().unwrap_or_default();
    let is_word = |it: char| it.is_alphanumeric() || it == '_';
    let path: String = path.chars().map(|it| if is_word(it) { it } else { '_' }).collect();
    // A route of several methods is called after any one of them.
    let words = Method::ALL.iter().find_map(|(method, _)| {
        found.words.strip_suffix(method)?.strip_suffix('_')?.strip_suffix(path.as_str())
    });
    words.filter(|words| words.contains(char::is_alphabetic))
}
