//! Directus by the description that it writes of itself.

mod report;

use directus::auth::ApiKey;
use directus::{Client, SendAs, types};

const NOBODY: &str = "1b4e28ba-2fa1-41d2-883f-0016d3cca427";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let endpoint = std::env::args().nth(1).ok_or("the endpoint is the first argument")?;
    let token = std::env::args().nth(2).ok_or("the token is the second argument")?;
    // The description asks for credentials in few places, and the server in most.
    let key = ApiKey::authorization("Bearer", token);
    let client = Client::builder().endpoint(&endpoint).authorizer(key).build()?;
    let anonymous = Client::builder().endpoint(&endpoint).anonymous().build()?;

    step!("ping", client.ping().send());
    let mut folders = Vec::new();
    for name in ["ours one", "ours two", "ours three"] {
        let folder = step!(format!("create {name}"), client.create_folder().name(name).send());
        folders.extend(folder.and_then(|it| it.data).and_then(|it| it.id));
    }
    let Some(folder) = folders.first() else { return Ok(()) };
    for page in 0..2 {
        let list = client.get_folders().limit(2).offset(page * 2).sort(["name"]);
        step!(format!("list folders, page {page}"), list.send());
    }
    let filter = [("name".to_owned(), serde_json::json!({"_eq": "ours one"}))].into();
    let found = step!("filter folders", client.get_folders().filter(filter).send());
    holds!("one is found", found.and_then(|it| it.data).is_some_and(|it| it.len() == 1));
    step!("change folder", client.update_folder(folder).name("ours renamed").send());

    let user = types::Users::new().email("ours@example.com").title("Dr.");
    let user = step!("create user", client.create_user().users(user).send());
    if let Some(id) = user.and_then(|it| it.data).and_then(|it| it.id) {
        let mut clear = types::Users::new();
        clear.title = Some(None);
        step!("clear a member", client.update_user(&id).users(clear).send());
        let read = step!("read user", client.get_user(&id).send());
        let title = read.and_then(|it| it.data).and_then(|it| it.title).flatten();
        holds!("the member is clear", title.is_none());
        step!("delete user", client.delete_user(&id).send());
    }
    // A list of all is more than the description allows for: it has `1` for `true`.
    step!("collections", SendAs::send_as::<serde_json::Value>(client.get_collections()));
    refused!("folder without credentials", 403, anonymous.get_folder(folder).send());
    refused!("read what is not there", 403, client.get_folder(NOBODY).send());
    for folder in &folders {
        step!("delete folder", client.delete_folder(folder).send());
    }
    Ok(())
}
