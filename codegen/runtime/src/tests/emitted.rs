//! A client as it is emitted: the contract between the generator and the runtime.
#![allow(unreachable_pub, reason = "emitted types are public, these are not")]

use bytes::Bytes;

use super::json::{Image, written};
use super::open_enum::ImageType;
use crate::json::object;
use crate::requests::request;
use crate::{
    ClientBuilder, Core, Cursor, Idempotency, Method, Operation, Page, RequestOptions, Result,
    Service, TransportError,
};

const SERVICE: Service = Service {
    name: "images",
    endpoint: "https://images.{region}.example.com",
    variables: &[("region", "bj")],
    request_id_header: "x-request-id",
    user_agent: "images/1",
    needs: &[],
    requires_auth: false,
};

#[derive(Clone, Debug)]
struct Client(Core);

impl Client {
    fn builder() -> ClientBuilder<Client> {
        ClientBuilder::new(&SERVICE, Client)
    }

    fn list_images(&self) -> ListImages {
        ListImages(self.0.call(&LIST_IMAGES))
    }

    fn share_image(&self, image_id: impl Into<String>, account: impl Into<String>) -> ShareImage {
        ShareImage(
            self.0.call(&SHARE_IMAGE).path(image_id.into()).body_field("account", &account.into()),
        )
    }
}

impl ClientBuilder<Client> {
    fn region(self, region: impl Into<String>) -> Self {
        self.variable("region", region)
    }
}

const LIST_IMAGES: Operation = Operation {
    id: "listImages",
    method: Method::GET,
    path: "/v2/image",
    idempotency: Idempotency::Idempotent,
};

const SHARE_IMAGE: Operation = Operation {
    id: "shareImage",
    method: Method::POST,
    path: "/v2/image/{}?share",
    idempotency: Idempotency::Token("clientToken"),
};

request! {
    /// A request of `Client::list_images`.
    ListImages: send -> ListImagesOutput, pages
}

impl ListImages {
    fn image_type(mut self, image_type: impl Into<ImageType>) -> Self {
        self.0.set_query("imageType", image_type.into());
        self
    }
}

request! {
    /// A request of `Client::share_image`.
    ShareImage: send_empty -> ()
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListImagesOutput {
    next_marker: Option<String>,
    images: Vec<Image>,
}

object! {
    ListImagesOutput {
        "nextMarker" => next_marker?,
        "images" => images,
    }
}

impl Page for ListImagesOutput {
    type Item = Image;
    const CURSOR: Cursor = Cursor::Query("marker");

    fn next(&self) -> Option<String> {
        self.next_marker.clone()
    }

    fn into_items(self) -> Vec<Image> {
        self.images
    }
}

/// Answers with the target and the body of the request as the identifier of an image.
async fn echo(request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
    let body = String::from_utf8_lossy(request.body());
    let image = Image { id: format!("{} {body}", request.uri()), ..Image::default() };
    let output = ListImagesOutput { next_marker: None, images: vec![image] };
    Ok(http::Response::new(written(&output).into()))
}

fn client() -> Client {
    Client::builder().region("gz").transport(echo).build().unwrap()
}

#[tokio::test]
async fn an_emitted_operation_is_sent_and_read() {
    let request = client().list_images().image_type("Custom").options(RequestOptions::new());
    let expected = "https://images.gz.example.com/v2/image?imageType=Custom ";
    assert_eq!(request.clone().send().await.unwrap().images[0].id, expected);

    let mut pages = request.clone().pages();
    assert!(pages.try_next().await.unwrap().is_some());
    assert!(pages.try_next().await.unwrap().is_none());

    let mut items = request.items();
    assert_eq!(items.try_next().await.unwrap().unwrap().id, expected);
    assert_eq!(items.try_next().await.unwrap(), None);
}

#[tokio::test]
async fn an_emitted_operation_without_a_response_is_sent() {
    let request = client().share_image("m-1", "someone").options(RequestOptions::new());
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), 200);
}

#[test]
fn requests_can_be_sent_from_any_task() {
    fn check<T: Send + Unpin + 'static>(_: &T) {}

    let request = client().list_images();
    check(&request);
    check(&request.clone().pages());
    check(&request.clone().items());
    let future: Box<dyn Future<Output = _> + Send> = Box::new(request.send());
    drop(future);
}
