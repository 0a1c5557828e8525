//! A subscriber of `tracing` that keeps all it gets.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Once;

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// A span or an event.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recorded {
    pub(crate) name: &'static str,
    /// The name of the span around it.
    pub(crate) parent: Option<&'static str>,
    pub(crate) fields: BTreeMap<String, String>,
}

impl Recorded {
    /// The text of a field; nothing if it is empty.
    pub(crate) fn get(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }
}

impl Visit for Recorded {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.fields.insert(field.name().to_owned(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.fields.insert(field.name().to_owned(), value.to_owned());
    }
}

#[derive(Default)]
struct State {
    spans: Vec<Recorded>,
    events: Vec<Recorded>,
    /// The spans that are entered, by their place.
    entered: Vec<usize>,
}

thread_local! {
    /// A test has a thread of its own.
    static STATE: RefCell<State> = RefCell::default();
}

/// What is recorded on this thread.
pub(crate) struct Recorder;

impl Recorder {
    /// Records from now on. One subscriber serves all threads: whether a place in the code is of
    /// interest to any is kept for all of them.
    pub(crate) fn start() -> Self {
        static GLOBAL: Once = Once::new();
        GLOBAL.call_once(|| tracing::subscriber::set_global_default(Self).unwrap());
        Self
    }

    /// The spans of this name.
    pub(crate) fn spans(&self, name: &str) -> Vec<Recorded> {
        let of_name =
            |state: &State| state.spans.iter().filter(|span| span.name == name).cloned().collect();
        STATE.with_borrow(of_name)
    }

    pub(crate) fn events(&self) -> Vec<Recorded> {
        STATE.with_borrow(|state| state.events.clone())
    }
}

impl State {
    fn parent(&self) -> Option<&'static str> {
        self.entered.last().map(|index| self.spans[*index].name)
    }
}

fn index(id: &Id) -> usize {
    usize::try_from(id.into_u64()).unwrap() - 1
}

impl Subscriber for Recorder {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("client_runtime")
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        STATE.with_borrow_mut(|state| {
            let mut span = Recorded {
                name: attributes.metadata().name(),
                parent: state.parent(),
                ..Recorded::default()
            };
            attributes.record(&mut span);
            state.spans.push(span);
            Id::from_u64(state.spans.len().try_into().unwrap())
        })
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        STATE.with_borrow_mut(|state| values.record(&mut state.spans[index(span)]));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        STATE.with_borrow_mut(|state| {
            let mut recorded = Recorded { parent: state.parent(), ..Recorded::default() };
            event.record(&mut recorded);
            state.events.push(recorded);
        });
    }

    fn enter(&self, span: &Id) {
        STATE.with_borrow_mut(|state| state.entered.push(index(span)));
    }

    fn exit(&self, _: &Id) {
        STATE.with_borrow_mut(|state| state.entered.pop());
    }
}
