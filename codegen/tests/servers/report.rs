//! One line for each call: whether the server took it, and what came back was read.

/// Makes a call that must succeed; gives what it returned.
#[macro_export]
macro_rules! step {
    ($name:expr, $call:expr) => {
        match $call.await {
            Ok(value) => {
                println!("ok\t{}", $name);
                Some(value)
            }
            Err(error) => {
                println!("failed\t{}\t{}", $name, error.to_string().replace(['\n', '\t'], " "));
                None
            }
        }
    };
}

/// Makes a call that the server must answer with this status, an error.
#[macro_export]
macro_rules! refused {
    ($name:expr, $status:expr, $call:expr) => {
        match $call.await {
            Err(error) if error.status().is_some_and(|it| it.as_u16() == $status) => {
                println!("ok\t{}", $name);
            }
            Err(error) => {
                println!("failed\t{}\t{}", $name, error.to_string().replace(['\n', '\t'], " "));
            }
            Ok(_) => println!("failed\t{}\twas accepted", $name),
        }
    };
}

/// Whether what came back is what was expected: a call of its own in the report.
#[macro_export]
macro_rules! holds {
    ($name:expr, $condition:expr) => {
        match $condition {
            true => println!("ok\t{}", $name),
            false => println!("failed\t{}\t{} is not so", $name, stringify!($condition)),
        }
    };
}
