//! A request's values, found by field and checked against what each field accepts.

use crate::catalogue::{Asked, BodyKind, Edition, Field, FieldIx, FieldKind, NumberKind};
use crate::remark::Remark;
use crate::request::{Request, Value};
use alloc::{vec, vec::Vec};
use rust_decimal::Decimal;

/// What is known, by position of the field. A value that a field refuses is not known.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// The kind of body that asks.
    pub kind: Option<BodyKind>,
    slots: Vec<Slot>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Slot {
    Unknown,
    Number(Decimal),
    Choice(u8),
}

impl Inputs {
    /// Reads a request's values, with a remark on each that is not taken.
    pub fn read<'c>(edition: &'c Edition, request: &Request, remarks: &mut Vec<Remark<'c>>) -> Inputs {
        let mut inputs = Inputs { kind: request.kind, slots: vec![Slot::Unknown; edition.fields.len()] };
        for (id, value) in request.values.iter() {
            let asked = edition.field_ix(id).filter(|ix| !matches!(edition.field(*ix).asked, Asked::Derived(_)));
            match asked {
                None => remarks.push(Remark::UnknownField(id.clone())),
                Some(ix) => match accept(ix, edition.field(ix), value) {
                    Ok(slot) => inputs.put(ix, slot),
                    Err(remark) => remarks.push(remark),
                },
            }
        }
        inputs
    }

    /// The number of a field.
    pub fn number(&self, field: FieldIx) -> Option<Decimal> {
        match self.slots.get(usize::from(field.0)) {
            Some(Slot::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// The answer to a choice, by position.
    pub fn choice(&self, field: FieldIx) -> Option<u8> {
        match self.slots.get(usize::from(field.0)) {
            Some(Slot::Choice(choice)) => Some(*choice),
            _ => None,
        }
    }

    /// Sets or forgets the number of every field that `is_such`.
    pub fn set_each(&mut self, edition: &Edition, is_such: impl Fn(&Field) -> bool, number: Option<Decimal>) {
        for (slot, field) in self.slots.iter_mut().zip(&edition.fields) {
            if is_such(field) {
                *slot = number.map_or(Slot::Unknown, Slot::Number);
            }
        }
    }

    fn put(&mut self, field: FieldIx, value: Slot) {
        if let Some(slot) = self.slots.get_mut(usize::from(field.0)) {
            *slot = value;
        }
    }
}

/// Checks a value against its field.
fn accept<'c>(ix: FieldIx, field: &Field, value: &Value) -> Result<Slot, Remark<'c>> {
    match (&field.kind, value) {
        (FieldKind::Choice(choices), Value::Choice(id)) => choices
            .iter()
            .position(|choice| choice.id == *id)
            .and_then(|place| u8::try_from(place).ok())
            .map(Slot::Choice)
            .ok_or_else(|| Remark::UnknownChoice(ix, id.clone())),
        (FieldKind::Number(_), Value::Number(number)) => in_range(ix, field, *number).map(Slot::Number),
        (FieldKind::Choice(_), Value::Number(_)) | (FieldKind::Number(_), Value::Choice(_)) => {
            Err(Remark::WrongType(ix))
        }
    }
}

/// Checks a number against its field's bounds and decimals.
fn in_range<'c>(ix: FieldIx, field: &Field, number: Decimal) -> Result<Decimal, Remark<'c>> {
    let FieldKind::Number(NumberKind { min, max, decimals, .. }) = &field.kind else {
        return Err(Remark::WrongType(ix));
    };
    let number = number.normalize();
    if number < *min {
        Err(Remark::BelowMinimum(ix, number))
    } else if number > *max {
        Err(Remark::AboveMaximum(ix, number))
    } else if number.scale() > u32::from(*decimals) {
        Err(Remark::TooPrecise(ix, number))
    } else {
        Ok(number)
    }
}
