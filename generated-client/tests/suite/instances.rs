//! What the instances' operations send and read where Baidu's sources disagree.

use baidubce::bcc::types::{StorageType, VolumeStatus};
use baidubce::http::{Method, StatusCode};
use baidubce::mock::{MockTransport, Reply};

use super::support::{client, ok};

const REBOOT: &str = "/v2/instance/i-1?reboot";

/// The Go SDK reads every member of a disk in an instance.
#[tokio::test]
async fn the_disks_of_an_instance_have_all_that_a_disk_has() {
    let body = r#"{"instance":{"id":"i-1","volumes":[{"volumeId":"v-1","id":"v-1","status":"InUse",
        "storageType":"local-ssd","encrypted":true,"tags":[{"tagKey":"k","tagValue":"v"}],
        "attachments":[{"volumeId":"v-1","instanceId":"i-1"}]}]}}"#;
    let mock = MockTransport::new().on(Method::GET, "/v2/instance/i-1", ok(body));
    let output = client(&mock).get_instance("i-1").send().await.unwrap();

    let [volume] = &output.instance.volumes.unwrap()[..] else { panic!("one disk") };
    assert_eq!(volume.id.as_deref(), Some("v-1"));
    assert_eq!(volume.status, Some(VolumeStatus::InUse));
    assert_eq!(volume.storage_type, Some(StorageType::LocalSsdHyphenated));
    assert_eq!(volume.encrypted, Some(true));
    assert_eq!(volume.tags.as_ref().unwrap()[0].tag_key, "k");
    assert_eq!(volume.attachments.as_ref().unwrap()[0].instance_id, "i-1");
}

/// The documentation has no response; the Go SDK reads one that names the failures.
#[tokio::test]
async fn a_reboot_says_what_failed_if_the_service_does() {
    let none = Reply::empty(StatusCode::OK);
    let some = ok(r#"{"requestId":"r-1","failedInstanceIdList":["i-1"]}"#);
    let mock = MockTransport::new().on(Method::PUT, REBOOT, none).on(Method::PUT, REBOOT, some);
    let client = client(&mock);

    assert_eq!(client.reboot_instance("i-1").send().await.unwrap(), None);
    let output = client.reboot_instance("i-1").send().await.unwrap().unwrap();
    assert_eq!(output.failed_instance_id_list.unwrap(), ["i-1"]);
}

/// A filter that the service does not know is ignored, and all instances come back.
#[tokio::test]
async fn instances_are_filtered_by_disk_under_either_name() {
    let mock = MockTransport::new().on(
        Method::GET,
        "/v2/instance?cdsIds=v-1,v-2&volumeIds=v-1,v-2",
        ok(r#"{"isTruncated":false,"maxKeys":1000,"instances":[]}"#),
    );
    let disks = ["v-1", "v-2"];
    client(&mock).list_instances().volume_ids(disks).cds_ids(disks).send().await.unwrap();
    assert_eq!(mock.replies_left(), 0);
}
