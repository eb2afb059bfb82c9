//! Bytes as lowercase hexadecimal digits.

/// Two lowercase digits per byte.
pub(super) fn encode(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn digits_are_lowercase() {
        assert_eq!(super::encode(&[0x00, 0x9f, 0xAB]), "009fab");
    }
}
