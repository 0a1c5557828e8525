//! A word computed from a wire name, the same on every machine and in every release.

/// Hexadecimal digits that tell `wire` from other names: 4 at the first attempt, then 8, then 16.
///
/// `twin` counts the earlier names with the same wire name.
pub(super) fn hash_word(wire: &str, twin: usize, attempt: usize) -> String {
    let salt = [twin, attempt].map(|number| (number as u64).to_le_bytes());
    let hash = fnv1a(wire.bytes().chain(salt.into_iter().flatten()));
    let digits = match attempt {
        0 => 4,
        1 => 8,
        _ => 16,
    };
    let all = format!("{hash:016x}");
    all[all.len() - digits..].to_owned()
}

/// The 64-bit FNV-1a hash.
fn fnv1a(bytes: impl Iterator<Item = u8>) -> u64 {
    const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    bytes.fold(OFFSET_BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The published test vectors of FNV-1a.
    #[test]
    fn fnv1a_vectors() {
        let vectors = [
            ("", 0xcbf2_9ce4_8422_2325),
            ("a", 0xaf63_dc4c_8601_ec8c),
            ("foobar", 0x8594_4171_f739_67e8),
        ];
        for (text, hash) in vectors {
            assert_eq!(fnv1a(text.bytes()), hash, "{text}");
        }
    }
}
