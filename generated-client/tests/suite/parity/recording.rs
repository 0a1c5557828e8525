//! What the official SDK sent, as `tests/parity/record.py` recorded it.

use baidubce::http::Request;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

const RECORDED: &str = include_str!("../../parity/recorded.json");

/// One call of the SDK's client.
pub(crate) struct Recording {
    /// The name of the method in Python, with `()` behind it if it gets nothing optional.
    pub(crate) name: String,
    pub(crate) arguments: Arguments,
    /// The request, or the error that kept the SDK from sending one.
    pub(crate) outcome: Result<Request<Value>, String>,
}

/// Every call, sorted by the method.
pub(crate) fn recordings() -> Vec<Recording> {
    let records: Vec<Value> = serde_json::from_str(RECORDED).expect("the recording is JSON");
    records.iter().map(Recording::from_json).collect()
}

impl Recording {
    fn from_json(record: &Value) -> Self {
        let arguments = record["arguments"].as_object().expect("every record has arguments");
        let outcome = match record.get("error") {
            Some(error) => Err(text(error).to_owned()),
            None => Ok(request(record)),
        };
        let method = text(&record["python_method"]);
        let suffix = if record["required_only"] == true { "()" } else { "" };
        Self { name: format!("{method}{suffix}"), arguments: Arguments(arguments.clone()), outcome }
    }
}

fn request(record: &Value) -> Request<Value> {
    let pairs = record["query"].as_array().expect("a query is a list of pairs");
    let query: Vec<String> =
        pairs.iter().map(|pair| format!("{}={}", text(&pair[0]), text(&pair[1]))).collect();
    let target = format!("{}?{}", text(&record["path"]), query.join("&"));
    let mut request = Request::builder().method(text(&record["method"])).uri(target);
    let headers = record["headers"].as_object().expect("headers are an object");
    for (name, value) in headers {
        request = request.header(name, text(value));
    }
    request.body(record["body"].clone()).expect("the SDK sent a valid request")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

/// The arguments of a call in Python, for the same call in Rust.
pub(crate) struct Arguments(Map<String, Value>);

impl Arguments {
    /// A text, also one that is an enum or a secret in Rust.
    pub(crate) fn text(&self, name: &str) -> &str {
        text(self.argument(name))
    }

    /// A number that is a text in Python.
    pub(crate) fn number(&self, name: &str) -> i32 {
        self.text(name).parse().unwrap_or_else(|error| panic!("`{name}`: {error}"))
    }

    /// A list of texts.
    pub(crate) fn texts(&self, name: &str) -> Vec<String> {
        self.get(name)
    }

    /// A list of numbers or objects.
    pub(crate) fn list<T: DeserializeOwned>(&self, name: &str) -> Vec<T> {
        self.get(name)
    }

    /// A number, a flag or an object.
    pub(crate) fn get<T: DeserializeOwned>(&self, name: &str) -> T {
        let value = self.argument(name).clone();
        serde_json::from_value(value).unwrap_or_else(|error| panic!("`{name}`: {error}"))
    }

    fn argument(&self, name: &str) -> &Value {
        self.0.get(name).unwrap_or_else(|| panic!("there is no argument `{name}`"))
    }
}
