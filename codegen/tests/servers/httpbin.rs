//! httpbin, which says what it was sent: what goes over the wire is what was meant.

mod report;

use httpbin::{Client, FilePart, types};
use serde_json::json;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let endpoint = std::env::args().nth(1).ok_or("the endpoint is the first argument")?;
    let build = || Client::builder().endpoint(&endpoint);
    let client = build().basic_auth("user", "pass").bearer_token("secret").build()?;
    let anonymous = build().anonymous().build()?;

    let put = client.put_anything("a b/c?").tag(["x", "y,z"]).x_trace("t1").count(3600.0);
    let put = put.filter(types::Filter::new().from(1).to(2));
    let echo = step!("put", put.send()).unwrap_or_default();
    let args = json!({"tag": ["x", "y,z"], "filter[from]": "1", "filter[to]": "2"});
    holds!("the query arrived", json!(echo.args) == args);
    holds!("the body arrived", echo.data.as_deref() == Some(r#"{"count":3600}"#));
    let header = echo.headers.as_ref().and_then(|it| it.get("X-Trace"));
    holds!("the header arrived", header.is_some_and(|it| it == "t1"));

    let mut input = client.put_anything("clear").as_input().clone();
    input.title = Some(None);
    let echo = step!("clear a member", client.request(input).send()).unwrap_or_default();
    holds!("the null arrived", echo.json == Some(json!({"title": null})));

    let form = client.post_form("a&b=c +").colours(["red", "é"]);
    let echo = step!("form", form.send()).unwrap_or_default();
    holds!(
        "the form arrived",
        json!(echo.form) == json!({"name": "a&b=c +", "colours": ["red", "é"]})
    );
    let file = FilePart::new("content\r\n--x").file_name("a \"b\".txt");
    let echo = step!("upload", client.upload(file).note("a note").send()).unwrap_or_default();
    holds!("the file arrived", json!(echo.files) == json!({"file": "content\r\n--x"}));
    holds!("the note arrived", json!(echo.form) == json!({"note": "a note"}));
    let echo = step!("bytes", client.put_bytes("raw").send()).unwrap_or_default();
    holds!("the bytes arrived", echo.data.as_deref() == Some("raw"));
    step!("delete", client.delete_anything().send());

    let bytes = step!("download", client.download(100_000).seed(1).send());
    holds!("all of it came", bytes.is_some_and(|it| it.len() == 100_000));
    let mut lines = 0_i64;
    if let Some(mut stream) = step!("stream", client.stream_lines(5).send()) {
        while let Some(line) = stream.try_next().await? {
            lines += i64::from(line.id == lines);
        }
    }
    holds!("all lines came", lines == 5);
    let image = step!("image", client.image().send());
    holds!("it is an image", image.is_some_and(|it| it.starts_with(b"\x89PNG")));
    let text = step!("text", client.text().send());
    holds!("it is UTF-8", text.is_some_and(|it| it.contains("∮ E⋅da")));

    step!("status 200", client.status(200).send());
    for status in [400_u16, 401, 404, 409, 422, 500] {
        refused!(format!("status {status}"), status, client.status(status.into()).send());
    }
    step!("redirect", client.redirect("https://elsewhere.example/").send());
    step!("basic", client.basic().send());
    step!("bearer", client.bearer().send());
    refused!("basic without credentials", 401, anonymous.basic().send());
    Ok(())
}
