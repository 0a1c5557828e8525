//! Prints the bodies of calls of the runtime's macros, whose form prettyplease does not know: a
//! head, and tables with one row a line.
//!
//! ```text
//! /// documentation
//! head {
//!     /// documentation
//!     row,
//!     row,
//! }
//! ```

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

const HEAD: &str = "    ";
const ROW: &str = "        ";

/// Prints the body of a macro call that stands at the top of a file.
pub(super) fn body(tokens: TokenStream) -> String {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let mut output = String::new();
    let mut rest = attributes(&mut output, &tokens, HEAD);
    output.push_str(HEAD);
    while let Some(at) = rest.iter().position(is_table) {
        let (head, table) = rest.split_at(at);
        output.push_str(&line(head));
        output.push_str(" {");
        if let Some(TokenTree::Group(table)) = table.first() {
            output.push_str(&rows(table.stream()));
        }
        output.push('}');
        rest = &rest[at + 1..];
        if !rest.is_empty() {
            output.push(' ');
        }
    }
    output.push_str(&line(rest));
    output.trim_end().to_owned()
}

/// Prints the tokens in the parentheses of a macro call.
pub(super) fn call(tokens: TokenStream) -> String {
    line(&tokens.into_iter().collect::<Vec<_>>())
}

fn is_table(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// One row a line, up to the closing brace.
fn rows(tokens: TokenStream) -> String {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let mut output = String::new();
    for row in tokens.split(|token| is_punct(token, ',')).filter(|row| !row.is_empty()) {
        output.push('\n');
        let row = attributes(&mut output, row, ROW);
        output.push_str(&format!("{ROW}{},", line(row)));
    }
    if !output.is_empty() {
        output.push('\n');
        output.push_str(HEAD);
    }
    output
}

/// Prints the attributes that `tokens` begin with, each on a line, and returns the other tokens.
fn attributes<'t>(output: &mut String, tokens: &'t [TokenTree], indent: &str) -> &'t [TokenTree] {
    let mut rest = tokens;
    while let [TokenTree::Punct(mark), TokenTree::Group(attribute), after @ ..] = rest
        && mark.as_char() == '#'
    {
        let tokens: Vec<_> = attribute.stream().into_iter().collect();
        match documentation(&tokens) {
            Some(text) => output.push_str(&format!("{indent}///{text}\n")),
            None => output.push_str(&format!("{indent}#[{}]\n", line(&tokens))),
        }
        rest = after;
    }
    rest
}

/// The text of `doc = "text"`.
fn documentation(attribute: &[TokenTree]) -> Option<String> {
    let [TokenTree::Ident(name), _, TokenTree::Literal(text)] = attribute else { return None };
    let syn::Lit::Str(text) = syn::Lit::new(text.clone()) else { return None };
    (name == "doc").then(|| text.value())
}

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

/// Tokens in a line, spaced as rustfmt does.
fn line(tokens: &[TokenTree]) -> String {
    let mut output = String::new();
    push(&mut output, tokens);
    output
}

fn push(output: &mut String, tokens: &[TokenTree]) {
    let mut tokens = tokens.iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ('(', ')'),
                    Delimiter::Bracket => ('[', ']'),
                    Delimiter::Brace | Delimiter::None => ('{', '}'),
                };
                let inner: Vec<_> = group.stream().into_iter().collect();
                output.push(open);
                push(output, &inner);
                output.push(close);
            }
            TokenTree::Punct(punct) => {
                let mut text = punct.as_char().to_string();
                let mut spacing = punct.spacing();
                while let (Spacing::Joint, Some(TokenTree::Punct(next))) = (spacing, tokens.peek())
                {
                    if !matches!(text.as_str(), ":" | "=" | "-" | "." | "..") {
                        break;
                    }
                    text.push(next.as_char());
                    spacing = next.spacing();
                    tokens.next();
                }
                match text.as_str() {
                    "=>" | "->" | "=" | "|" | "+" => {
                        output.push_str(if output.ends_with(' ') { "" } else { " " });
                        output.push_str(&format!("{text} "));
                    }
                    "," | ":" => output.push_str(&format!("{text} ")),
                    ";" => output.push_str(&format!(";\n{HEAD}")),
                    _ => output.push_str(&text),
                }
            }
            word => {
                // Two words in a row would be one.
                if output.ends_with(|it: char| it.is_alphanumeric() || "_\"'>".contains(it)) {
                    output.push(' ');
                }
                output.push_str(&word.to_string());
            }
        }
    }
}
