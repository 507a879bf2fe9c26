//! An adapter in Rust: five functions, and the loop that serves them.
//!
//! Put your own implementation in the place of `functions`; with serde_json at hand, drop `json` too.

mod functions;
mod json;

use functions::{Outcome, FUNCTIONS};
use json::Json;
use std::io::{self, BufRead, Write};

fn main() -> io::Result<()> {
    let mut output = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let response = match json::parse(&line?) {
            Some(request) => answer(&request),
            None => r#"{"seq":null,"error":{"what":"not a request"}}"#.to_string(),
        };
        writeln!(output, "{response}")?;
        output.flush()?;
    }
    Ok(())
}

fn answer(request: &Json) -> String {
    let body = match request.get("method").and_then(Json::text) {
        Some("hello") => hello(),
        Some("arith") => arith(request),
        Some("bye") => String::new(),
        _ => r#","unsupported":true"#.to_string(),
    };
    let seq = request.get("seq").and_then(Json::number).unwrap_or("null");
    format!(r#"{{"seq":{seq}{body}}}"#)
}

fn hello() -> String {
    let names: Vec<String> = FUNCTIONS.iter().map(|(name, _)| json::quote(name)).collect();
    format!(
        concat!(
            r#","protocol":1,"implementation":{{"name":"template","version":"1","language":"rust"}},"#,
            r#""capabilities":{{"kinds":["arith"],"functions":[{}],"revisions":["r425"],"batch_max":512}}"#
        ),
        names.join(",")
    )
}

fn arith(request: &Json) -> String {
    let name = request.get("function").and_then(Json::text).unwrap_or("");
    let Some((_, function)) = FUNCTIONS.iter().find(|(known, _)| *known == name) else {
        return r#","unsupported":true"#.to_string();
    };
    let rows = request.get("rows").and_then(Json::list).unwrap_or(&[]);
    let results: Vec<String> = rows.iter().filter_map(Json::list).map(|row| result(row, *function)).collect();
    format!(r#","results":[{}]"#, results.join(","))
}

/// A row is [id, [argument, …]], its result [id, outcome]; numbers wider than 32 bits travel as text.
fn result(row: &[Json], function: fn(&[i128]) -> Outcome) -> String {
    let id = row.first().and_then(Json::text).unwrap_or("");
    let arguments = row.get(1).and_then(Json::list).unwrap_or(&[]);
    let numbers: Option<Vec<i128>> = arguments.iter().map(|each| each.text()?.parse().ok()).collect();
    let outcome = match numbers.as_deref().map(function) {
        Some(Outcome::Ok(value)) => format!(r#"{{"ok":"{value}"}}"#),
        Some(Outcome::Panic) => r#"{"panic":true}"#.to_string(),
        Some(Outcome::Error) | None => r#"{"error":{"what":"not arguments of this function"}}"#.to_string(),
    };
    format!("[{},{outcome}]", json::quote(id))
}
