//! Words that are taken, in every namespace.

use crate::name::{Ident, Namespace, Wanted, assign, ident, reserved};
use crate::runtime::{MODULES, PARTS, Part};
use crate::vendor::VENDORS;

/// The parts of the runtime, those of vendors too.
fn parts() -> impl Iterator<Item = &'static Part> {
    PARTS.iter().chain(VENDORS.iter().flat_map(|vendor| vendor.parts))
}

use super::{NAMESPACES, check};

/// Keywords of all editions; <https://doc.rust-lang.org/reference/keywords.html>.
const KEYWORDS: &str = "
    as break const continue crate else enum extern false fn for if impl in let loop match mod move
    mut pub ref return self Self static struct super trait true type unsafe use where while
    async await dyn
    abstract become box do final macro override priv typeof unsized virtual yield try gen
    macro_rules raw safe union auto default 'static";

#[test]
fn every_keyword_in_every_namespace() {
    for keyword in KEYWORDS.split_whitespace() {
        for namespace in NAMESPACES {
            check(namespace, &ident(namespace, keyword));
        }
    }
}

#[test]
fn one_underscore_escapes_a_strict_keyword() {
    assert_eq!(ident(Namespace::Argument, "self").as_str(), "self_");
    assert_eq!(ident(Namespace::Field, "try").as_str(), "try_");
    assert_eq!(ident(Namespace::Variant, "self").as_str(), "Self_");
    assert_eq!(ident(Namespace::Type, "self").as_str(), "SelfModel");
}

#[test]
fn weak_keywords_are_plain_names() {
    for keyword in ["union", "default", "auto", "raw", "safe", "macro_rules"] {
        assert_eq!(ident(Namespace::Field, keyword).as_str(), keyword);
    }
}

#[test]
fn no_name_takes_a_reserved_word() {
    let lists = [
        (Namespace::Type, reserved::PRELUDE_TYPES),
        (Namespace::Type, reserved::DERIVES),
        (Namespace::Type, reserved::CLIENT_TYPES),
        (Namespace::Variant, reserved::VARIANTS),
        (Namespace::Field, reserved::STRUCT_METHODS),
        (Namespace::Method, reserved::CLIENT_METHODS),
        (Namespace::Setter, reserved::REQUEST_METHODS),
        (Namespace::Builder, reserved::BUILDER_METHODS),
        (Namespace::Module, reserved::PRIMITIVES),
        (Namespace::Module, reserved::MODULES),
        (Namespace::Module, reserved::FILES),
    ];
    for (namespace, words) in lists {
        for word in words {
            let plain = ident(namespace, word);
            assert_ne!(plain.as_str(), *word);
            check(namespace, &plain);
            let asked = assign(namespace, &[Wanted { wire: "x", rust: Some(word) }]);
            assert_eq!(asked.invalid, [0], "{word}");
        }
    }
}

#[test]
fn fixed_names_are_what_they_say() {
    assert_eq!(Ident::fixed("Client").to_string(), "Client");
    let ident = Ident::fixed("Client");
    assert_eq!(quote::quote!(pub struct #ident;).to_string(), "pub struct Client ;");
}

#[test]
fn modules_that_show_the_runtime_are_reserved() {
    for (module, _) in MODULES {
        assert_ne!(ident(Namespace::Module, module).as_str(), *module);
    }
}

/// A name that no client has any more need not be kept free.
#[test]
fn types_of_every_client_are_there() {
    // Emitted, or what callers call one of the requests.
    const EMITTED: &[&str] = &["Client", "ErrorCode", "Request"];
    for name in reserved::CLIENT_TYPES {
        let is_shown =
            parts().any(|part| part.public.contains(name) || part.internal.contains(name));
        assert!(is_shown || EMITTED.contains(name), "{name}");
    }
}

/// Setters of variables and credentials stand beside the methods that the runtime has.
#[test]
fn methods_of_the_builder_are_reserved() {
    let mut methods = Vec::new();
    for part in parts() {
        let file = syn::parse_file(part.text).expect("a part is Rust");
        for item in file.items {
            let syn::Item::Impl(block) = item else { continue };
            let syn::Type::Path(path) = &*block.self_ty else { continue };
            if path.path.segments.iter().any(|segment| segment.ident == "ClientBuilder") {
                methods.extend(block.items.into_iter().filter_map(|item| match item {
                    syn::ImplItem::Fn(function) => Some(function.sig.ident.to_string()),
                    _ => None,
                }));
            }
        }
    }
    assert!(methods.contains(&"build".to_owned()));
    for method in methods {
        assert!(Namespace::Builder.reserves(&method), "{method}");
    }
}
