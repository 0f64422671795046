/// Whether `code` is an assigned ISO 3166-1 alpha-2 code, in capitals.
#[must_use]
pub fn is_country(code: &str) -> bool {
    code.len() == 2 && isocountry::CountryCode::for_alpha2(code).is_ok()
}
