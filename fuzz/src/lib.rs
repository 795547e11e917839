//! What several fuzz targets hold against what the program gives. Nothing here knows a target.

pub mod html;
pub mod places;
