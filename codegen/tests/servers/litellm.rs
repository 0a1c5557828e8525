//! LiteLLM, with a model that always says the same, by the client of its own description.

mod report;

use litellm::{Client, SendAs, operation, types};

fn hello() -> operation::ChatCompletionMessages {
    let text = types::ChatCompletionUserMessageContent::Text("Hello".into());
    operation::ChatCompletionMessages::ChatCompletionUserMessage(
        types::ChatCompletionUserMessage::new(text),
    )
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let endpoint = std::env::args().nth(1).ok_or("the endpoint is the first argument")?;
    let key = std::env::args().nth(2).ok_or("the key is the second argument")?;
    let build = || Client::builder().endpoint(&endpoint);
    let client = build().api_key(format!("Bearer {key}")).build()?;
    let anonymous = build().anonymous().build()?;

    step!("liveliness", anonymous.health_liveliness().send());
    let models = step!("models", client.model_list().send());
    holds!("there is a model", models.is_some_and(|it| it["data"][0]["id"] == "mock"));
    let answer = step!("complete", client.chat_completion("mock", [hello()]).send());
    let text = answer.map(|it| it["choices"][0]["message"]["content"].clone());
    holds!("it says hello", text.is_some_and(|it| it == "Hello from a mock model."));

    // The description has the answer as JSON alone, which `stream` makes events of.
    let events = client.chat_completion("mock", [hello()]).stream(true);
    let mut text = String::new();
    let events = SendAs::send_events::<serde_json::Value>(events);
    if let Some(response) = step!("stream", events) {
        let mut events = response.into_body();
        while let Some(event) = events.try_next().await? {
            text.push_str(event["choices"][0]["delta"]["content"].as_str().unwrap_or_default());
        }
    }
    holds!("all events came", text == "Hello from a mock model.");
    refused!("unknown model", 400, client.chat_completion("none", [hello()]).send());
    Ok(())
}
