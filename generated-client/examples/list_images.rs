//! Prints the custom images of an account, page after page:
//! `cargo run -p baidubce --example list_images -- --mock`

use std::env;
use std::process::ExitCode;

use baidubce::bcc::{Client, types::ImageType};
use baidubce::http::{Method, StatusCode};
use baidubce::mock::{MockTransport, Reply};
use baidubce::{Credentials, Result};

const USAGE: &str = "\
Prints the custom images of an account in the region Beijing.

Usage: list_images [--mock]

Options:
  --mock  Use prepared answers instead of Baidu's
  --help  Print this text

Environment, unless --mock is given:
  BCE_ACCESS_KEY_ID, BCE_SECRET_ACCESS_KEY  The access key
  BCE_SESSION_TOKEN                         Its session token, if it is a temporary key
";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let mock = match &arguments[..] {
        [] => false,
        [argument] if argument == "--mock" => true,
        [argument] if argument == "--help" => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(mock).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(mock: bool) -> Result<()> {
    let client = if mock {
        client_of_mock()?
    } else {
        Client::builder().region("bj").credentials(Credentials::from_env()?).build()?
    };

    let mut images = client.list_images().image_type(ImageType::Custom).items();
    while let Some(image) = images.try_next().await? {
        println!("{:12} {:10} {}", image.id, image.status.as_str(), image.name);
    }
    Ok(())
}

fn client_of_mock() -> Result<Client> {
    let first = r#"{
        "isTruncated": true,
        "nextMarker": "m-2",
        "images": [
            {"id": "m-0", "name": "web", "type": "Custom", "status": "Available"},
            {"id": "m-1", "name": "web-next", "type": "Custom", "status": "Creating"}
        ]
    }"#;
    let last = r#"{
        "isTruncated": false,
        "images": [
            {"id": "m-2", "name": "database", "type": "Custom", "status": "Available"}
        ]
    }"#;
    let mock = MockTransport::new()
        .on(Method::GET, "/v2/image?marker=m-2", Reply::json(StatusCode::OK, last))
        .on(Method::GET, "/v2/image", Reply::json(StatusCode::OK, first));
    Client::builder().credentials(Credentials::new("ak", "sk")).transport(mock).build()
}
