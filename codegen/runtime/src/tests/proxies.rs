//! Which hosts the environment's proxies are for.

use http::Uri;
use hyper_util::client::proxy::matcher::Matcher;

use crate::proxies::Proxies;

fn is_proxied(proxies: &Proxies, url: &str) -> bool {
    let uri: Uri = url.parse().unwrap();
    proxies.for_target(&uri).is_some()
}

const LOOPBACK: [&str; 5] = [
    "http://localhost:8080",
    "https://LOCALHOST",
    "http://127.0.0.1:8080",
    "http://127.9.8.7",
    "https://[::1]:8443",
];

#[test]
fn the_environment_does_not_lead_loopback_hosts_to_a_proxy() {
    let matcher = Matcher::builder().all("http://proxy.example:3128").no("spared.example").build();
    let proxies = Proxies::sparing_loopback(matcher);
    for url in LOOPBACK {
        assert!(!is_proxied(&proxies, url), "{url}");
    }
    assert!(!is_proxied(&proxies, "https://spared.example"));
    for url in
        ["https://bcc.example.com", "http://128.0.0.1", "http://[::2]", "http://localhost.example"]
    {
        assert!(is_proxied(&proxies, url), "{url}");
    }
}

#[test]
fn a_chosen_proxy_is_for_everything_and_none_for_nothing() {
    let all = Proxies::all("http://proxy.example:3128").unwrap();
    for url in LOOPBACK {
        assert!(is_proxied(&all, url), "{url}");
        assert!(!is_proxied(&Proxies::none(), url), "{url}");
    }
}
