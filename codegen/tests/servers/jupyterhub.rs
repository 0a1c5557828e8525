//! JupyterHub by the client of its own description.

mod report;

use jupyterhub::{Client, SendAs, operation};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let endpoint = std::env::args().nth(1).ok_or("the endpoint is the first argument")?;
    let token = std::env::args().nth(2).ok_or("the token is the second argument")?;
    let build = || Client::builder().endpoint(&endpoint);
    let client = build().bearer_token(token).build()?;
    let anonymous = build().anonymous().build()?;

    step!("api without credentials", anonymous.get_api().send());
    refused!("users without credentials", 403, anonymous.get_users().send());
    step!("info", client.get_info().send());
    step!("create users", client.post_users().usernames(["ours1", "ours2", "ours3"]).send());
    step!("create user", client.post_user("ours4").send());
    refused!("create it again", 409, client.post_user("ours4").send());
    for page in 0..2 {
        let users = client.get_users().limit(2.0).offset(f64::from(page * 2)).send();
        step!(format!("list users, page {page}"), users);
    }
    let user = step!("read user", client.get_user("ours1").send());
    holds!("it has its name", user.is_some_and(|it| it.name.as_deref() == Some("ours1")));
    step!("rename user", client.patch_user("ours4").body_name("ours5").admin(false).send());

    step!("create group", client.post_group("ours").send());
    let members = client.post_group_users("ours").users(["ours1", "ours2"]);
    step!("add members", members.send());
    let properties = [("colour".to_owned(), serde_json::json!("red"))].into();
    step!("set properties", client.put_group_properties("ours", properties).send());
    let group = step!("read group", client.get_group("ours").send());
    holds!("it has both members", group.and_then(|it| it.users).is_some_and(|it| it.len() == 2));
    step!("list groups", client.get_groups().limit(1.0).send());

    // A whole number is written without a fraction, which this server insists on.
    let token = client.post_user_tokens("ours1").expires_in(3600.0).note("ours");
    let token = step!("create token", token.send());
    step!("list tokens", client.get_user_tokens("ours1").send());
    if let Some(id) = token.and_then(|it| it.id) {
        let required = operation::DeleteUserTokenRequired { name: "ours1".into(), token_id: id };
        step!("delete token", client.delete_user_token(required).send());
    }
    // Described as a list, and a map in truth.
    let services = SendAs::send_as::<serde_json::Value>(client.get_services());
    step!("list services", services);
    step!("routes of the proxy", client.get_proxy().send());
    step!("delete members", client.delete_group_users("ours").users(["ours2"]).send());
    step!("delete group", client.delete_group("ours").send());
    refused!("read what is not there", 404, client.get_group("ours").send());
    for name in ["ours1", "ours2", "ours3", "ours5"] {
        step!(format!("delete {name}"), client.delete_user(name).send());
    }
    refused!("delete it again", 404, client.delete_user("ours5").send());
    Ok(())
}
