//! Commands of Chromium's own protocol, which chromedriver passes on: what WebDriver has no word for.

use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// Has the browser do one command, named as in the protocol, and gives its answer.
pub async fn cdp(client: &Client, method: &'static str, params: Value) -> Value {
    let done = client.issue_cmd(Command { method, params }).await;
    done.unwrap_or_else(|error| panic!("{method} is refused: {error}"))
}

#[derive(Debug)]
struct Command {
    method: &'static str,
    params: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, ParseError> {
        base_url.join(&format!("session/{}/goog/cdp/execute", session_id.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "cmd": self.method, "params": self.params }).to_string()))
    }
}
