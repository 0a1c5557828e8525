//! Responses that are read while they come.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Doc;
use super::ty::Scope;
use crate::ir::{EventForm, Pieces, Stream};
use crate::name::Ident;
use crate::runtime::name;

/// The method of a call that returns a stream, and what the stream is in Rust.
pub(super) fn send(scope: &Scope<'_>, pieces: &Pieces) -> (&'static str, TokenStream) {
    match pieces {
        Pieces::Bytes => ("send_stream", scope.imports.runtime(name!("ByteStream"))),
        Pieces::Lines(ty) => {
            let (stream, ty) = (scope.imports.runtime(name!("JsonLines")), scope.ty(ty));
            ("send_lines", quote!(#stream<#ty>))
        }
        Pieces::Parts(ty) => {
            let (stream, ty) = (scope.imports.runtime(name!("JsonParts")), scope.ty(ty));
            ("send_parts", quote!(#stream<#ty>))
        }
        Pieces::Events(ty, form) => {
            let (stream, ty) = (scope.imports.runtime(name!("EventStream")), scope.ty(ty));
            let send = match form {
                EventForm::Json => "send_events",
                EventForm::Text => "send_text_events",
                EventForm::Whole => "send_whole_events",
                EventForm::WholeText => "send_whole_text_events",
            };
            (send, quote!(#stream<#ty>))
        }
    }
}

/// The method `send_stream` of a request whose response may be read as a whole as well.
pub(super) fn method(scope: &Scope<'_>, stream: &Stream) -> TokenStream {
    let (send, ty) = send(scope, &stream.pieces);
    let send = Ident::fixed(send);
    let (response, sending) =
        (scope.imports.runtime(name!("Response")), scope.imports.runtime(name!("Sending")));
    let media_type = &stream.media_type;
    let (what, accept) = match &stream.pieces {
        // All types of the response are bytes.
        Pieces::Bytes => ("the bytes of the response as they arrive", None),
        Pieces::Events(..) => (EVENTS, Some(quote!(.accept(#media_type)))),
        Pieces::Lines(_) | Pieces::Parts(_) => (LINES, Some(quote!(.accept(#media_type)))),
    };
    let mut doc = Doc::default();
    doc.ours(&format!("Sends the request and returns {what}."));
    doc.verbatim(HEAD);
    doc.heading("Errors");
    doc.verbatim("See [`Error`](crate::Error).");
    quote! {
        #doc
        pub fn send_stream(self) -> #sending<#response<#ty>> {
            self.0.call() #accept.#send()
        }
    }
}

// Not the stream alone: who stores a download elsewhere needs its length and type first.
const HEAD: &str = "The response comes before its body: read status and headers, such as the length \
                     of a download, and then the stream, which \
                     [`into_body`](crate::Response::into_body) returns.";
const EVENTS: &str = "server-sent events as they arrive. The `accept` header asks for them; some \
                      services want a value of the request to ask for them too";
const LINES: &str = "the values of the response as they arrive. The `accept` header asks for them; \
                     some services want a value of the request to ask for them too";
