//! Requests as values: read back, compared, kept, and made of what was kept.

use baidubce::bcc::operation::image::{ListImagesInput, RenameImageInput, RenameImageRequired};
use baidubce::bcc::types::ImageType;
use baidubce::http::Method;
use baidubce::mock::MockTransport;

use super::support::{client, ok};

#[tokio::test]
async fn a_request_is_the_same_whichever_way_it_is_made() {
    let mock = MockTransport::new().on(Method::GET, "/v2/image", ok(r#"{"images":[]}"#).repeated());
    let client = client(&mock);
    let mut input = ListImagesInput::new();
    input.max_keys = Some(7);
    input.image_type = Some(ImageType::Custom);

    let request = client.list_images().image_type("Custom").max_keys(7);
    assert_eq!(*request.as_input(), input);
    assert_ne!(*client.list_images().as_input(), input);

    let kept = request.as_input().clone();
    request.send().await.unwrap();
    client.request(kept).send().await.unwrap();
    client.request(input).max_keys(8).send().await.unwrap();
    let queries: Vec<_> =
        mock.requests().iter().map(|it| it.uri().query().unwrap_or_default().to_owned()).collect();
    assert_eq!(
        queries,
        ["maxKeys=7&imageType=Custom", "maxKeys=7&imageType=Custom", "maxKeys=8&imageType=Custom",]
    );
}

#[test]
fn required_values_are_there_from_the_start() {
    let client = client(&MockTransport::new());
    let required = RenameImageRequired { image_id: "m-1".into(), name: "web".into() };
    let input = RenameImageInput::new(required.clone());
    assert_eq!((input.image_id.as_str(), input.name.as_str()), ("m-1", "web"));
    assert_eq!(*client.rename_image(required).as_input(), input);
}

#[test]
fn a_request_shows_its_values() {
    let client = client(&MockTransport::new());
    let shown = format!(
        "{:?}",
        client.rename_image(RenameImageRequired { image_id: "m-1".into(), name: "web".into() })
    );
    assert!(shown.starts_with("RenameImage("), "{shown}");
    assert!(
        shown.contains(r#"RenameImageInput { image_id: "m-1", name: "web", client_token: None }"#),
        "{shown}"
    );
}
