//! Tags of HTML, and what stands in them.

/// A tag at the start of a text.
pub(super) struct Markup<'t> {
    pub(super) name: String,
    pub(super) is_end: bool,
    pub(super) attributes: &'t str,
    /// With both brackets.
    pub(super) length: usize,
}

/// The elements that descriptions are written with.
const ELEMENTS: &[&str] = &[
    "a",
    "b",
    "blockquote",
    "br",
    "center",
    "code",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "tt",
    "u",
    "ul",
];

/// The length of the longest of them.
const MAX_NAME: usize = 10;

/// How far apart, in bytes, the two ends of what belongs together may be.
const NEAR: usize = 4096;

/// Those that stand within words.
pub(super) const INLINE: &[&str] =
    &["a", "b", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u"];

/// The start of `text`: what belongs together is not farther apart, and looking no farther keeps the
/// work linear.
pub(super) fn near(text: &str) -> &str {
    let end = (0..=text.len().min(NEAR)).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or_default()]
}

/// Where the end tag of an element is.
pub(super) fn end_of(text: &str, name: &str) -> Option<usize> {
    near(text).to_ascii_lowercase().find(&format!("</{name}>"))
}

impl<'t> Markup<'t> {
    /// The tag at the start of `rest`, if it is one of an element that we know.
    pub(super) fn read(rest: &'t str) -> Option<Self> {
        let inner = rest[1..].trim_start_matches('/');
        let end = inner.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(inner.len());
        let name = inner[..end.min(MAX_NAME)].to_ascii_lowercase();
        if end > MAX_NAME || !ELEMENTS.contains(&&*name) {
            return None;
        }
        let attributes = near(&inner[end..]).split_once('>')?.0;
        let is_tag = attributes.is_empty() || attributes.starts_with([' ', '\n', '\t', '/']);
        let length = rest.len() - inner.len() + end + attributes.len() + 1;
        let is_end = rest[1..].starts_with('/');
        (is_tag && !attributes.contains('<')).then_some(Self { name, is_end, attributes, length })
    }
}

/// The value of an attribute.
pub(super) fn attribute(attributes: &str, name: &str) -> Option<String> {
    let at = attributes.to_ascii_lowercase().find(&format!("{name}="))?;
    let value = &attributes[at + name.len() + 1..];
    let quote = value.chars().next().filter(|first| ['"', '\''].contains(first));
    let value = match quote {
        Some(quote) => value[1..].split(quote).next()?,
        None => value.split_whitespace().next()?,
    };
    Some(unescape(value))
}

/// Whether a link leads anywhere from the documentation of a crate.
pub(super) fn is_web_address(target: &str) -> bool {
    let is_web = target.starts_with("https://") || target.starts_with("http://");
    is_web && !target.contains([' ', '(', ')', '<', '>'])
}

pub(super) fn without_tags(text: &str) -> String {
    let mut output = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        output.push_str(&rest[..at]);
        let length = Markup::read(&rest[at..]).map_or(1, |tag| tag.length);
        output.push_str(if length == 1 { "<" } else { "" });
        rest = &rest[at + length..];
    }
    output + rest
}

/// The characters that the most usual references stand for.
pub(super) fn unescape(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " ")];
    let text = pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    text.replace("&amp;", "&")
}
