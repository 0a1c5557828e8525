//! What can be sent to another thread, shared and stored. Most of it is checked by compiling.

use std::fmt::Debug;

use baidubce::bcc::Client;
use baidubce::bcc::operation::image::{
    ListImageSharedUsers, ListImages, ListImagesInput, ListImagesOutput,
};
use baidubce::http::Method;
use baidubce::mock::MockTransport;
use baidubce::pagination::{Items, Pages};
use baidubce::{ClientBuilder, Credentials, Error, RequestOptions, Response, Result};
use futures_core::Stream;

use super::support::{IMAGE, USERS, client, ok};

fn is_send<T: Send + 'static>(_: &T) {}

#[test]
fn types_are_as_free_as_they_can_be() {
    fn is_movable<T: Send + 'static>() {}
    fn is_free<T: Send + Sync + Unpin + 'static>() {}
    fn is_value<T: Clone + Debug>() {}
    fn is_comparable<T: Clone + Debug + PartialEq + Send + Sync + 'static>() {}
    fn is_stream<T: Stream + Send + Unpin + Debug + 'static>() {}
    fn is_error<T: std::error::Error + Send + Sync + 'static>() {}

    is_free::<Client>();
    is_free::<ListImages>();
    is_free::<Credentials>();
    is_free::<RequestOptions>();
    is_free::<Response<ListImagesOutput>>();
    is_value::<Client>();
    is_value::<ListImages>();
    is_comparable::<ListImagesInput>();
    is_value::<ListImageSharedUsers>();
    is_value::<Response<ListImagesOutput>>();
    is_stream::<Pages<ListImagesOutput>>();
    is_stream::<Items<ListImagesOutput>>();
    is_error::<Error>();
    is_movable::<ClientBuilder<Client>>();
}

#[test]
fn futures_own_what_they_need() {
    let client = client(&MockTransport::new());
    is_send(&client.list_images().send());
    is_send(&client.list_image_shared_users(IMAGE).send());
    is_send(&client.create_image("web").send());
    is_send(&client.request(ListImagesInput::new()).send());
    is_send(&client.list_images().send_with_response());
    is_send(&async move { client.list_images().items().try_next().await });
}

#[tokio::test]
async fn a_call_can_be_a_task() {
    let mock = MockTransport::new().on(Method::GET, USERS, ok(r#"{"users":[]}"#));
    let task = {
        let image_id = IMAGE.to_owned();
        let client = client(&mock);
        tokio::spawn(client.list_image_shared_users(&image_id).send())
    };
    assert!(task.await.unwrap().unwrap().users.is_empty());
}

#[test]
fn errors_are_a_pointer() {
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(size_of::<Result<()>>(), size_of::<usize>());
}
