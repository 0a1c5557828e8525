//! Rust as tokens: its shape without names, texts and comments.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// The tokens of a source text.
///
/// # Panics
///
/// If the text is not Rust. The message names it by `what`.
pub(crate) fn parse(what: &str, text: &str) -> TokenStream {
    if let Err(error) = syn::parse_file(text) {
        panic!("{what} is not Rust: {error}\n{text}");
    }
    text.parse().expect("Rust has tokens")
}

/// How much of the tokens a shape keeps.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Keep {
    /// All names.
    Names,
    /// Only that there is a name.
    NoNames,
}

/// The tokens, one after the other, without documentation and without the values of literals.
pub(crate) fn shape(tokens: TokenStream, keep: Keep) -> String {
    let mut shape = String::new();
    push(&mut shape, tokens, keep);
    shape
}

fn push(shape: &mut String, tokens: TokenStream, keep: Keep) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                // `#![..]` has a `!` between.
                let is_inner =
                    |it: &TokenTree| matches!(it, TokenTree::Punct(it) if it.as_char() == '!');
                tokens.next_if(is_inner);
                if tokens.next_if(is_doc).is_none() {
                    shape.push('#');
                }
            }
            TokenTree::Punct(punct) => shape.push(punct.as_char()),
            TokenTree::Literal(_) => shape.push_str(" literal "),
            TokenTree::Ident(ident) => match keep {
                Keep::Names => shape.push_str(&format!(" {ident} ")),
                Keep::NoNames => shape.push_str(" name "),
            },
            // A closure has braces around its one expression where that takes several lines.
            TokenTree::Group(group) if shape.ends_with('|') && is_expression(&group) => {
                push(shape, group.stream(), keep);
            }
            TokenTree::Group(group) => {
                let (open, close) = delimiters(group.delimiter());
                shape.push_str(open);
                push(shape, group.stream(), keep);
                // One more comma where a list is broken into lines.
                shape.truncate(shape.trim_end_matches(',').len());
                shape.push_str(close);
            }
        }
    }
}

/// Whether a group has braces around one expression.
fn is_expression(group: &Group) -> bool {
    group.delimiter() == Delimiter::Brace && syn::parse2::<syn::Expr>(group.stream()).is_ok()
}

/// Whether a group is the `[doc = "..."]` of an attribute.
fn is_doc(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else { return false };
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Bracket
        && matches!(first, Some(TokenTree::Ident(ident)) if ident == "doc")
}

fn delimiters(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{\n", "}\n"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

/// The words of all documentation, in order.
pub(crate) fn documentation(tokens: TokenStream) -> String {
    let mut text = String::new();
    push_documentation(&mut text, tokens);
    text
}

fn push_documentation(text: &mut String, tokens: TokenStream) {
    for token in tokens {
        let TokenTree::Group(group) = &token else { continue };
        if !is_doc(&token) {
            push_documentation(text, group.stream());
        } else if let Some(TokenTree::Literal(literal)) = group.stream().into_iter().nth(2)
            && let Ok(line) = syn::parse_str::<syn::LitStr>(&literal.to_string())
        {
            text.push_str(&line.value());
            text.push('\n');
        }
    }
}
