//! The codes of findings.

use std::fmt;

/// Declares the codes as one table: variant, name, explanation.
macro_rules! codes {
    ($($variant:ident $name:literal $explanation:literal,)*) => {
        /// The kind of a finding. The names are stable, so one can search for them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $explanation] $variant,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &[Code] = &[$(Code::$variant),*];

            /// The name: words in lower case, joined by hyphens.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Code::$variant => $name,)*
                }
            }

            /// The meaning of the code in one or two sentences, for the documentation.
            pub fn explanation(self) -> &'static str {
                match self {
                    $(Code::$variant => $explanation,)*
                }
            }
        }
    };
}

codes! {
    Syntax "syntax" "The text is neither YAML nor JSON.",
    DuplicateKey "duplicate-key" "A key stands twice in an object. The first one is read.",
    MissingDocument "missing-document" "A reference names a document that was not given.",
    UnknownKey "unknown-key" "An object has a key that OpenAPI does not know at this place.",
    WrongType "wrong-type" "A value has another type than OpenAPI asks for, such as a string in place of an object.",
    MissingKey "missing-key" "An object lacks a key that OpenAPI requires.",
    InvalidValue "invalid-value" "A value has the right type, but OpenAPI does not allow it.",
    UnsupportedVersion "unsupported-version" "The description is not written in a version that can be read: OpenAPI 3.0, 3.1 or 3.2, or Swagger 2.0; or an overlay is not in 1.0 or 1.1.",
    Unsupported "unsupported" "The description uses a feature of OpenAPI that the generator does not support.",
    UnresolvedReference "unresolved-reference" "A `$ref` leads to nothing, or to an object of another kind.",
    CircularReference "circular-reference" "References lead in a cycle without ever reaching a value.",
    PathParameters "path-parameters" "The placeholders of a path and its declared path parameters do not match.",
    DuplicateOperationId "duplicate-operation-id" "Two operations have the same `operationId`.",
    UndeclaredRequired "undeclared-required" "`required` lists a property that the schema does not have.",
    UselessExtension "useless-extension" "An `x-` key of the generator has no effect at this place.",
    WithoutEffect "without-effect" "The description has links, which the client does not use.",
    ContradictoryMapping "contradictory-mapping" "A discriminator maps a value to a schema in which the member has another. Both are read.",
    ShortName "short-name" "A name leaves out what an `operationId` says besides: the path and the method of its operation.",
    NameCollision "name-collision" "Two things get the same name in Rust.",
    InvalidPath "invalid-path" "The `target` or `copy` of an overlay is not a JSONPath.",
    NoMatch "no-match" "The `target` or `copy` of an overlay selects nothing in the description.",
    MissingExample "missing-example" "An operation of this repository lacks an example, so it has no test.",
    MissingDocumentation "missing-documentation" "An operation of this repository does not name the page that describes it.",
    MissingNotFound "missing-not-found" "An operation of this repository names a resource in its path, and has no response `404`.",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn names_are_the_variants_in_kebab_case() {
        for code in Code::ALL {
            let mut name = String::new();
            for c in format!("{code:?}").chars() {
                if c.is_uppercase() && !name.is_empty() {
                    name.push('-');
                }
                name.push(c.to_ascii_lowercase());
            }
            assert_eq!(code.as_str(), name);
        }
    }

    #[test]
    fn explanations_are_sentences() {
        for code in Code::ALL {
            assert!(code.explanation().ends_with('.'), "{code}");
        }
    }
}
