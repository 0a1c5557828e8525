//! Prefect by the client of its own description.

mod report;

use prefect::{Client, SendAs, types};

const NOBODY: &str = "1b4e28ba-2fa1-41d2-883f-0016d3cca427";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let endpoint = std::env::args().nth(1).ok_or("the endpoint is the first argument")?;
    let client = Client::builder().endpoint(endpoint).build()?;

    step!("health", client.health_check().send());
    step!("version", client.server_version().send());
    let mut flows = Vec::new();
    for name in ["ours-one", "ours-two", "ours-three"] {
        let flow = types::FlowCreate::new(name).tags(["a", "b"]);
        flows.extend(step!(format!("create {name}"), client.create_flow(flow).send()));
    }
    let Some(flow) = flows.first().map(|it| it.id.clone()) else { return Ok(()) };
    for page in 0..2 {
        let body = types::BodyReadFlows::new().limit(2).offset(page * 2);
        step!(format!("read flows, page {page}"), client.read_flows().body(body).send());
    }
    step!("change flow", client.update_flow(&flow, types::FlowUpdate::new().tags(["c"])).send());
    let read = step!("read flow", client.read_flow(&flow).send());
    let is_changed = read.and_then(|it| it.tags).is_some_and(|it| it == ["c"]);
    holds!("the change is there", is_changed);

    let run = types::FlowRunCreate::new(&flow).name("ours");
    let run = step!("create flow run", client.create_flow_run(run).send());
    let Some(run) = run.map(|it| it.id) else { return Ok(()) };
    let change = types::FlowRunUpdate::new().infrastructure_pid("12");
    step!("change flow run", client.update_flow_run(&run, change).send());
    let mut clear = types::FlowRunUpdate::new();
    clear.infrastructure_pid = Some(None);
    step!("clear a member", client.update_flow_run(&run, clear).send());
    let read = step!("read flow run", client.read_flow_run(&run).send());
    holds!("the member is clear", read.is_some_and(|it| it.infrastructure_pid.flatten().is_none()));

    let log = types::LogCreate::new("ours", 20, "hello", "2026-01-01T00:00:00Z");
    step!("create logs", client.create_logs([log.flow_run_id(&run)]).send());
    // FastAPI describes JSON, and the server sends CSV.
    let csv = step!("download logs", SendAs::send_text(client.download_logs(&run)));
    holds!("the logs are CSV", csv.is_some());

    let variable = types::VariableCreate::new("ours").value("text".to_owned());
    let variable = step!("create variable", client.create_variable(variable).send());
    holds!("the variable has its value", variable.is_some_and(|it| it.value.is_some()));
    let again = types::VariableCreate::new("ours").value("text".to_owned());
    refused!("create it again", 409, client.create_variable(again).send());
    step!("read variable", client.read_variable_by_name("ours").send());
    let markdown = types::ArtifactCreate::new().key("ours".to_owned()).type_("markdown".to_owned());
    let markdown = markdown.data(types::ArtifactCreateData::Unrecognized("# hi".into()));
    step!("create artifact", client.create_artifact(markdown).send());
    step!("read artifacts", client.read_artifacts().send());
    let pool = types::WorkPoolCreate::new("ours").type_("process").concurrency_limit(3);
    step!("create work pool", client.create_work_pool(pool).send());
    let mut clear = types::WorkPoolUpdate::new();
    clear.concurrency_limit = Some(None);
    step!("clear a limit", client.update_work_pool("ours", clear).send());
    let read = step!("read work pool", client.read_work_pool("ours").send());
    holds!("the limit is clear", read.is_some_and(|it| it.concurrency_limit.flatten().is_none()));
    step!("delete work pool", client.delete_work_pool("ours").send());
    step!("delete variable", client.delete_variable_by_name("ours").send());
    step!("delete flow run", client.delete_flow_run(&run).send());
    for flow in &flows {
        step!("delete flow", client.delete_flow(&flow.id).send());
    }
    refused!("read what is not there", 404, client.read_flow(NOBODY).send());
    refused!("read what is no id", 404, client.read_flow("nonsense").send());
    Ok(())
}
