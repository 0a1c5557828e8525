//! Waiting for a state, and blocking for a call.

use std::time::Duration;

use baidubce::bcc::types::InstanceStatus;
use baidubce::http::StatusCode;
use baidubce::mock::{MockTransport, Reply};
use baidubce::{ErrorKind, SendBlocking, Wait};

use super::support::{USERS, client, ok};

fn instance(status: &str) -> Reply {
    let body = format!(r#"{{"instance":{{"id":"i-1","name":"a","status":"{status}"}}}}"#);
    Reply::json(StatusCode::OK, body)
}

#[tokio::test]
async fn an_instance_is_waited_for() {
    let replies = [Reply::empty(StatusCode::NOT_FOUND), instance("Starting"), instance("Running")];
    let mock = replies
        .into_iter()
        .fold(MockTransport::new(), |mock, reply| mock.get("/v2/instance/i-1", reply));
    let wait = client(&mock)
        .get_instance("i-1")
        .until(|body| body.instance.status == InstanceStatus::Running)
        .fail_if(|body| body.instance.status == InstanceStatus::Error)
        .may_be_missing_at_first()
        .within(Duration::from_secs(300));
    let body = wait.send().await.unwrap();
    assert_eq!(body.instance.id, "i-1");
    assert_eq!(mock.pauses().len(), 2);
}

#[tokio::test]
async fn an_instance_that_failed_is_not() {
    let mock = MockTransport::new().get("/v2/instance/i-1", instance("Error"));
    let wait = client(&mock)
        .get_instance("i-1")
        .until(|body| body.instance.status == InstanceStatus::Running)
        .fail_if(|body| body.instance.status == InstanceStatus::Error);
    assert_eq!(wait.send().await.unwrap_err().kind(), ErrorKind::UnwantedState);
}

#[test]
fn a_call_blocks() {
    let mock = MockTransport::new()
        .get(USERS, ok(r#"{"users":[{"account":"a"}]}"#))
        .get("/v2/image", ok(r#"{"images":[],"isTruncated":false}"#));
    let client = client(&mock);
    let users = client.list_image_shared_users(super::support::IMAGE).send_blocking().unwrap();
    assert_eq!(users.users.len(), 1);
    let response = client.list_images().send_with_response().wait().unwrap();
    assert_eq!(response.status(), StatusCode::OK);
}
