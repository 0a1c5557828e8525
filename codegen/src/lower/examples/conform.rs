//! Whether an example is what its schema says: only then can a test be made of it.

use serde_json::{Number, Value};

use crate::ir::{Field, Item, ItemKind, Presence, Reading, Ty, Union, UnionVariant};

/// Why no test can be made of an example.
pub(crate) struct Misfit {
    /// What is wrong, by its JSON pointer.
    pub(crate) problem: String,
    /// Whether the schema allows it all the same: members that nobody declares.
    pub(crate) is_legal: bool,
}

/// What is wrong with `value` as a `ty`; `None` if nothing is.
///
/// Strict in both directions: what is read of the value and written again must be the value.
pub(crate) fn misfit(value: &Value, ty: &Ty, items: &[Item]) -> Option<Misfit> {
    check(value, ty, items).err().map(|Problem { path, text, is_legal }| Misfit {
        problem: match path.is_empty() {
            true => text,
            false => format!("`{path}` {text}"),
        },
        is_legal,
    })
}

struct Problem {
    path: String,
    text: String,
    is_legal: bool,
}

type Check = Result<(), Problem>;

fn check(value: &Value, ty: &Ty, items: &[Item]) -> Check {
    let fits = match ty {
        Ty::Bool => value.is_boolean(),
        Ty::I32 => value.as_i64().is_some_and(|it| i32::try_from(it).is_ok()),
        Ty::I64 => value.is_i64(),
        Ty::U64 => value.is_u64(),
        Ty::F64 => is_exact(value),
        Ty::String | Ty::Secret | Ty::Timestamp | Ty::Bytes | Ty::File => value.is_string(),
        Ty::Json => true,
        Ty::Option(_) if value.is_null() => true,
        Ty::Boxed(inner) | Ty::Option(inner) => return check(value, inner, items),
        Ty::List(inner) => return check_each(value.as_array(), inner, items),
        Ty::Map(inner) => return check_map(value, inner, items),
        Ty::Named(id) => match &items[id.0].kind {
            ItemKind::Enum(_) => value.is_string(),
            ItemKind::Integers(_) => value.is_i64(),
            ItemKind::Union(union) => return check_union(value, union, items),
            ItemKind::Responses(_) | ItemKind::Errors(_) => true,
            ItemKind::Struct(strukt) => {
                return check_object(
                    value,
                    &strukt.fields,
                    strukt.rest.as_ref().map(|(_, ty)| ty),
                    items,
                );
            }
        },
    };
    if fits { Ok(()) } else { problem(format!("is of another type: {}", shown(value))) }
}

/// Whether a value is a number that stays the same as a float. Whole numbers are numbers.
fn is_exact(value: &Value) -> bool {
    match (value.as_number().and_then(Number::as_i128), value.as_f64()) {
        (Some(int), Some(float)) => float as i128 == int,
        (_, float) => float.is_some(),
    }
}

/// The variant of a union that a value is told to be by its tag, or that it is without loss.
pub(super) fn variant<'i>(
    value: &Value,
    union: &'i Union,
    items: &[Item],
) -> Option<&'i UnionVariant> {
    told(value, union).find(|variant| check(value, &variant.ty, items).is_ok())
}

/// The variants of a union that a value can be by its tag.
pub(super) fn told<'i>(value: &Value, union: &'i Union) -> impl Iterator<Item = &'i UnionVariant> {
    let tag = union.tag.as_ref().and_then(|tag| value.get(tag)).cloned();
    union.variants.iter().filter(move |variant| match &tag {
        Some(tag) if !variant.tags.is_empty() => variant.tags.contains(tag),
        _ => variant.tags.is_empty(),
    })
}

fn check_union(value: &Value, union: &Union, items: &[Item]) -> Check {
    let is_single = union.values.iter().any(|single| single.value == *value);
    if is_single || variant(value, union, items).is_some() {
        return Ok(());
    }
    // Values of other types are kept as they are; what is read of an object may be less.
    Err(Problem {
        path: String::new(),
        text: "is of no type of a union".to_owned(),
        is_legal: true,
    })
}

fn check_each(values: Option<&Vec<Value>>, ty: &Ty, items: &[Item]) -> Check {
    let Some(values) = values else { return problem("is not an array".to_owned()) };
    for (index, value) in values.iter().enumerate() {
        below(&index.to_string(), check(value, ty, items))?;
    }
    Ok(())
}

fn check_map(value: &Value, ty: &Ty, items: &[Item]) -> Check {
    let Some(members) = value.as_object() else { return problem("is not an object".to_owned()) };
    for (name, value) in members {
        below(name, check(value, ty, items))?;
    }
    Ok(())
}

fn check_object(value: &Value, fields: &[Field], rest: Option<&Ty>, items: &[Item]) -> Check {
    let Some(members) = value.as_object() else { return problem("is not an object".to_owned()) };
    for field in fields {
        match (members.get(&field.wire), field.presence) {
            (None, Presence::Required | Presence::Nullable) => {
                return below(&field.wire, problem("is missing".to_owned()));
            }
            (None, _) | (Some(Value::Null), Presence::Nullable | Presence::OptionalNullable) => {}
            (Some(Value::String(_)), _) if field.reading == Reading::NumberOrText => {
                return below(
                    &field.wire,
                    problem("is a text, which is read as a number".to_owned()),
                );
            }
            (Some(value), _) => {
                below(&field.wire, check(value, &field.ty, items))?;
                below(&field.wire, check_constant(value, field))?;
            }
        }
    }
    for (name, value) in members {
        if fields.iter().any(|field| field.wire == *name) {
            continue;
        }
        match rest {
            Some(ty) => below(name, check(value, ty, items))?,
            None => return below(name, undeclared()),
        }
    }
    Ok(())
}

/// Whether a member that callers do not give has the one value that is sent.
fn check_constant(value: &Value, field: &Field) -> Check {
    match &field.constant {
        Some(constant) if field.is_default && !is_same(constant, value) => Err(Problem {
            path: String::new(),
            text: format!("is {}, and not {constant}", shown(value)),
            is_legal: true,
        }),
        _ => Ok(()),
    }
}

/// Whether two values are the same, numbers by what they are worth.
fn is_same(one: &Value, other: &Value) -> bool {
    one == other || one.as_f64().is_some_and(|one| other.as_f64() == Some(one))
}

fn problem(text: String) -> Check {
    Err(Problem { path: String::new(), text, is_legal: false })
}

fn undeclared() -> Check {
    Err(Problem { path: String::new(), text: "is not declared".to_owned(), is_legal: true })
}

fn below(name: &str, check: Check) -> Check {
    check.map_err(|problem| Problem { path: format!("/{name}{}", problem.path), ..problem })
}

fn shown(value: &Value) -> String {
    let text = value.to_string();
    let short: String = text.chars().take(40).collect();
    if short.len() < text.len() { format!("{short}...") } else { short }
}
