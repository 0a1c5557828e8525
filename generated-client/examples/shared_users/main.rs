//! Prints the users that a custom image is shared with:
//! `cargo run -p baidubce --example shared_users -- --mock m-nky7qeom`

mod mock_server;

use std::env;
use std::error::Error;
use std::process::ExitCode;

use baidubce::bcc::{Client, types::SharedUser};
use baidubce::http::StatusCode;
use baidubce::transport::{HyperTransport, Proxies};
use baidubce::{Credentials, ErrorCode};

const USAGE: &str = "\
Prints the users that a custom image in the region Beijing is shared with.

Usage: shared_users [--mock] IMAGE_ID

Options:
  --mock  Ask a server inside this program instead of Baidu's. It knows the image
          m-nky7qeom, which is shared, and m-system00, which cannot be shared
  --help  Print this text

Environment, unless --mock is given:
  BCE_ACCESS_KEY_ID, BCE_SECRET_ACCESS_KEY  The access key
  BCE_SESSION_TOKEN                         Its session token, if it is a temporary key
";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<_> =
        env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let (mock, image_id) = match arguments[..] {
        ["--help"] => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        ["--mock", image_id] => (true, image_id),
        [image_id] if !image_id.starts_with('-') => (false, image_id),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(mock, image_id).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            let mut cause = error.source();
            while let Some(error) = cause {
                eprintln!("  because: {error}");
                cause = error.source();
            }
            ExitCode::FAILURE
        }
    }
}

async fn run(mock: bool, image_id: &str) -> Result<(), Box<dyn Error>> {
    let client = if mock {
        client_of_mock_server().await?
    } else {
        Client::builder().region("bj").credentials(Credentials::from_env()?).build()?
    };

    match client.list_image_shared_users(image_id).send().await {
        Ok(answer) => {
            print_users(&answer.users);
            Ok(())
        }
        Err(error) => match error.code() {
            Some(ErrorCode::ImageUnCustomImageCannotBeShared) => {
                Err(format!("{image_id} is not a custom image, and only those can be shared")
                    .into())
            }
            _ if error.status() == Some(StatusCode::NOT_FOUND) => {
                Err(format!("there is no image {image_id} in this region").into())
            }
            _ => Err(error.into()),
        },
    }
}

async fn client_of_mock_server() -> Result<Client, Box<dyn Error>> {
    let credentials = Credentials::new("mock-access-key", "mock-secret-key");
    let url = mock_server::start(credentials.clone()).await?;
    let client = Client::builder()
        .endpoint(url)
        .credentials(credentials)
        .transport(HyperTransport::new().proxies(Proxies::none()))
        .build()?;
    Ok(client)
}

fn print_users(users: &[SharedUser]) {
    if users.is_empty() {
        println!("shared with nobody");
        return;
    }
    println!("{:24} ACCOUNT ID", "ACCOUNT");
    for user in users {
        let account = user.account.as_deref().unwrap_or("-");
        let account_id = user.account_id.as_deref().unwrap_or("-");
        println!("{account:24} {account_id}");
    }
}
