//! Whether an example is what its schema says: only then can a test be made of it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ptr;

use serde_json::{Map, Number, Value};

use super::kept::Kept;
use super::shapes::Shapes;
use crate::ir::{Field, ItemKind, Reading, Struct, Ty, TypeId, Union, UnionVariant};

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
pub(crate) fn misfit(value: &Value, ty: &Ty, shapes: &Shapes<'_>) -> Option<Misfit> {
    let check = Checker::new(shapes, None).check(value, ty);
    check.err().map(|Problem { path, text, is_legal }| Misfit {
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

/// Checks a value and what is in it, each of them once.
pub(super) struct Checker<'s, 'i> {
    pub(super) shapes: &'s Shapes<'i>,
    /// Which members count; `None`: all of them.
    kept: Option<Kept>,
    /// Which variant a value is, by its address and the union. Unions may be in each other, so that
    /// without it a value would be looked at for each way to it.
    variants: RefCell<HashMap<(*const Value, TypeId), Option<usize>>>,
}

impl<'s, 'i> Checker<'s, 'i> {
    pub(super) fn new(shapes: &'s Shapes<'i>, kept: Option<Kept>) -> Self {
        Self { shapes, kept, variants: RefCell::default() }
    }

    fn check(&self, value: &Value, ty: &Ty) -> Check {
        crate::steps::take(1);
        let fits = match ty {
            Ty::Bool => value.is_boolean(),
            Ty::I32 => value.as_i64().is_some_and(|it| i32::try_from(it).is_ok()),
            Ty::I64 => value.is_i64(),
            Ty::U64 => value.is_u64(),
            Ty::F64 => is_exact(value),
            Ty::String | Ty::Secret | Ty::Timestamp | Ty::Bytes | Ty::File => value.is_string(),
            Ty::Json => true,
            Ty::Option(_) if value.is_null() => true,
            Ty::Boxed(inner) | Ty::Option(inner) => return self.check(value, inner),
            Ty::List(inner) => return self.check_list(value.as_array(), inner),
            Ty::Map(inner) => return self.check_map(value.as_object(), inner),
            Ty::Named(id) => match self.shapes.kind(*id) {
                ItemKind::Enum(_) => value.is_string(),
                ItemKind::Integers(_) => value.is_i64(),
                ItemKind::Union(union) => return self.check_union(value, *id, union),
                ItemKind::Responses(_) | ItemKind::Errors(_) => true,
                ItemKind::Struct(strukt) => {
                    return self.check_object(value.as_object(), *id, strukt);
                }
            },
        };
        if fits { Ok(()) } else { problem(format!("is of another type: {}", shown(value))) }
    }

    fn check_list(&self, values: Option<&Vec<Value>>, ty: &Ty) -> Check {
        let Some(values) = values else { return problem("is not an array".to_owned()) };
        for (index, value) in values.iter().enumerate() {
            below(&index.to_string(), self.check(value, ty))?;
        }
        Ok(())
    }

    fn check_map(&self, members: Option<&Map<String, Value>>, ty: &Ty) -> Check {
        let Some(members) = members else { return problem("is not an object".to_owned()) };
        for (name, value) in members {
            below(name, self.check(value, ty))?;
        }
        Ok(())
    }

    fn check_union(&self, value: &Value, id: TypeId, union: &'i Union) -> Check {
        let is_single = union.values.iter().any(|single| single.value == *value);
        if is_single || self.variant(value, id, union).is_some() {
            return Ok(());
        }
        // Values of other types are kept as they are; what is read of an object may be less.
        Err(Problem {
            path: String::new(),
            text: "is of no type of a union".to_owned(),
            is_legal: true,
        })
    }

    /// The variant of a union that a value is told to be by its tag, or that it is without loss. The
    /// value has to stay where it is as long as the checker is used.
    pub(super) fn variant(
        &self,
        value: &Value,
        id: TypeId,
        union: &'i Union,
    ) -> Option<&'i UnionVariant> {
        let key = (ptr::from_ref(value), id);
        let known = self.variants.borrow().get(&key).copied();
        let index = known.unwrap_or_else(|| {
            // Until it is known a union that is a variant of itself is none.
            self.variants.borrow_mut().insert(key, None);
            let fits = |index: &usize| self.check(value, &union.variants[*index].ty).is_ok();
            let found = told(value, union).find(fits);
            self.variants.borrow_mut().insert(key, found);
            found
        });
        index.map(|index| &union.variants[index])
    }

    fn check_object(
        &self,
        members: Option<&Map<String, Value>>,
        id: TypeId,
        strukt: &Struct,
    ) -> Check {
        let Some(members) = members else { return problem("is not an object".to_owned()) };
        let declared = self.shapes.members(id);
        let is_left_out =
            |field: &Field, value: &Value| self.kept.is_some_and(|it| it.leaves_out(field, value));
        for field in &declared.required {
            let value = members.get(&field.wire).filter(|value| !is_left_out(field, value));
            if value.is_none() {
                return below(&field.wire, problem("is missing".to_owned()));
            }
        }
        for (name, value) in members {
            match (declared.by_wire.get(name.as_str()), &strukt.rest) {
                (Some((_, field)), _) if is_left_out(field, value) => {}
                (Some((_, field)), _) => below(name, self.check_member(value, field))?,
                (None, Some((_, ty))) => below(name, self.check(value, ty))?,
                (None, None) if self.kept.is_some() => {}
                (None, None) => return below(name, undeclared()),
            }
        }
        Ok(())
    }

    fn check_member(&self, value: &Value, field: &Field) -> Check {
        match (value, field.presence) {
            (Value::Null, presence) if presence.allows_null() => Ok(()),
            (Value::String(_), _) if field.reading == Reading::NumberOrText => {
                problem("is a text, which is read as a number".to_owned())
            }
            _ => {
                self.check(value, &field.ty)?;
                check_constant(value, field)
            }
        }
    }
}

/// The variants of a union that a value can be by its tag, by index.
fn told(value: &Value, union: &Union) -> impl Iterator<Item = usize> {
    let tag = union.tag.as_ref().and_then(|tag| value.get(tag));
    let variants = union.variants.iter().enumerate();
    let told = variants.filter(move |(_, variant)| match tag {
        Some(tag) if !variant.tags.is_empty() => variant.tags.contains(tag),
        _ => variant.tags.is_empty(),
    });
    told.map(|(index, _)| index)
}

/// Whether a value is a number that stays the same as a float. Whole numbers are numbers.
fn is_exact(value: &Value) -> bool {
    match (value.as_number().and_then(Number::as_i128), value.as_f64()) {
        (Some(int), Some(float)) => float as i128 == int,
        (_, float) => float.is_some(),
    }
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
