//! Links to what the crate shows. In documentation the compiler follows them; a registry's page gets
//! the address of the same item at docs.rs.

use super::example;
use crate::ir::Crate;

/// An item that texts of ours link to.
#[derive(Clone, Copy)]
struct ItemLink {
    /// What stands between the brackets, in backticks.
    text: &'static str,
    /// The module of the crate that shows it, with `/` at its end, and its page there.
    page: (&'static str, &'static str),
    /// The feature without which it is missing.
    feature: Option<&'static str>,
}

const fn link(text: &'static str, module: &'static str, page: &'static str) -> ItemLink {
    ItemLink { text, page: (module, page), feature: None }
}

const LINKS: &[ItemLink] = &[
    link("Attempt", "transport/", "struct.Attempt.html"),
    link("Authorize", "auth/", "trait.Authorize.html"),
    link("Error", "", "struct.Error.html"),
    link("Error::body_of", "", "struct.Error.html#method.body_of"),
    link("Error::code", "", "struct.Error.html#method.code"),
    link("ErrorCode::Unrecognized", "", "enum.ErrorCode.html#variant.Unrecognized"),
    ItemLink {
        feature: Some("hyper"),
        ..link("HyperTransport", "transport/", "struct.HyperTransport.html")
    },
    link("Inspect", "", "trait.Inspect.html"),
    link("Intercept", "intercept/", "trait.Intercept.html"),
    link("Items", "pagination/", "struct.Items.html"),
    ItemLink {
        feature: Some("mock"),
        ..link("MockTransport", "mock/", "struct.MockTransport.html")
    },
    link("on_request", "intercept/", "fn.on_request.html"),
    link("Pages", "pagination/", "struct.Pages.html"),
    ItemLink { feature: Some("hyper"), ..link("Proxies", "transport/", "struct.Proxies.html") },
    link("RequestOptions", "", "struct.RequestOptions.html"),
    link("RequestOptions::endpoint", "", "struct.RequestOptions.html#method.endpoint"),
    link("Response", "", "struct.Response.html"),
    link("RetryPolicy", "", "struct.RetryPolicy.html"),
    link("SendAs", "", "trait.SendAs.html"),
    ItemLink { feature: Some("blocking"), ..link("SendBlocking", "", "trait.SendBlocking.html") },
    link("Transport", "transport/", "trait.Transport.html"),
    link("Wait", "", "trait.Wait.html"),
];

/// Where the links of `text` lead to on any page: definitions of Markdown, one a line.
pub(super) fn addresses(krate: &Crate, text: &str) -> Vec<String> {
    let root =
        format!("https://docs.rs/{}/latest/{}", krate.package.name, example::crate_name(krate));
    let links = used(krate, text).into_iter().map(|link| {
        let (module, page) = link.page;
        format!("[`{}`]: {root}/{module}{page}", link.text)
    });
    links.collect()
}

/// Where the links of `text` lead to in the documentation of the crate: definitions of Markdown, one
/// a line, for items that every build has, and `addresses` for the others.
pub(super) fn paths(krate: &Crate, text: &str) -> Vec<String> {
    let (always, sometimes): (Vec<_>, Vec<_>) =
        used(krate, text).into_iter().partition(|it| it.feature.is_none());
    let always = always.into_iter().map(|link| {
        let module = link.page.0.replace('/', "::");
        format!("[`{0}`]: crate::{module}{0}", link.text)
    });
    let sometimes = sometimes.into_iter().map(|link| format!("[`{}`]", link.text));
    let sometimes: String = sometimes.collect();
    always.chain(addresses(krate, &sometimes)).collect()
}

/// The links of `text`, those that a vendor brings among them.
fn used(krate: &Crate, text: &str) -> Vec<ItemLink> {
    let vendors = krate.services.iter().filter_map(|service| service.vendor);
    let of_vendors =
        vendors.flat_map(|vendor| vendor.links).map(|(text, page)| link(text, "", page));
    let mut links: Vec<ItemLink> = LINKS.iter().copied().chain(of_vendors).collect();
    links.retain(|link| text.contains(&format!("[`{}`]", link.text)));
    links.sort_by_key(|link| link.text);
    links.dedup_by_key(|link| link.text);
    links
}
