//! Wire names next to what they become.

use crate::name::{Namespace, ident, words};

/// Names on the wire, and their words.
const WORDS: &[(&str, &str)] = &[
    // The case tells words apart; digits stay with the word before them.
    ("clusterIPs", "cluster ips"),
    ("listVMsByID", "list vms by id"),
    ("URLs", "urls"),
    ("IPV6", "ipv6"),
    ("IPv4Address", "ipv4 address"),
    ("UUIDv4", "uuidv4"),
    ("Ipv6Addresses", "ipv6 addresses"),
    ("sizeInGB", "size in gb"),
    ("memoryCapacityInGB", "memory capacity in gb"),
    ("cdsTotalCapacityGB", "cds total capacity gb"),
    ("affiliatedCDSNumber", "affiliated cds number"),
    ("rdmaUnitID", "rdma unit id"),
    ("azIntstanceStatisList", "az intstance statis list"),
    ("getImageOS", "get image os"),
    ("RESTfulAPI", "restful api"),
    ("XMLHttpRequest", "xml http request"),
    ("EC2Instance", "ec2 instance"),
    ("oauth2Token", "oauth2 token"),
    ("enhanced_ssd_pl1", "enhanced ssd pl1"),
    ("v2beta1", "v2beta1"),
    ("V2Beta1", "v2 beta1"),
    ("2FAEnabled", "2fa enabled"),
    ("3d", "3d"),
    // Words with a capital inside.
    ("OAuth", "oauth"),
    ("getOAuthToken", "get oauth token"),
    ("iPhone", "iphone"),
    ("gitHubRepo", "github repo"),
    ("GitHubRepo", "github repo"),
    ("vCPUs", "vcpus"),
    ("sizeGiB", "size gib"),
    ("GiBytes", "gi bytes"),
    ("RADIOS", "radios"),
    // Punctuation tells words apart.
    ("local-ssd", "local ssd"),
    ("HDD_Throughput", "hdd throughput"),
    ("Image.UnCustomImageCannotBeShared", "image un custom image cannot be shared"),
    ("x86_64 (64bit)", "x86 64 64bit"),
    ("application/vnd.api+json", "application vnd api json"),
    ("__typename", "typename"),
    ("$ref", "ref"),
    ("ids[]", "ids"),
    ("List<User>", "list user"),
    ("<none>", "none"),
    ("Page«User»", "page user"),
    ("镜像（自定义）", "镜像 自定义"),
    // Signs that carry the meaning.
    ("", "empty"),
    (" ", "space"),
    ("*", "star"),
    ("/", "slash"),
    (">", "greater than"),
    ("<=", "less or equal"),
    ("＞", "greater than"),
    ("+1", "plus 1"),
    ("-1", "minus 1"),
    ("-created_at", "minus created at"),
    ("created_at", "created at"),
    ("<= 5", "less or equal 5"),
    ("StartTime<", "start time less than"),
    ("StartTime>", "start time greater than"),
    ("C++", "c plus plus"),
    ("c#", "c hash"),
    ("A-", "a minus"),
    // Beyond ASCII.
    ("中文", "中文"),
    ("用户ID列表", "用户id列表"),
    ("ＩＤ", "id"),
    ("Größe", "größe"),
    ("ИмяФайла", "имя файла"),
    ("😀", "u1f600"),
    ("thumbs👍🏽up", "thumbs u1f44d u1f3fd up"),
    ("İstanbul", "u130 stanbul"),
    ("a\u{200b}b", "ab"),
    ("\u{202e}abc", "abc"),
    ("\u{200b}", "u200b"),
];

#[test]
fn wire_names_split_into_words() {
    for (wire, expected) in WORDS {
        assert_eq!(words(wire).join(" "), *expected, "{wire:?}");
    }
}

#[test]
fn wire_names_become_identifiers() {
    use Namespace::{Argument, Field, Module, Type, Variant};
    let table = [
        (Type, "imageModel", "ImageModel"),
        (Field, "ImageModel", "image_model"),
        // A leading digit.
        (Field, "3d", "n3d"),
        (Variant, "3d", "N3d"),
        // An underscore between digits alone.
        (Variant, "1.12", "N1_12"),
        (Variant, "11.2", "N11_2"),
        (Variant, "v1-beta", "V1Beta"),
        (Type, "x86_64 (64bit)", "X86_64_64bit"),
        // Reserved words.
        (Field, "type", "type_"),
        (Type, "Error", "ErrorModel"),
        (Variant, "Error", "Error"),
        (Variant, "unrecognized", "Unrecognized_"),
        (Module, "mod", "mod_"),
        (Module, "CON", "con_"),
        // Files of modules are ASCII.
        (Field, "中文", "中文"),
        (Argument, "中文", "a_中文"),
        (Module, "中文", "u4e2d_u6587"),
        (Module, "vip用户ID", "vip_u7528_u6237_id"),
        // The same letter composed and decomposed.
        (Field, "caf\u{e9}", "caf\u{e9}"),
        (Field, "cafe\u{301}", "cafe_u301"),
    ];
    for (namespace, wire, expected) in table {
        assert_eq!(ident(namespace, wire).as_str(), expected, "{wire:?} as {namespace:?}");
    }
}
