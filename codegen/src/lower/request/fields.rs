//! Forms and bodies in parts: the object whose members are their fields.

use std::borrow::Cow;

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{BodyForm, Ty};
use crate::lower::request::body_type::BodyFormat;
use crate::lower::request::{part, style};
use crate::lower::types::{Schemas, Types};
use crate::openapi::{Additional, Content, Schema, SchemaId, Type};

/// How deep unions may stand in unions.
const DEPTH: usize = 8;

/// Whether the schema of a form allows no object, so that there are no fields; that is reported.
pub(super) fn report_no_object<'a>(types: &Types<'_, 'a>, content: &Content<'a>) -> bool {
    let Some(id) = content.schema else { return false };
    let schema = types.schemas().whole(id);
    let is_another = |ty: Type| ty != Type::Object;
    let has_none = !schema.types.is_empty() && schema.types.iter().all(is_another);
    if has_none {
        types.context().report(
            Diagnostic::new(Code::InvalidValue, "only an object can be sent as a form")
                .at(types.schemas().get(id).node.place(), "is of another type")
                .help("give it `type: object`, and a property for each field"),
        );
    }
    has_none
}

/// The object whose members are the fields of a form. The members of a union's variants are among
/// them where nothing else would have them: a variant cannot be sent that is a struct of texts when
/// one of its members is a file.
pub(super) fn object<'s, 'a>(
    schemas: &'s Schemas<'_, 'a>,
    id: SchemaId,
    format: BodyFormat,
) -> Cow<'s, Schema<'a>> {
    let whole = schemas.whole(id);
    let mut united = Cow::Borrowed(whole);
    unite(schemas, &mut united, whole, DEPTH);
    let has_file = format == BodyFormat::Multipart
        && united.properties.iter().any(|(_, property)| part::is_file(schemas, *property));
    if has_file || !whole.properties.is_empty() { united } else { Cow::Borrowed(whole) }
}

/// Adds the members of the variants of `schema`. Those that every variant requires are required.
fn unite<'s, 'a>(
    schemas: &'s Schemas<'_, 'a>,
    united: &mut Cow<'s, Schema<'a>>,
    schema: &Schema<'a>,
    depth: usize,
) {
    if depth == 0 {
        return;
    }
    let variants: Vec<_> = schema.variants().map(|variant| schemas.whole(variant)).collect();
    for variant in &variants {
        for (name, property) in &variant.properties {
            let known = united.properties.iter().position(|(known, _)| known == name);
            match known {
                None => united.to_mut().properties.push((*name, *property)),
                // A file takes any text too.
                Some(index) if part::is_file(schemas, *property) => {
                    united.to_mut().properties[index].1 = *property;
                }
                Some(_) => {}
            }
        }
        unite(schemas, united, variant, depth - 1);
    }
    let Some((first, others)) = variants.split_first() else { return };
    for name in &first.required {
        let of_all = others.iter().all(|variant| variant.requires(name.text));
        if of_all && depth == DEPTH && !united.requires(name.text) {
            united.to_mut().required.push(*name);
        }
    }
}

/// How an object becomes a body whose members are known to the caller only, and its type then.
pub(super) fn whole<'a>(
    types: &Types<'_, 'a>,
    content: &Content<'a>,
    format: BodyFormat,
    ty: Ty,
) -> (BodyForm, Ty) {
    let encoding = content.encoding.iter();
    match format {
        BodyFormat::Json => (BodyForm::Json, ty),
        BodyFormat::Form => {
            let styles = encoding.filter_map(|(name, encoding)| {
                let (style, explode) = style::of_any_type(encoding)?;
                Some(((*name).to_owned(), style, explode))
            });
            (BodyForm::Form(styles.collect()), ty)
        }
        BodyFormat::Multipart => match file_type_of_members(types, content) {
            Some(file) => (BodyForm::Files(file), Ty::Map(Box::new(Ty::File))),
            None => {
                let types = encoding.filter_map(|(name, encoding)| {
                    Some(((*name).to_owned(), encoding.content_type?.to_owned()))
                });
                (BodyForm::Multipart(types.collect()), ty)
            }
        },
    }
}

/// The type of the members of an object that are files, whatever they are called.
fn file_type_of_members<'a>(types: &Types<'_, 'a>, content: &Content<'a>) -> Option<String> {
    let schemas = types.schemas();
    match schemas.whole(content.schema?).additional {
        Some(Additional::Schema(value)) => part::file_type(schemas.whole(value)),
        _ => None,
    }
}
