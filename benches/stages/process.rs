//! Whole processes: wall time, CPU time and peak memory.
//!
//! The operating system keeps one peak for all children of a process that have ended. Each program is therefore
//! started by a child of its own, which has no other children and prints what this one cost.

use super::table::Cost;
use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::process::Command;
use std::time::{Duration, Instant};

/// The first argument of the child that starts and measures a program.
pub const MEASURE: &str = "measure";

/// Runs a program in a measuring child.
///
/// # Errors
/// When it cannot be started or ends with an error.
pub fn cost(program: &[OsString]) -> Result<Cost, Box<dyn Error>> {
    let output = Command::new(env::current_exe()?).arg(MEASURE).args(program).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).trim().into());
    }
    let numbers = String::from_utf8(output.stdout)?;
    let numbers = numbers.split_whitespace().map(str::parse).collect::<Result<Vec<u64>, _>>()?;
    let [wall, cpu, peak] = numbers.as_slice() else { return Err("the measuring child said nothing".into()) };
    Ok(Cost { wall: Duration::from_micros(*wall), cpu: Duration::from_micros(*cpu), peak: *peak })
}

/// What the measuring child does: runs the program and prints wall and CPU time in microseconds, and KiB.
///
/// # Errors
/// When the program cannot be started or ends with an error.
pub fn measure(program: &[OsString]) -> Result<(), Box<dyn Error>> {
    let (name, arguments) = program.split_first().ok_or("no program to measure")?;
    let start = Instant::now();
    let output = Command::new(name).args(arguments).output()?;
    let wall = start.elapsed();
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("`{}` failed:\n{}", name.display(), said.trim()).into());
    }
    let (cpu, peak) = usage::of_children()?;
    println!("{} {} {peak}", wall.as_micros(), cpu.as_micros());
    Ok(())
}

#[cfg(unix)]
pub mod usage {
    //! What the operating system has counted.

    use nix::sys::resource::{Usage, UsageWho, getrusage};
    use std::error::Error;
    use std::time::Duration;

    /// The unit of the peak, in bytes: Apple's systems count bytes, others KiB.
    const PEAK_UNIT: u64 = if cfg!(target_vendor = "apple") { 1 } else { 1024 };

    /// CPU time of all children that have ended, and the peak of the largest in KiB.
    pub fn of_children() -> Result<(Duration, u64), Box<dyn Error>> {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
        Ok((cpu(&usage)?, u64::try_from(usage.max_rss())? * PEAK_UNIT / 1024))
    }

    /// CPU time of this process so far, all threads together.
    pub fn of_self() -> Result<Duration, Box<dyn Error>> {
        cpu(&getrusage(UsageWho::RUSAGE_SELF)?)
    }

    fn cpu(usage: &Usage) -> Result<Duration, Box<dyn Error>> {
        let mut sum = Duration::ZERO;
        for time in [usage.user_time(), usage.system_time()] {
            sum += Duration::new(u64::try_from(time.tv_sec())?, u32::try_from(time.tv_usec() * 1000)?);
        }
        Ok(sum)
    }
}

#[cfg(not(unix))]
pub mod usage {
    //! Nothing is counted here.

    use std::error::Error;
    use std::time::Duration;

    /// Nothing.
    pub fn of_children() -> Result<(Duration, u64), Box<dyn Error>> {
        Ok((Duration::ZERO, 0))
    }

    /// Nothing.
    pub fn of_self() -> Result<Duration, Box<dyn Error>> {
        Ok(Duration::ZERO)
    }
}
