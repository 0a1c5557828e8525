//! Tokens to text: parsed, spaced and printed. No other stage knows how code is formatted.

mod tables;

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::Parse;
use syn::{Item, ItemMacro, MacroDelimiter};

use crate::invisible::is_deceptive;

/// Stands for an empty line, which tokens cannot express. Text of a description cannot look like
/// it, since comments and literals never stand alone on a line.
const BLANK: &str = "__blank_line!();";

/// Stands for the body of a call of one of the runtime's macros.
const BODY: &str = "__macro_body";

/// Separates lines of documentation in one attribute. An attribute with a line break would be
/// printed as `/** */`. Control characters are removed from the text of a description before.
pub(crate) const LINE_BREAK: &str = "\u{1}";

/// Prints a file, below its head.
///
/// # Panics
///
/// If the tokens are not Rust. That is a bug in `emit`; the message shows the tokens.
pub(crate) fn file(head: &str, tokens: impl Fn() -> TokenStream) -> String {
    let mut file = match syn::parse2::<syn::File>(tokens()) {
        Ok(file) => file,
        Err(error) => panic!("the emitted tokens are not Rust: {error}\n{}", tokens()),
    };
    let bodies: Vec<_> = file.items.iter_mut().filter_map(take_macro_body).collect();
    file.items = spaced(std::mem::take(&mut file.items), needs_space);
    if !file.attrs.is_empty() {
        file.items.splice(0..0, blank_line());
    }
    space_methods(&mut file);
    let mut output = head.to_owned();
    let mut bodies = bodies.into_iter();
    for line in prettyplease::unparse(&file).lines() {
        match line.trim() {
            BLANK => {}
            BODY => push_lines(&mut output, &bodies.next().unwrap_or_default()),
            _ => match call_of_body(line) {
                Some(name) => {
                    let body = bodies.next().unwrap_or_default();
                    output.push_str(&format!("{name}!({body});"));
                }
                None => push_lines(&mut output, line),
            },
        }
        output.push('\n');
    }
    output
}

/// Adds printed lines, and splits documentation into its lines.
fn push_lines(output: &mut String, lines: &str) {
    if !lines.contains(LINE_BREAK) {
        output.push_str(lines);
        return;
    }
    for (index, line) in lines.split('\n').enumerate() {
        if index > 0 {
            output.push('\n');
        }
        let indent = &line[..line.len() - line.trim_start().len()];
        let mut parts = line.split(LINE_BREAK);
        output.push_str(parts.next().unwrap_or_default().trim_end());
        for part in parts {
            output.push('\n');
            output.push_str(indent);
            output.push_str("///");
            output.push_str(part.trim_end());
        }
    }
}

/// Prints statements as the lines of an example.
pub(crate) fn statements(tokens: TokenStream) -> Vec<String> {
    let function: syn::ItemFn = match syn::parse2(quote!(async fn example() { #tokens })) {
        Ok(function) => function,
        Err(error) => panic!("the emitted example is not Rust: {error}\n{tokens}"),
    };
    let items = vec![Item::Fn(function)];
    let file = syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items };
    let text = prettyplease::unparse(&file);
    let lines: Vec<_> = text.lines().collect();
    let body = &lines[1..lines.len().saturating_sub(1)];
    body.iter().map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned()).collect()
}

/// Items as the lines of an example.
pub(crate) fn items(tokens: TokenStream) -> Vec<String> {
    match syn::parse2::<syn::File>(tokens.clone()) {
        Ok(mut file) => {
            file.items = spaced(file.items, |_, _| true);
            space_methods(&mut file);
            let text = prettyplease::unparse(&file);
            let lines = text.lines().map(|line| if line.trim() == BLANK { "" } else { line });
            lines.map(str::to_owned).collect()
        }
        Err(error) => panic!("the emitted example is no Rust: {error}\n{tokens}"),
    }
}

/// The head of a file of the runtime in a crate. What begins so is the generator's to replace.
pub(crate) const RUNTIME_HEAD: &str =
    "// @generated: part of the runtime that the generator copies. Do not edit.\n\n";

/// The head of a generated file, in comments that begin with `mark`: the command that makes it, what
/// it is made from, and how to change it.
pub(crate) fn head(mark: &str, command: &str, origin: Option<&str>) -> String {
    let (by, again) = match command {
        "" => (String::new(), "generate the crate"),
        command => (format!(" by `{command}`"), "run the command"),
    };
    let from = origin.map_or_else(String::new, |origin| format!(" from {origin}"));
    let line = format!("{mark} @generated{by}{from}. Do not edit.");
    let line: String = line.chars().filter(|character| !is_deceptive(*character)).collect();
    format!("{line}\n{mark} To change it, edit the description and {again} again.\n\n")
}

/// Puts a blank line between the items of each block.
fn space_methods(file: &mut syn::File) {
    for item in &mut file.items {
        if let Item::Impl(block) = item {
            block.items = spaced(std::mem::take(&mut block.items), |_, _| true);
        }
    }
}

/// Puts a blank line between items that need one.
fn spaced<T: Parse + Clone>(items: Vec<T>, needs: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let blank: Option<T> = blank_line();
    let mut output: Vec<T> = Vec::with_capacity(items.len() * 2);
    for item in items {
        if output.last().is_some_and(|last| needs(last, &item)) {
            output.extend(blank.clone());
        }
        output.push(item);
    }
    output
}

fn blank_line<T: Parse>() -> Option<T> {
    syn::parse2(quote!(__blank_line!();)).ok()
}

/// Whether two items need a blank line between them. Lists of modules and of imports do not.
fn needs_space(before: &Item, after: &Item) -> bool {
    match (before, after) {
        (Item::Use(_), Item::Use(_)) => false,
        (Item::Mod(before), Item::Mod(after)) => {
            before.attrs.len() > 1 || after.attrs.len() > 1 || after.content.is_some()
        }
        _ => true,
    }
}

/// Takes the body out of a call of one of the runtime's macros, and prints it: prettyplease does
/// not know its form.
fn take_macro_body(item: &mut Item) -> Option<String> {
    let Item::Macro(ItemMacro { ident: None, mac, .. }) = item else { return None };
    let tokens = std::mem::take(&mut mac.tokens);
    mac.tokens = quote!(__macro_body);
    Some(match mac.delimiter {
        MacroDelimiter::Paren(_) => tables::call(tokens),
        _ => tables::body(tokens),
    })
}

/// The name of the macro that a line calls in parentheses, if its body has been taken out.
fn call_of_body(line: &str) -> Option<&str> {
    let name = line.strip_suffix(");")?.strip_suffix(BODY)?.strip_suffix("!(")?;
    let is_name = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    is_name.then_some(name)
}
