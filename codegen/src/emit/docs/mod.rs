//! Documentation comments: every text of a description goes through here, so that none of it can
//! become a link that leads nowhere, a test that is run, or HTML.

mod block;
mod html;
mod inline;
mod markup;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::format;
use crate::invisible::is_deceptive;
use crate::ir::deprecation;
use crate::markdown;
use crate::name::Ident;

/// How many columns a line of documentation may take, without `/// ` and an indent of one level.
const WIDTH: usize = 92;

/// A documentation comment, line by line.
#[derive(Debug, Default)]
pub(super) struct Doc {
    lines: Vec<String>,
    in_list: bool,
}

impl Doc {
    /// The first line: `text`, or else the words of `fallback`, as a sentence.
    pub(super) fn sentence(&mut self, text: &str, fallback: &str) {
        let text = text.trim();
        let text = if text.is_empty() {
            capitalized(&crate::name::words(fallback).join(" "))
        } else {
            text.into()
        };
        let closed = text.ends_with(['.', '!', '?', ':', '。']);
        self.paragraph(&if closed { text } else { format!("{text}.") });
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Text of a description, in CommonMark.
    pub(super) fn paragraph(&mut self, text: &str) {
        let lines = block::lines(text, WIDTH);
        if !lines.is_empty() {
            self.separate();
            self.lines.extend(lines);
        }
    }

    /// An entry of a list: what `name` stands for.
    pub(super) fn item(&mut self, name: &str, text: &str) {
        if !self.in_list {
            self.separate();
            self.in_list = true;
        }
        let text =
            if text.trim().is_empty() { String::new() } else { format!(": {}", text.trim()) };
        let lines = block::lines(&format!("`{name}`{text}"), WIDTH - 2);
        self.lines.extend(lines.iter().enumerate().map(|(index, line)| {
            match (index, line.as_str()) {
                (0, line) => format!("- {line}"),
                (_, "") => String::new(),
                (_, line) => format!("  {line}"),
            }
        }));
    }

    /// The title of a section.
    pub(super) fn heading(&mut self, title: &'static str) {
        self.separate();
        self.lines.push(format!("# {title}"));
    }

    /// A line of ours.
    pub(super) fn verbatim(&mut self, line: &str) {
        self.separate();
        self.lines.push(line.to_owned());
    }

    /// A line of ours that continues what stands before it.
    pub(super) fn line(&mut self, line: &str) {
        self.in_list = false;
        self.lines.push(line.to_owned());
    }

    /// A paragraph of ours: links in it are meant.
    pub(super) fn ours(&mut self, text: &str) {
        self.separate();
        self.lines.extend(block::fill(text, WIDTH));
    }

    /// An entry of a list: a link of ours and what it leads to.
    pub(super) fn link_item(&mut self, name: &str, link: &str, text: &str) {
        if !self.in_list {
            self.separate();
            self.in_list = true;
        }
        let text =
            if text.is_empty() { String::new() } else { format!(": {}", inline::cell(text)) };
        self.lines.push(format!("- [`{name}`]({link}){text}"));
    }

    /// A table; the cells are harmless already.
    pub(super) fn table(
        &mut self,
        head: &[impl AsRef<str>],
        rows: impl Iterator<Item = impl AsRef<[String]>>,
    ) {
        self.separate();
        let head: Vec<_> = head.iter().map(AsRef::as_ref).collect();
        self.lines.push(format!("| {} |", head.join(" | ")));
        self.lines.push(format!("|{}", " --- |".repeat(head.len())));
        self.lines.extend(rows.map(|row| format!("| {} |", row.as_ref().join(" | "))));
    }

    /// A compiled example; it is not run.
    pub(super) fn code(&mut self, lines: &[String]) {
        self.separate();
        self.lines.push("```no_run".to_owned());
        self.lines.extend_from_slice(lines);
        self.lines.push("```".to_owned());
    }

    /// An empty line, unless nothing stands before it.
    fn separate(&mut self) {
        self.in_list = false;
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// The lines as a document of their own.
    pub(super) fn text(&self) -> String {
        self.lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
    }

    /// The lines as documentation of what they stand in.
    pub(super) fn inner(&self) -> TokenStream {
        let lines = self.lines.iter().map(|line| spaced(line));
        quote!(#(#![doc = #lines])*)
    }
}

impl ToTokens for Doc {
    /// One attribute for all lines, which are separated when they are printed: most of what is emitted
    /// is documentation.
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if self.lines.is_empty() {
            return;
        }
        let lines: Vec<_> = self.lines.iter().map(|line| spaced(line)).collect();
        let text = lines.join(format::LINE_BREAK);
        tokens.extend(quote!(#[doc = #text]));
    }
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn spaced(line: &str) -> String {
    if line.is_empty() { String::new() } else { format!(" {line}") }
}

/// Text of a description for a cell of a table.
pub(super) fn cell(text: &str) -> String {
    inline::cell(text)
}

/// The attribute for what is deprecated; `texts` may say why.
pub(super) fn deprecated(is_deprecated: bool, texts: &[&str]) -> Option<TokenStream> {
    is_deprecated.then(|| {
        let reason = inline::harmless(&inline::printable(&deprecation(texts)));
        quote!(#[deprecated = #reason])
    })
}

/// The attributes for other names that a search finds an item by.
pub(super) fn aliases(names: &[String]) -> TokenStream {
    quote!(#(#[doc(alias = #names)])*)
}

/// Whether a text of a description says nothing, such as one of HTML without words.
pub(super) fn is_blank(text: &str) -> bool {
    block::lines(text, WIDTH).is_empty()
}

/// The attribute for an item in which the description leaves something without documentation.
pub(super) fn undocumented(is_undocumented: bool) -> Option<TokenStream> {
    is_undocumented
        .then(|| quote!(#[allow(missing_docs, reason = "not documented by the service")]))
}

/// The documentation of a variant that is one value: that of the description, else the value where
/// the name does not say it.
pub(super) fn of_value(docs: &str, name: &Ident, text: &str) -> Doc {
    let letters = |text: &str| {
        let letters = text.chars().filter(|it| it.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    let mut doc = Doc::default();
    doc.paragraph(docs);
    match text {
        _ if !doc.is_empty() => {}
        "" => doc.verbatim("The empty string."),
        text if letters(name.as_str()) == letters(text) || text.contains(is_deceptive) => {}
        text => doc.paragraph(&format!("`{}`", markdown::code(text.trim_matches('`')))),
    }
    doc
}
