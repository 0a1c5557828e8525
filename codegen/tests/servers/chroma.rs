//! Chroma by the client of its own description.

mod report;

use std::collections::BTreeMap;

use chroma::{Client, operation, types};

const TENANT: &str = "default_tenant";
const DATABASE: &str = "default_database";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let endpoint = std::env::args().nth(1).ok_or("the endpoint is the first argument")?;
    // The description asks for a key, and the server for none.
    let client = Client::builder().anonymous().endpoint(&endpoint).build()?;

    step!("heartbeat", client.heartbeat().send());
    step!("version", client.version().send());
    step!("pre flight checks", client.pre_flight_checks().send());
    step!("identity", client.get_user_identity().send());
    step!("create tenant", client.create_tenant(types::CreateTenantPayload::new("ours")).send());
    step!("get tenant", client.get_tenant("ours").send());
    let database = types::CreateDatabasePayload::new("ours");
    step!("create database", client.create_database("ours", database).send());
    // The server leaves out a member that its description requires.
    let lenient = Client::builder().anonymous().endpoint(&endpoint).lenient(true).build()?;
    step!("list databases", lenient.list_databases("ours").limit(1).offset(0).send());

    let mut ids = Vec::new();
    for name in ["ours_one", "ours_two", "ours_three"] {
        let metadata =
            BTreeMap::from([("colour".to_owned(), types::HashMapValue::from("red".to_owned()))]);
        let payload = types::CreateCollectionPayload::new(name).metadata(metadata);
        let create = client.create_collection(operation::CreateCollectionRequired {
            tenant: TENANT.into(),
            database: DATABASE.into(),
            create_collection_payload: payload,
        });
        ids.extend(step!(format!("create {name}"), create.send()).map(|it| it.id));
    }
    let Some(id) = ids.first() else { return Ok(()) };
    for page in 0..2 {
        let list = client.list_collections(operation::ListCollectionsRequired {
            tenant: TENANT.into(),
            database: DATABASE.into(),
        });
        let list = list.limit(2).offset(page * 2);
        step!(format!("list collections, page {page}"), list.send());
    }
    let records = types::AddCollectionRecordsPayload::new(
        vec![vec![1.0, 0.5, 0.0], vec![0.0, 1.0, 0.25]],
        ["a", "b"],
    );
    let records = records.documents([Some("first".to_owned()), None]);
    step!(
        "add records",
        client
            .collection_add(operation::CollectionAddRequired {
                tenant: TENANT.into(),
                database: DATABASE.into(),
                collection_id: id.clone(),
                add_collection_records_payload: records,
            })
            .send()
    );
    step!(
        "count",
        client
            .collection_count(operation::CollectionCountRequired {
                tenant: TENANT.into(),
                database: DATABASE.into(),
                collection_id: id.clone(),
            })
            .send()
    );
    step!(
        "query",
        client
            .collection_query(operation::CollectionQueryRequired {
                tenant: TENANT.into(),
                database: DATABASE.into(),
                collection_id: id.clone(),
                query_request_payload: types::QueryRequestPayload::new([vec![1.0, 0.0, 0.0]])
                    .n_results(1),
            })
            .send()
    );
    let got = step!(
        "get records",
        client
            .collection_get(operation::CollectionGetRequired {
                tenant: TENANT.into(),
                database: DATABASE.into(),
                collection_id: id.clone(),
                get_request_payload: types::GetRequestPayload::new(),
            })
            .send()
    );
    holds!("both records are there", got.is_some_and(|it| it.ids == ["a", "b"]));
    step!(
        "rename",
        client
            .update_collection(operation::UpdateCollectionRequired {
                tenant: TENANT.into(),
                database: DATABASE.into(),
                collection_id: id.clone(),
                update_collection_payload: types::UpdateCollectionPayload::new()
                    .new_name("ours_renamed"),
            })
            .send()
    );
    step!(
        "delete records",
        client
            .collection_delete(operation::CollectionDeleteRequired {
                tenant: TENANT.into(),
                database: DATABASE.into(),
                collection_id: id.clone(),
                delete_collection_records_payload: types::DeleteCollectionRecordsPayload::new()
                    .ids(["a"]),
            })
            .send()
    );
    let delete = |name: &str| {
        client.delete_collection(operation::DeleteCollectionRequired {
            tenant: TENANT.into(),
            database: DATABASE.into(),
            collection_id: name.to_owned(),
        })
    };
    step!("delete collection", delete("ours_renamed").send());
    refused!("delete it again", 404, delete("ours_renamed").send());
    Ok(())
}
