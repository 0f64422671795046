//! x
pub fn write(_: &crate::picture::Scene) -> String { String::new() }
