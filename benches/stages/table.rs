//! Costs of several runs as a plain table.

use std::fmt::Write as _;
use std::time::Duration;

/// What one run cost.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// Time on the wall.
    pub wall: Duration,
    /// Time of all cores together.
    pub cpu: Duration,
    /// Most memory held at once, in KiB; zero when it was not measured.
    pub peak: u64,
}

/// One thing that was measured several times. The first row of a size is its floor.
#[derive(Debug, Clone)]
pub struct Row {
    /// Size of the site.
    pub pages: usize,
    /// What was done.
    pub what: &'static str,
    /// What each run cost.
    pub costs: Vec<Cost>,
}

impl Row {
    fn walls(&self) -> Vec<f64> {
        sorted(self.costs.iter().map(|cost| milliseconds(cost.wall)))
    }

    fn median_wall(&self) -> f64 {
        median(&self.walls())
    }
}

/// The table. Times are milliseconds, memory is MiB; `× floor` compares medians of time on the wall.
pub fn print(rows: &[Row]) -> String {
    let mut table = format!(
        "\n{:>7}  {:<16}{:>10}{:>10}{:>10}{:>10}{:>10}{:>9}\n",
        "pages", "what", "median", "min", "max", "cpu", "peak", "× floor"
    );
    for row in rows {
        let floor = rows.iter().find(|other| other.pages == row.pages).map_or(f64::NAN, Row::median_wall);
        line(row, floor, &mut table);
    }
    table.push_str("median, min, max: ms on the wall; cpu: median ms of all cores; peak: median MiB\n");
    table
}

fn line(row: &Row, floor: f64, table: &mut String) {
    let walls = row.walls();
    let (Some(first), Some(last)) = (walls.first(), walls.last()) else { return };
    let middle = median(&walls);
    let cpu = median(&sorted(row.costs.iter().map(|cost| milliseconds(cost.cpu))));
    let peak = mebibytes(row);
    let (pages, what, times) = (row.pages, row.what, middle / floor);
    writeln!(
        table,
        "{pages:>7}  {what:<16}{middle:>10.1}{first:>10.1}{last:>10.1}{cpu:>10.1}{peak:>10}{times:>9.2}"
    )
    .unwrap_or_default();
}

fn mebibytes(row: &Row) -> String {
    let mut peaks: Vec<u64> = row.costs.iter().map(|cost| cost.peak).collect();
    peaks.sort_unstable();
    match peaks[peaks.len() / 2] {
        0 => "-".to_owned(),
        peak => format!("{}.{}", peak / 1024, peak % 1024 * 10 / 1024),
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn sorted(numbers: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers
}

/// The middle one, or the mean of the two in the middle.
fn median(sorted: &[f64]) -> f64 {
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => f64::NAN,
        count if count.is_multiple_of(2) => f64::midpoint(sorted[middle - 1], sorted[middle]),
        _ => sorted[middle],
    }
}
