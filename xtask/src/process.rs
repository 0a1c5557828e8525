//! Memory and CPU time of this process and its children. Only Linux tells them, in `/proc`.

use std::fs;
use std::time::Duration;

/// How many ticks a second has in `/proc`. All kernels agree on it (`man 5 proc_pid_stat`,
/// `USER_HZ`).
const TICKS_A_SECOND: u64 = 100;

/// The peak memory of this process so far, in bytes; `None` if it is unknown.
pub(crate) fn peak_memory() -> Option<u64> {
    parse_peak(&fs::read_to_string("/proc/self/status").ok()?)
}

/// Whose CPU time.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Whose {
    /// This process.
    Own,
    /// The children that have ended, and their children.
    Children,
}

/// The CPU time used so far; `None` if it is unknown.
pub(crate) fn cpu_time(whose: Whose) -> Option<Duration> {
    parse_cpu_time(&fs::read_to_string("/proc/self/stat").ok()?, whose)
}

fn parse_peak(status: &str) -> Option<u64> {
    let value = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = value.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kib * 1024)
}

fn parse_cpu_time(stat: &str, whose: Whose) -> Option<Duration> {
    // The second field is the program's name in parentheses, which may hold anything.
    let (_, after_name) = stat.rsplit_once(") ")?;
    // The first field here is the third: `utime`, `stime`, `cutime` and `cstime` are 14 to 17.
    let skipped = match whose {
        Whose::Own => 11,
        Whose::Children => 13,
    };
    let fields = after_name.split(' ').skip(skipped).take(2);
    let ticks: Vec<u64> = fields.map_while(|field| field.parse().ok()).collect();
    let [user, system] = ticks[..] else { return None };
    Some(Duration::from_millis((user + system) * 1000 / TICKS_A_SECOND))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peak_is_in_kib() {
        let status = "Name:\txtask\nVmPeak:\t  9000 kB\nVmHWM:\t    2048 kB\nVmRSS:\t 100 kB\n";
        assert_eq!(parse_peak(status), Some(2 << 20));
        assert_eq!(parse_peak("Name:\txtask\n"), None);
    }

    #[test]
    fn times_are_in_ticks() {
        let stat = "7 (a) b) S 1 7 7 0 -1 4194560 2 3 0 0 11 12 130 20 20 0 1 0 555 0 0";
        assert_eq!(parse_cpu_time(stat, Whose::Own), Some(Duration::from_millis(230)));
        assert_eq!(parse_cpu_time(stat, Whose::Children), Some(Duration::from_millis(1500)));
        assert_eq!(parse_cpu_time("7 (a) S 1 7", Whose::Own), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn linux_knows() {
        assert!(peak_memory().is_some_and(|bytes| bytes > 0));
        assert!(cpu_time(Whose::Own).is_some() && cpu_time(Whose::Children).is_some());
    }
}
