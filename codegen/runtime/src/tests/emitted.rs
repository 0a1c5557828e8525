//! A client as it is emitted: the contract between the generator and the runtime.
#![allow(unreachable_pub, reason = "emitted types are public, these are not")]

use bytes::Bytes;

use self::list_images::{ListImages, ListImagesInput, ListImagesOutput};
use self::share_image::{ShareImage, ShareImageInput};
use self::tag_image::{TagImage, TagImageInput, TagImageRequired};
use super::json::{Image, written};
use crate::{ClientBuilder, Core, Dialect, Input, RequestOptions, Secret, Service, TransportError};

const SERVICE: Service = Service {
    name: "images",
    endpoint: "https://images.{region}.example.com",
    variables: &[("region", "bj")],
    user_agent: "images/1",
    needs: &[],
    requires_auth: false,
    dialect: Dialect::STANDARD,
    is_lenient: false,
};

#[derive(Clone, Debug)]
struct Client(Core);

impl Client {
    fn builder() -> ClientBuilder<Client> {
        ClientBuilder::new(&SERVICE, Client)
    }

    fn list_images(&self) -> ListImages {
        self.request(ListImagesInput::new())
    }

    fn share_image(
        &self,
        image_id: impl Into<String>,
        accounts: impl IntoIterator<Item = impl Into<String>>,
    ) -> ShareImage {
        self.request(ShareImageInput::new(image_id, accounts))
    }

    fn tag_image(&self, required: TagImageRequired) -> TagImage {
        self.request(TagImageInput::new(required))
    }

    fn request<I: Input>(&self, input: I) -> I::Request {
        self.0.request(input)
    }
}

impl ClientBuilder<Client> {
    fn region(self, region: impl Into<String>) -> Self {
        self.variable("region", region)
    }
}

mod list_images {
    use super::super::json::Image;
    use super::super::open_enum::ImageType;
    use crate::json::object;
    use crate::requests::request;
    use crate::{Cursor, Idempotency, Method, Operation, Page};

    const OPERATION: Operation = Operation {
        id: "listImages",
        method: Method::GET,
        path: "/v2/image",
        idempotency: Idempotency::Idempotent,
    };

    request! {
        /// Lists images: see `Client::list_images`.
        ListImages(ListImagesInput): send -> ListImagesOutput, pages;
        optional {
            /// Where the page starts.
            marker(impl Into<String>) => query("marker"),
            /// Only images of these types.
            image_type[impl Into<ImageType>] => query_joined("imageType", ","),
            /// Only images of these sizes.
            sizes[u64] => query_list("size"),
            /// Whether shared images are listed too.
            #[deprecated = "they always are"]
            shared(bool) => query("shared"),
        }
    }

    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct ListImagesOutput {
        pub next_marker: Option<String>,
        pub images: Vec<Image>,
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
}

mod share_image {
    use super::list_images::ListImagesOutput;
    use crate::requests::request;
    use crate::{Idempotency, Method, Operation, Secret};

    const OPERATION: Operation = Operation {
        id: "shareImage",
        method: Method::POST,
        path: "/v2/image/{}?share",
        idempotency: Idempotency::Token("clientToken"),
    };

    request! {
        /// Shares an image: see `Client::share_image`.
        ShareImage(ShareImageInput): send -> ListImagesOutput;
        fixed {
            body_field("action", "share"),
        } required {
            /// Which image.
            image_id(impl Into<String>) => path(),
            /// With whom.
            accounts[impl Into<String>] => body_field("accounts"),
        } optional {
            /// A token of the caller's own.
            client_token(impl Into<String>) => query("clientToken"),
            /// What the others need to open it.
            password(impl Into<Secret>) => body_field("password"),
        }
    }
}

mod tag_image {
    use crate::requests::request;
    use crate::{Idempotency, Method, Operation};

