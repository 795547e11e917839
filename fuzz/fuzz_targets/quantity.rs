//! A printed quantity: its ends are in order, and its printed text reads as the same quantity.
#![no_main]

use cscare_site::evidence::quantity::Quantity;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let quantity = match Quantity::parse(text) {
        Ok(quantity) => quantity,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    if let (Some(low), Some(high)) = (quantity.low(), quantity.high()) {
        assert!(low <= high, "{quantity:?}");
    }
    let again = Quantity::parse(quantity.printed()).expect("the printed text is a quantity");
    assert_eq!(again, quantity);
    assert!(!quantity.canonical().is_empty() || !quantity.markers.is_empty(), "{quantity:?}");
    let magnitude = quantity.magnitude();
    assert_eq!(magnitude.magnitude(), magnitude);
    assert!(quantity.is_form_of(&again) || quantity.central.is_none(), "{quantity:?}");
    let _ = quantity.agrees(&magnitude);
});
