//! Answers: what a success holds, which errors are documented, how pages follow each other.

use std::collections::BTreeMap;

use super::body;
use super::types::{Name, Types};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Answer, DocumentedError};
use crate::name::Ident;
use crate::source::Node;
use crate::spec::{Operation, Reader, Response, Status};

/// What an operation answers.
pub(super) struct Answers<'a> {
    pub(super) answer: Answer,
    pub(super) errors: Vec<DocumentedError>,
    /// The status and the example of a success.
    pub(super) example: Option<(u16, Option<Node<'a>>)>,
}

impl<'a> Answers<'a> {
    /// Reads the responses of `operation`; the type of an unnamed answer is called `name`.
    pub(super) fn read(
        reader: &mut Reader<'a, '_>,
        types: &mut Types<'a>,
        operation: &Operation<'a>,
        error_codes: &BTreeMap<String, Ident>,
        name: &Name,
    ) -> Self {
        let mut answers = Self { answer: Answer::Empty, errors: Vec::new(), example: None };
        let mut success: Option<Response<'a>> = None;
        for (key, response) in &operation.responses {
            let node = operation.node.get("responses").and_then(|it| it.get(key));
            let Some(status) = Status::read(reader, key, node.unwrap_or(operation.node)) else {
                continue;
            };
            let Some(response) = response.resolve(reader) else { continue };
            if !status.is_success() {
                answers.errors.extend(documented(status, &response, error_codes));
            } else if let Some(first) = &success {
                reader.report(
                    Diagnostic::error(
                        Code::Unsupported,
                        "several successful responses are not supported yet",
                    )
                    .at(response.node.key_place(), "another one")
                    .also(first.node.key_place(), "the first one"),
                );
            } else {
                answers.success(reader, types, status, &response, name);
                success = Some(response);
            }
        }
        answers
    }

    fn success(
        &mut self,
        reader: &mut Reader<'a, '_>,
        types: &mut Types<'a>,
        status: Status,
        response: &Response<'a>,
        name: &Name,
    ) {
        let content = body::json(reader, &response.content, "an answer", response.node);
        let example = content.as_ref().and_then(|content| content.example);
        if let Some(schema) = content.and_then(|content| content.schema) {
            let name = name.described(response.description);
            self.answer = Answer::Json(types.ty(reader, &schema, &name));
        }
        let status = if let Status::Code(code) = status { code } else { 200 };
        if self.answer == Answer::Empty || example.is_some() {
            self.example = Some((status, example));
        }
    }
}

fn documented(
    status: Status,
    response: &Response<'_>,
    error_codes: &BTreeMap<String, Ident>,
) -> Vec<DocumentedError> {
    let status_text = status.to_string();
    if response.error_codes.is_empty() {
        // `default` without codes says only that something may go wrong.
        let meaning = match (status, response.description) {
            (Status::Default, _) | (_, None) => return Vec::new(),
            (_, Some(description)) => description.trim().to_owned(),
        };
        return vec![DocumentedError { status: status_text, code: None, meaning }];
    }
    response
        .error_codes
        .iter()
        .map(|(code, meaning)| DocumentedError {
            status: status_text.clone(),
            code: error_codes.get(*code).cloned(),
            meaning: meaning.text.trim().to_owned(),
        })
        .collect()
}
