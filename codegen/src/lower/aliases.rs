//! Other names of an operation, for a search in the documentation.

use crate::diagnostic::{Code, Diagnostic};
use crate::lower::context::Context;
use crate::name::Ident;
use crate::openapi::OperationObject;

/// The `operationId` and `x-aliases`, without those that are the name of the method.
pub(crate) fn of_operation(
    cx: Context<'_, '_>,
    operation: &OperationObject<'_>,
    method: &Ident,
) -> Vec<String> {
    let mut aliases: Vec<String> = Vec::new();
    if let Some(id) = operation.id.filter(|id| id.text != method.as_str() && is_word(id.text)) {
        aliases.push(id.text.to_owned());
    }
    for alias in &operation.aliases {
        let (code, message) = match alias.text {
            text if !is_word(text) => {
                (Code::InvalidValue, format!("`{text}` is not a word that can be searched for"))
            }
            text if text == method.as_str() || aliases.iter().any(|it| it == text) => {
                (Code::UselessExtension, format!("the operation is called `{text}` already"))
            }
            text => {
                aliases.push(text.to_owned());
                continue;
            }
        };
        cx.report(Diagnostic::new(code, message).at(alias.node.place(), "given by `x-aliases`"));
    }
    aliases
}

/// Whether rustdoc takes a text as an alias: it allows neither blanks nor quotes.
fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|it| it.is_alphanumeric() || "_-./:".contains(it))
}
