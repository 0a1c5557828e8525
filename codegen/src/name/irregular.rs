//! Words whose capitals mislead: `clusterIPs`, `IPv4`, `OAuth`.

/// Names and units with a capital inside. The case of their first letter is free, as in `gitHub`.
const MIXED_CASE: &[&str] = &[
    // Names.
    "DDoS",
    "ETag",
    "GitHub",
    "GitLab",
    "GraphQL",
    "IaaS",
    "IoT",
    "IPsec",
    "JavaScript",
    "MacOS",
    "MySQL",
    "NoSQL",
    "OAuth",
    "PaaS",
    "PostgreSQL",
    "QoS",
    "RESTful",
    "SaaS",
    "VoIP",
    "WiFi",
    "gRPC",
    "iOS",
    "iPad",
    "iPhone",
    "mTLS",
    "vCPU",
    "vGPU",
    "vNIC",
    // Units.
    "GHz",
    "GiB",
    "KiB",
    "kWh",
    "MHz",
    "MiB",
    "PiB",
    "TiB",
];

/// Writes every misleading word of `text` with one leading capital, so that capitals alone tell
/// words apart.
pub(super) fn regular(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut previous = None;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = mixed_case(previous, rest).or_else(|| acronym(previous, rest));
        let (word, tail) = rest.split_at(length.unwrap_or(first.len_utf8()));
        if length.is_some() {
            result.push(first.to_ascii_uppercase());
            result.extend(word.chars().skip(1).map(|c| c.to_ascii_lowercase()));
        } else {
            result.push(first);
        }
        previous = word.chars().next_back();
        rest = tail;
    }
    result
}

/// The length of the word of `MIXED_CASE` at the start of `rest`, its plural `s` included.
fn mixed_case(previous: Option<char>, rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    if previous.is_some_and(|c| c.is_alphabetic() && !(c.is_lowercase() && first.is_uppercase())) {
        return None;
    }
    MIXED_CASE.iter().find_map(|word| {
        let (initial, remainder) = word.split_at(1);
        let (start, tail) = rest.split_at_checked(1)?;
        if !start.eq_ignore_ascii_case(initial) {
            return None;
        }
        let tail = tail.strip_prefix(remainder)?;
        match tail.strip_prefix('s') {
            Some(after) if !starts_lowercase(after) => Some(word.len() + 1),
            _ if !starts_lowercase(tail) => Some(word.len()),
            _ => None,
        }
    })
}

/// The length of the acronym at the start of `rest`, if it is a plural (`IPs`) or has a version
/// (the `IPv` of `IPv4`).
fn acronym(previous: Option<char>, rest: &str) -> Option<usize> {
    if previous.is_some_and(char::is_uppercase) {
        return None;
    }
    let capitals = rest.bytes().take_while(u8::is_ascii_uppercase).count();
    let tail = &rest[capitals..];
    let plural = || tail.strip_prefix('s').is_some_and(|after| !starts_lowercase(after));
    let version = || {
        tail.strip_prefix('v').is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()))
    };
    (capitals >= 2 && (plural() || version())).then_some(capitals + 1)
}

fn starts_lowercase(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
}
