// @generated: part of the runtime that the generator copies. Do not edit.

//! JSON as requests have it: whole numbers without a fraction, as most languages write them, and
//! without the members that only the server sets.

use std::cell::Cell;
use std::io;

use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};

/// Beyond it numbers are written with an exponent.
const LARGEST: f64 = 1e21;

thread_local! {
    /// Whether what is written is part of a request.
    static SENDING: Cell<bool> = const { Cell::new(false) };
}

/// Puts back what was before.
struct NoLongerSending(bool);

impl Drop for NoLongerSending {
    fn drop(&mut self) {
        SENDING.set(self.0);
    }
}

/// Whether what is written is part of a request. In the hands of callers every member is written.
pub fn is_sending() -> bool {
    SENDING.get()
}

/// Writes a part of a request.
pub(super) fn to_vec(value: &(impl Serialize + ?Sized)) -> serde_json::Result<Vec<u8>> {
    let _restore = NoLongerSending(SENDING.replace(true));
    let mut text = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut text, WholeNumbers))?;
    Ok(text)
}

/// The same as a text.
pub(super) fn to_string(value: &(impl Serialize + ?Sized)) -> serde_json::Result<String> {
    String::from_utf8(to_vec(value)?).map_err(serde::ser::Error::custom)
}

/// The same as a value, to look at.
pub(super) fn to_value(value: &(impl Serialize + ?Sized)) -> serde_json::Result<Value> {
    serde_json::from_slice(&to_vec(value)?)
}

struct WholeNumbers;

impl Formatter for WholeNumbers {
    fn write_f64<W: io::Write + ?Sized>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        match value.fract() == 0.0 && value.abs() < LARGEST {
            // Without the sign of a zero.
            true => write!(writer, "{}", value + 0.0),
            false => CompactFormatter.write_f64(writer, value),
        }
    }
}