    const OPERATION: Operation = Operation {
        id: "tagImage",
        method: Method::PUT,
        path: "/v2/image/{}",
        idempotency: Idempotency::Idempotent,
    };

    request! {
        /// Tags an image: see `Client::tag_image`.
        TagImage(TagImageInput): send_empty -> ();
        required struct TagImageRequired {
            /// Which image.
            image_id(impl Into<String>) => path(),
            /// Name of the tag.
            name(impl Into<String>) => query("name"),
            /// Values of the tag.
            #[deprecated = "nobody reads them"]
            values[i32] => query_list("value"),
        }
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
    #[allow(deprecated, reason = "so that it is covered")]
    let request = client()
        .list_images()
        .image_type(["Custom", "System"])
        .sizes([1, 2])
        .shared(true)
        .options(RequestOptions::new());
    let expected =
        "https://images.gz.example.com/v2/image?imageType=Custom,System&size=1&size=2&shared=true ";
    assert_eq!(request.clone().send().await.unwrap().images[0].id, expected);

    let mut pages = request.clone().pages();
    assert!(pages.try_next().await.unwrap().is_some());
    assert!(pages.try_next().await.unwrap().is_none());

    let mut items = request.items();
    assert_eq!(items.try_next().await.unwrap().unwrap().id, expected);
    assert_eq!(items.try_next().await.unwrap(), None);
}

#[tokio::test]
async fn what_is_required_and_what_is_fixed_is_sent() {
    let request = client()
        .share_image("m-1", ["someone"])
        .client_token("t")
        .password("p")
        .options(RequestOptions::new());
    assert_eq!(request.as_input().accounts, ["someone"]);
    assert_eq!(
        request.clone().send().await.unwrap().images[0].id,
        "https://images.gz.example.com/v2/image/m-1?share&clientToken=t \
         {\"action\":\"share\",\"accounts\":[\"someone\"],\"password\":\"p\"}"
    );
    assert_eq!(request.send_with_response().await.unwrap().status(), 200);
}

#[tokio::test]
#[allow(deprecated, reason = "so that it is covered")]
async fn an_emitted_operation_without_a_response_is_sent() {
    let required =
        TagImageRequired { image_id: "m-1".into(), name: "a".into(), values: vec![1, 2] };
    let request = client().tag_image(required).options(RequestOptions::new());
    assert_eq!(request.as_input().values, [1, 2]);
    assert_eq!(request.clone().send_with_response().await.unwrap().status(), 200);
    let () = request.send().await.unwrap();
}

#[tokio::test]
async fn a_request_is_made_of_its_values_and_gives_them_back() {
    assert_eq!(ListImagesInput::default(), ListImagesInput::new());
    let input = ListImagesInput { marker: Some("m-1".into()), ..ListImagesInput::default() };
    let request = client().request(input.clone());
    assert_eq!(*request.as_input(), input);
    assert_eq!(*client().list_images().marker("m-1").as_input(), input);
    assert_ne!(*request.clone().marker("m-2").as_input(), input);

    let expected = "https://images.gz.example.com/v2/image?marker=m-1 ";
    let response = request.send_with_response().await.unwrap();
    assert_eq!(response.body().images[0].id, expected);
}

#[test]
fn a_request_shows_its_values_but_no_secrets() {
    let input = {
        let mut input = ShareImageInput::new("m-1", ["someone"]);
        input.password = Some(Secret::from("hidden"));
        input
    };
    let shown = format!("{:?} {input:?}", client().request(input.clone()));
    for value in ["m-1", "someone", "password"] {
        assert!(shown.contains(value), "{value} is not in {shown}");
    }
    assert!(!shown.contains("hidden"), "{shown}");
}

#[test]
fn requests_can_be_sent_from_any_task() {
    fn check<T: Send + Unpin + 'static>(_: &T) {}

    let request = client().list_images();
    check(&request);
    check(&request.clone().pages());
    check(&request.clone().items());
    check(&request.clone().send());
    check(&request.send_with_response());
}
