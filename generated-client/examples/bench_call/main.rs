//! What a call through the client costs over the same request by a bare hyper client:
//! `cargo run --release -p baidubce --example bench_call`
//!
//! The figure is the CPU time of one thread, as Linux counts it: that of the caller, the client
//! and the tasks that drive the connection, with the kernel's part in sending and receiving. The
//! server has a thread of its own, which is not counted. Both clients send the same headers but
//! those of the signature, keep one connection open, without TLS, and read the whole answer. Only
//! the client of this crate has time limits and reads the answer into a struct.
//!
//! The signature is measured twice: over the wire, by the same bare client, and alone.

mod cpu;
mod server;

use std::error::Error;
use std::time::{Duration, SystemTime};

use baidubce::Credentials;
use baidubce::auth::{Authorize, BceAuth};
use baidubce::bcc::Client;
use baidubce::http::header::{ACCEPT, HOST, USER_AGENT};
use baidubce::http::{HeaderValue, Request, Uri};
use baidubce::transport::{HyperTransport, Proxies};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

/// What is measured takes turns, and the fastest round counts: other work on the machine can only
/// add to one.
const ROUNDS: usize = 21;
const CALLS: u32 = 2_000;

type BareClient = legacy::Client<HttpConnector, Full<Bytes>>;
type Outcome<T> = Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let address = server::start()?;
    let uri: Uri = format!("http://{address}{}", server::PATH).parse()?;
    let host = HeaderValue::from_str(&address.to_string())?;
    let new_request = || request(&uri, &host);

    let credentials = Credentials::new("access-key", "a-secret-key-of-32-characters---");
    let signer = BceAuth::new(credentials.clone());
    let bare = bare_client();
    let client = Client::builder()
        .endpoint(format!("http://{address}"))
        .credentials(credentials)
        .transport(HyperTransport::new().proxies(Proxies::none()))
        .build()?;

    let mut fastest = [Duration::MAX; 4];
    for _ in 0..ROUNDS {
        let round = [
            measure(async || bare_call(&bare, new_request()).await).await?,
            measure(async || bare_call(&bare, signed(&signer, new_request()).await?).await).await?,
            measure(async || client_call(&client).await).await?,
            measure(async || signed(&signer, new_request()).await.map(drop)).await?,
        ];
        for (fastest, time) in fastest.iter_mut().zip(round) {
            *fastest = time.min(*fastest);
        }
    }
    report(fastest);
    Ok(())
}

/// The CPU time of one of [`CALLS`] calls.
async fn measure(call: impl AsyncFn() -> Outcome<()>) -> Outcome<Duration> {
    let before = cpu::thread_time()?;
    for _ in 0..CALLS {
        call().await?;
    }
    Ok((cpu::thread_time()? - before) / CALLS)
}

fn bare_client() -> BareClient {
    let mut connector = HttpConnector::new();
    connector.set_nodelay(true);
    legacy::Client::builder(TokioExecutor::new()).build(connector)
}

/// The request that the client of this crate sends, unsigned.
fn request(uri: &Uri, host: &HeaderValue) -> Request<Bytes> {
    let mut request = Request::new(Bytes::new());
    *request.uri_mut() = uri.clone();
    let headers = request.headers_mut();
    headers.insert(HOST, host.clone());
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    headers.insert(USER_AGENT, HeaderValue::from_static("baidubce/0.1.0"));
    request
}

async fn signed(signer: &BceAuth, mut request: Request<Bytes>) -> Outcome<Request<Bytes>> {
    signer.authorize(&mut request, SystemTime::now()).await?;
    Ok(request)
}

async fn bare_call(client: &BareClient, request: Request<Bytes>) -> Outcome<()> {
    let answer = client.request(request.map(Full::new)).await?;
    let body = answer.into_body().collect().await?.to_bytes();
    assert_eq!(body, server::ANSWER);
    Ok(())
}

async fn client_call(client: &Client) -> Outcome<()> {
    let answer = client.list_image_shared_users(server::IMAGE).send().await?;
    assert_eq!(answer.users.len(), 1);
    Ok(())
}

fn report([bare, bare_signed, client, signing]: [Duration; 4]) {
    let micros = |time: Duration| time.as_secs_f64() * 1e6;
    let row = |name: &str, time: Duration| {
        let percent = 100.0 * micros(time) / micros(bare);
        println!("{name:32} {:7.2} us {percent:6.1}%", micros(time));
    };
    println!("CPU time of a call: the fastest of {ROUNDS} rounds of {CALLS} calls");
    row("a bare hyper client", bare);
    row("a bare hyper client, signing", bare_signed);
    row("this client", client);
    row("the signature alone", signing);
}
