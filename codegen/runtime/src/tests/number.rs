//! `: number` in `object!`: numbers that come as text as well.

use super::json::{read, written};
use crate::decode;
use crate::json::object;

#[derive(Clone, Debug, Default, PartialEq)]
struct Card {
    count: i32,
    size: Option<i64>,
    price: Option<f64>,
    days: Vec<i32>,
}

object! {
    Card {
        "count" => count: number,
        "size" => size?: number,
        "price" => price?: number,
        "days" => days: number,
    }
}

#[test]
fn numbers_and_texts_are_read_and_numbers_written() {
    let expected = Card { count: 2, size: Some(-3), price: Some(0.5), days: vec![1, 7] };
    for text in [
        r#"{"count":2,"size":-3,"price":0.5,"days":[1,7]}"#,
        r#"{"count":"2","size":" -3 ","price":"0.5","days":["1",7]}"#,
    ] {
        assert_eq!(read::<Card>(text).unwrap(), expected, "{text}");
    }
    assert_eq!(written(&expected), r#"{"count":2,"size":-3,"price":0.5,"days":[1,7]}"#);
}

#[test]
fn empty_texts_and_nulls_stand_for_nothing() {
    for text in [
        r#"{"count":0,"size":"","price":" ","days":[]}"#,
        r#"{"count":0,"size":null,"price":null,"days":[]}"#,
    ] {
        assert_eq!(read::<Card>(text).unwrap(), Card::default(), "{text}");
    }
    for (text, absent) in [
        (r#"{"count":"","days":[]}"#, "`count` of Card is null"),
        (r#"{"count":null,"days":[]}"#, "`count` of Card is null"),
        (r#"{"count":1,"days":null}"#, "`days` of Card is null"),
        (r#"{"days":[]}"#, "`count` of Card is missing"),
    ] {
        let error = read::<Card>(text).unwrap_err().to_string();
        assert!(error.contains(absent), "{text}: {error}");
    }
    let error = read::<Card>(r#"{"count":1,"days":[1,""]}"#).unwrap_err().to_string();
    assert!(error.contains("expected a number or a text that is one"), "{error}");
    let text = br#"{"count":"","days":["1","",null]}"#;
    let lenient = decode::from_slice::<Card>(text, true);
    assert_eq!(lenient.unwrap(), Card { days: vec![1, 0, 0], ..Card::default() });
}

#[test]
fn other_values_are_errors_that_show_them() {
    for (text, shown) in [
        (r#"{"count":"two"}"#, "\"two\""),
        (r#"{"count":3000000000}"#, "3000000000"),
        (r#"{"size":1.5}"#, "1.5"),
        (r#"{"price":true}"#, "true"),
        (r#"{"days":{"a":1}}"#, r#"{"a":1}"#),
    ] {
        let error = read::<Card>(text).unwrap_err().to_string();
        let expected = format!("expected a number or a text that is one, not {shown}");
        assert!(error.contains(&expected), "{text}: {error}");
    }
}
