//! How long each stage of a run took.

use std::fmt;
use std::time::{Duration, Instant};

use crate::terminal::Progress;

/// A stopwatch whose laps have names.
pub(crate) struct Stopwatch {
    laps: Vec<Lap>,
    stage: String,
    since: Instant,
    progress: Progress,
}

struct Lap {
    stage: String,
    took: Duration,
}

/// The laps of a run that is over. They display as one line.
pub(crate) struct Timings(Vec<Lap>);

impl Stopwatch {
    /// Begins the first stage.
    pub(crate) fn start(stage: &str) -> Self {
        let mut progress = Progress::new();
        progress.show(stage);
        Self { laps: Vec::new(), stage: stage.to_owned(), since: Instant::now(), progress }
    }

    /// Ends the current stage and begins the next. A stage of the same name goes on.
    pub(crate) fn begin(&mut self, stage: &str) {
        if self.stage != stage {
            self.end_lap();
            stage.clone_into(&mut self.stage);
            self.progress.show(stage);
        }
    }

    /// Removes the progress line until the next stage begins, to make room for other lines.
    pub(crate) fn make_room(&mut self) {
        self.progress.hide();
    }

    /// Ends the last stage, and removes the progress line.
    pub(crate) fn stop(mut self) -> Timings {
        self.end_lap();
        Timings(self.laps)
    }

    fn end_lap(&mut self) {
        let now = Instant::now();
        self.laps.push(Lap { stage: self.stage.clone(), took: now - self.since });
        self.since = now;
    }
}

impl Timings {
    /// Each stage with its time, in order.
    pub(crate) fn stages(self) -> impl Iterator<Item = (String, Duration)> {
        self.0.into_iter().map(|lap| (lap.stage, lap.took))
    }
}

impl fmt::Display for Timings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, Lap { stage, took }) in self.0.iter().enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            write!(f, "{comma}{stage} {}", short(*took))?;
        }
        Ok(())
    }
}

/// Two or three digits and a unit.
pub(crate) fn short(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1e3;
    if ms < 10.0 {
        format!("{ms:.1} ms")
    } else if ms < 1000.0 {
        format!("{ms:.0} ms")
    } else {
        format!("{:.1} s", ms / 1e3)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_a_unit_that_fits() {
        let shown = |micros| short(Duration::from_micros(micros));
        assert_eq!(shown(40), "0.0 ms");
        assert_eq!(shown(1_260), "1.3 ms");
        assert_eq!(shown(86_400), "86 ms");
        assert_eq!(shown(12_340_000), "12.3 s");
    }

    #[test]
    fn a_stage_that_begins_again_is_one_lap() {
        let mut watch = Stopwatch::start("read");
        watch.begin("read");
        watch.begin("lower");
        let stages: Vec<String> = watch.stop().0.into_iter().map(|lap| lap.stage).collect();
        assert_eq!(stages, ["read", "lower"]);
    }

    #[test]
    fn laps_are_one_line() {
        let lap =
            |stage: &str, ms| Lap { stage: stage.to_owned(), took: Duration::from_millis(ms) };
        let timings = Timings(vec![lap("read", 12), lap("write", 2)]);
        assert_eq!(timings.to_string(), "read 12 ms, write 2.0 ms");
    }
}
