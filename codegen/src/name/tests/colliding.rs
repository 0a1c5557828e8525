//! Names that want the same identifier.

use crate::name::{Assigned, Collision, Ident, Namespace, Wanted, assign, file_stems};

fn assign_wires(namespace: Namespace, wires: &[&str]) -> Assigned {
    let wanted = wires.iter().map(|wire| Wanted { wire, rust: None });
    assign(namespace, &wanted.collect::<Vec<_>>())
}

fn texts(assigned: &Assigned) -> Vec<&str> {
    assigned.idents.iter().map(Ident::as_str).collect()
}

#[test]
fn names_that_do_not_collide_keep_their_identifiers() {
    let assigned = assign_wires(Namespace::Field, &["imageId", "imageName"]);
    assert_eq!(texts(&assigned), ["image_id", "image_name"]);
    assert_eq!(assigned.collisions, []);
}

#[test]
fn the_wire_name_that_is_the_identifier_keeps_it() {
    let assigned = assign_wires(Namespace::Field, &["imageId", "ImageID", "image_id"]);
    assert_eq!(texts(&assigned), ["image_id_c277", "image_id_89f7", "image_id"]);
    let collision = Collision { ident: Ident::fixed("image_id"), members: vec![0, 1, 2] };
    assert_eq!(assigned.collisions, [collision]);
}

#[test]
fn else_the_first_in_byte_order_keeps_it() {
    let assigned = assign_wires(Namespace::Type, &["image_id", "image-id"]);
    assert_eq!(texts(&assigned), ["ImageId43f2", "ImageId"]);
}

#[test]
fn names_that_differ_in_case_get_a_word_for_it() {
    let table: &[(&[&str], &[&str])] = &[
        (&["HMAC", "hmac"], &["HmacUpper", "Hmac"]),
        (&["1m", "1M"], &["N1m", "N1mUpper"]),
        (&["ON", "on", "On"], &["OnUpper", "OnLower", "On"]),
        (&["Ab", "aB", "AB"], &["Ab", "AB", "AbUpper"]),
        (&["heLLo", "hELLo"], &["HeLLo", "HElLo"]),
        (&["a-b", "A_b"], &["AB", "AB75b1"]),
    ];
    for (wires, names) in table {
        let assigned = assign_wires(Namespace::Variant, wires);
        assert_eq!(texts(&assigned), *names, "{wires:?}");
    }
    let fields = assign_wires(Namespace::Field, &["ID", "id"]);
    assert_eq!(texts(&fields), ["id_upper", "id"]);
    let taken = assign_wires(Namespace::Field, &["ID", "id", "id_upper"]);
    assert_eq!(texts(&taken), ["id_6640", "id", "id_upper"]);
}

#[test]
fn a_name_asked_for_comes_before_all_others() {
    let wanted =
        [Wanted { wire: "id", rust: None }, Wanted { wire: "identifier", rust: Some("id") }];
    let assigned = assign(Namespace::Field, &wanted);
    assert_eq!(texts(&assigned), ["id_eac0", "id"]);
    assert_eq!(assigned.collisions.len(), 1);
}

#[test]
fn a_name_asked_for_is_used_as_it_is_or_reported() {
    let table = [
        (Namespace::Type, "IPAddress", true),
        (Namespace::Type, "V1_2", true),
        (Namespace::Type, "ipAddress", false),
        (Namespace::Type, "Ip_Address", false),
        (Namespace::Type, "Error", false),
        (Namespace::Field, "ip_address", true),
        (Namespace::Field, "地址", true),
        (Namespace::Field, "ipAddress", false),
        (Namespace::Field, "ip__address", false),
        (Namespace::Field, "r#type", false),
        (Namespace::Field, "type", false),
        (Namespace::Field, "_", false),
        (Namespace::Field, "", false),
        (Namespace::Field, "3d", false),
        (Namespace::Field, "a-b", false),
        (Namespace::Field, "a\u{200b}b", false),
        (Namespace::Field, "e\u{301}", false),
        (Namespace::Module, "地址", false),
    ];
    for (namespace, rust, valid) in table {
        let assigned = assign(namespace, &[Wanted { wire: "wire", rust: Some(rust) }]);
        assert_eq!(assigned.invalid.is_empty(), valid, "{rust:?}");
        assert_eq!(texts(&assigned) == [rust], valid, "{rust:?}");
    }
}

#[test]
fn a_suffix_evades_a_name_that_is_there() {
    let plain = assign_wires(Namespace::Field, &["a_b", "a-b"]);
    let suffixed = texts(&plain)[1].to_owned();
    let assigned = assign_wires(Namespace::Field, &["a_b", "a-b", &suffixed]);
    assert_eq!(texts(&assigned)[2], suffixed);
    assert_eq!(texts(&assigned)[1].len(), suffixed.len() + 4);
    assert_eq!(assigned.collisions.len(), 1);
}

#[test]
fn equal_wire_names_get_different_identifiers() {
    let assigned = assign_wires(Namespace::Setter, &["id"; 3]);
    assert_eq!(texts(&assigned), ["id", "id_0301", "id_1b42"]);
}

#[test]
fn long_names_are_cut_and_stay_apart() {
    let long = "long".repeat(1000);
    let wires = [format!("{long}1"), format!("{long}2"), "图".repeat(1000), "😀".repeat(1000)];
    let assigned = assign_wires(Namespace::Module, &wires.each_ref().map(String::as_str));
    let stems = texts(&assigned);
    assert!(stems.iter().all(|stem| stem.len() == 100), "{stems:?}");
    assert_ne!(stems[0], stems[1]);
}

#[test]
fn files_are_distinct_where_case_is_ignored() {
    let items = ["AB", "Ab", "Main", "Aux", "List"].map(Ident::fixed);
    let stems = file_stems(&items);
    assert_eq!(
        stems.iter().map(Ident::as_str).collect::<Vec<_>>(),
        ["ab", "ab_capitalized", "main_", "aux_", "list"]
    );
}
