//! Tasks.

use super::super::send::{Call, perform};

pub(super) const CALLS: &[(&str, Call)] = &[
    ("get_task", |client, args| {
        perform(client.get_tasks(args.texts("task_ids")).max_keys(args.get("max_keys")).send())
    }),
    ("get_task()", |client, args| perform(client.get_tasks(args.texts("task_ids")).send())),
    ("list_task", |client, args| {
        perform(
            client
                .list_tasks()
                .max_keys(args.get("max_keys"))
                .task_ids(args.texts("task_ids"))
                .task_action(args.text("task_action"))
                .task_status(args.text("task_status"))
                .start_time(args.text("start_time"))
                .end_time(args.text("end_time"))
                .resource_ids(args.texts("resource_ids"))
                .send(),
        )
    }),
    ("list_task()", |client, _| perform(client.list_tasks().send())),
];
