//! Statuses: as a pattern, and in words.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::ir::Statuses;

/// What a `u16` is matched with.
pub(super) fn pattern(statuses: &Statuses) -> TokenStream {
    let Statuses::These(stretches) = statuses else { return quote!(_) };
    let stretches = stretches.iter().map(|(first, last)| {
        let [from, to] = [*first, *last].map(Literal::u16_unsuffixed);
        if first == last { quote!(#from) } else { quote!(#from..=#to) }
    });
    quote!(#(#stretches)|*)
}

/// The documentation of what comes with them.
pub(super) fn words(statuses: &Statuses) -> String {
    match statuses {
        Statuses::These(_) => format!("With status {statuses}."),
        Statuses::Others => "With any other status.".to_owned(),
    }
}
