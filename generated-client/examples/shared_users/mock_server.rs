//! A stand-in for BCC on the loopback interface. It checks the signature of every request and
//! answers as the documentation of the operation says.

use std::convert::Infallible;
use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::SystemTime;

use baidubce::Credentials;
use baidubce::http::header::CONTENT_TYPE;
use baidubce::http::{Method, Request, Response, StatusCode};
use baidubce::mock::{SignatureError, verify};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

/// The image of the documented example.
pub(crate) const CUSTOM_IMAGE: &str = "m-nky7qeom";

/// An image that cannot be shared.
pub(crate) const SYSTEM_IMAGE: &str = "m-system00";

const REQUEST_ID: &str = "f2a4c6e8-0b1d-4f3a-9c5e-7d9b1f3a5c7e";

const SHARED_USERS: &str = r#"{
    "users": [
        {
            "account": "ceshizhanghao",
            "accountId": "ab1d7802cb9b436bafaf3361fe482ca6"
        }
    ]
}"#;

/// Starts a server that knows one access key, and gives its URL. It ends with the Tokio runtime.
pub(crate) async fn start(credentials: Credentials) -> io::Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let url = format!("http://{}", listener.local_addr()?);
    tokio::spawn(serve(listener, Arc::new(credentials)));
    Ok(url)
}

async fn serve(listener: TcpListener, credentials: Arc<Credentials>) {
    while let Ok((stream, _)) = listener.accept().await {
        let credentials = Arc::clone(&credentials);
        let service = service_fn(move |request| {
            let answer = answer(&request, &credentials);
            async { Ok::<_, Infallible>(answer) }
        });
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

fn answer<B>(request: &Request<B>, credentials: &Credentials) -> Response<Full<Bytes>> {
    if let Err(error) = verify(request, credentials, SystemTime::now()) {
        return refusal(&error);
    }
    match image_of(request) {
        Some(CUSTOM_IMAGE) => json(StatusCode::OK, SHARED_USERS),
        Some(SYSTEM_IMAGE) => failure(
            StatusCode::FORBIDDEN,
            "Image.UnCustomImageCannotBeShared",
            "Only custom image can be shared.",
        ),
        _ => failure(StatusCode::NOT_FOUND, "NoSuchObject", "The resource does not exist."),
    }
}

/// The image whose users `request` asks for.
fn image_of<B>(request: &Request<B>) -> Option<&str> {
    if request.method() != Method::GET {
        return None;
    }
    request.uri().path().strip_prefix("/v2/image/")?.strip_suffix("/sharedUsers")
}

fn refusal(error: &SignatureError) -> Response<Full<Bytes>> {
    let (status, code) = match error {
        SignatureError::Missing | SignatureError::Malformed => {
            (StatusCode::BAD_REQUEST, "InvalidHTTPAuthHeader")
        }
        SignatureError::Expired => (StatusCode::BAD_REQUEST, "RequestExpired"),
        SignatureError::UnknownAccessKey => (StatusCode::FORBIDDEN, "InvalidAccessKeyId"),
        _ => (StatusCode::FORBIDDEN, "SignatureDoesNotMatch"),
    };
    failure(status, code, "The request is not authorized.")
}

fn failure(status: StatusCode, code: &str, message: &str) -> Response<Full<Bytes>> {
    let body = format!(r#"{{"requestId":"{REQUEST_ID}","code":"{code}","message":"{message}"}}"#);
    json(status, body)
}

fn json(status: StatusCode, body: impl Into<Bytes>) -> Response<Full<Bytes>> {
    Response::builder()
        .status(status)
        .header(CONTENT_TYPE, "application/json;charset=UTF-8")
        .header("x-bce-request-id", REQUEST_ID)
        .body(Full::new(body.into()))
        .expect("these headers are allowed by HTTP")
}
