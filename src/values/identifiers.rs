//! Identifiers that other registers give to companies.

/// Why a text is not an identifier of its register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum IdentifierError {
    /// Wrong length or wrong characters.
    #[error("wrong form")]
    Form,
    /// The form is right and the check digits do not fit: a typing error somewhere.
    #[error("check digits do not fit")]
    CheckDigits,
}

/// Checks a Legal Entity Identifier (ISO 17442): 18 capitals or digits and two check digits (ISO 7064, mod 97-10).
///
/// # Errors
/// Tells a wrong form from check digits that do not fit.
pub fn check_lei(text: &str) -> Result<(), IdentifierError> {
    let (body, check) = text.as_bytes().split_at_checked(18).ok_or(IdentifierError::Form)?;
    let letters = body
        .iter()
        .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    if !letters || check.len() != 2 || !check.iter().all(u8::is_ascii_digit) {
        return Err(IdentifierError::Form);
    }
    let remainder = text.bytes().fold(0_u32, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        // letters count as two digits, A is 10
        _ => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
    });
    // 00, 01 and 99 leave the same remainder as 97, 98 and 02, and are never given out
    let given_out = !matches!(check, b"00" | b"01" | b"99");
    if remainder == 1 && given_out {
        Ok(())
    } else {
        Err(IdentifierError::CheckDigits)
    }
}

/// Checks an item number of Wikidata: `Q` and a number without leading zeros.
///
/// # Errors
/// [`IdentifierError::Form`]; there are no check digits.
pub fn check_qid(text: &str) -> Result<(), IdentifierError> {
    let number = text.strip_prefix('Q').ok_or(IdentifierError::Form)?;
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    if digits && !number.starts_with('0') {
        Ok(())
    } else {
        Err(IdentifierError::Form)
    }
}

/// Whether `text` passes [`check_lei`].
#[must_use]
pub fn lei_is_valid(text: &str) -> bool {
    check_lei(text).is_ok()
}

/// Whether `text` passes [`check_qid`].
#[must_use]
pub fn qid_is_valid(text: &str) -> bool {
    check_qid(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leis_are_checked_by_form_and_digits() {
        for good in ["INR2EJN1ERAN0W5ZP974", "HWUPKR0MPOU8FGXBT394", "529900T8BM49AURSDO55"] {
            assert_eq!(check_lei(good), Ok(()), "{good}");
        }
        // one digit wrong, two letters swapped
        for wrong in ["INR2EJN1ERAN0W5ZP975", "IRN2EJN1ERAN0W5ZP974"] {
            assert_eq!(check_lei(wrong), Err(IdentifierError::CheckDigits), "{wrong}");
        }
        let form = [
            "",
            "INR2EJN1ERAN0W5ZP97",
            "INR2EJN1ERAN0W5ZP9744",
            "inr2ejn1eran0w5zp974",
            "INR2EJN1ERAN0W5ZP9A4",
            "INR2EJN1ERAN0W5ZĐ74",
        ];
        for wrong in form {
            assert_eq!(check_lei(wrong), Err(IdentifierError::Form), "{wrong}");
        }
    }

    #[test]
    fn every_single_wrong_digit_of_an_lei_is_found() {
        let good = "INR2EJN1ERAN0W5ZP974";
        for at in 0..20 {
            for digit in '0'..='9' {
                let mut wrong = good.to_owned();
                wrong.replace_range(at..=at, &digit.to_string());
                assert_eq!(lei_is_valid(&wrong), wrong == good, "{wrong}");
            }
        }
    }

    #[test]
    fn qids() {
        assert!(qid_is_valid("Q2283"));
        for wrong in ["", "Q", "Q0", "Q02283", "q2283", "2283", "Q2283 ", "Q22x", "P31", "Q٣"] {
            assert_eq!(check_qid(wrong), Err(IdentifierError::Form), "{wrong}");
        }
    }
}
