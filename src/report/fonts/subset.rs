//! A TrueType face with only the outlines that a document uses; glyph numbers stay what they are.

use std::collections::BTreeSet;

/// `face` with the outlines of all glyphs outside `used` emptied; `None` when `face` is not a TrueType face.
///
/// Glyph 0 is always kept, and so are the parts that a composed glyph refers to. Only the tables that a PDF reader needs
/// remain.
pub fn subset(face: &[u8], used: &BTreeSet<u16>) -> Option<Vec<u8>> {
    let long_offsets = u16_at(table(face, b"head")?, 50)? == 1;
    let count = u16_at(table(face, b"maxp")?, 4)?;
    let outlines = Outlines { glyf: table(face, b"glyf")?, loca: table(face, b"loca")?, long_offsets };

    let kept = with_components(&outlines, used, count);
    let mut glyf = Vec::new();
    let mut loca = Vec::new();
    for glyph in 0..count {
        loca.extend(u32::try_from(glyf.len()).ok()?.to_be_bytes());
        if kept.contains(&glyph) {
            glyf.extend_from_slice(outlines.outline(glyph)?);
            while glyf.len() % 4 != 0 {
                glyf.push(0);
            }
        }
    }
    loca.extend(u32::try_from(glyf.len()).ok()?.to_be_bytes());

    let mut head = table(face, b"head")?.to_vec();
    head.get_mut(8..12)?.fill(0);
    head.get_mut(50..52)?.copy_from_slice(&1u16.to_be_bytes());
    let mut tables = vec![(*b"glyf", glyf), (*b"head", head), (*b"loca", loca)];
    for tag in [b"cvt ", b"fpgm", b"hhea", b"hmtx", b"maxp", b"prep"] {
        if let Some(bytes) = table(face, tag) {
            tables.push((*tag, bytes.to_vec()));
        }
    }
    tables.sort();
    assemble(&tables)
}

struct Outlines<'a> {
    glyf: &'a [u8],
    loca: &'a [u8],
    long_offsets: bool,
}

impl<'a> Outlines<'a> {
    fn outline(&self, glyph: u16) -> Option<&'a [u8]> {
        self.glyf.get(self.offset(usize::from(glyph))?..self.offset(usize::from(glyph) + 1)?)
    }

    fn offset(&self, index: usize) -> Option<usize> {
        if self.long_offsets {
            usize::try_from(u32_at(self.loca, index * 4)?).ok()
        } else {
            Some(usize::from(u16_at(self.loca, index * 2)?) * 2)
        }
    }

    /// The glyphs that a composed glyph is made of (TrueType `glyf` table, composite description).
    fn components(&self, glyph: u16) -> Vec<u16> {
        const WORDS: u16 = 0x1;
        const SCALE: u16 = 0x8;
        const MORE: u16 = 0x20;
        const TWO_SCALES: u16 = 0x40;
        const MATRIX: u16 = 0x80;
        let mut found = Vec::new();
        let Some(outline) = self.outline(glyph).filter(|outline| outline.first().is_some_and(|byte| *byte >= 0x80))
        else {
            return found;
        };
        let mut at = 10;
        while let (Some(flags), Some(component)) = (u16_at(outline, at), u16_at(outline, at + 2)) {
            found.push(component);
            at += 4 + if flags & WORDS != 0 { 4 } else { 2 };
            at += match flags {
                flags if flags & SCALE != 0 => 2,
                flags if flags & TWO_SCALES != 0 => 4,
                flags if flags & MATRIX != 0 => 8,
                _ => 0,
            };
            if flags & MORE == 0 {
                break;
            }
        }
        found
    }
}

fn with_components(outlines: &Outlines<'_>, used: &BTreeSet<u16>, count: u16) -> BTreeSet<u16> {
    let mut kept = BTreeSet::new();
    let mut waiting: Vec<u16> = used.iter().copied().chain([0]).collect();
    while let Some(glyph) = waiting.pop() {
        if glyph < count && kept.insert(glyph) {
            waiting.extend(outlines.components(glyph));
        }
    }
    kept
}

fn assemble(tables: &[([u8; 4], Vec<u8>)]) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok().filter(|count| *count > 0)?;
    let power = count.ilog2();
    let range = 16u16 << power;
    let mut face = vec![0, 1, 0, 0];
    for field in [count, range, u16::try_from(power).ok()?, count * 16 - range] {
        face.extend(field.to_be_bytes());
    }
    let mut offset = 12 + tables.len() * 16;
    let mut head_at = 0;
    for (tag, bytes) in tables {
        if tag == b"head" {
            head_at = offset;
        }
        face.extend_from_slice(tag);
        for field in [checksum(bytes), u32::try_from(offset).ok()?, u32::try_from(bytes.len()).ok()?] {
            face.extend(field.to_be_bytes());
        }
        offset += bytes.len().next_multiple_of(4);
    }
    for (_, bytes) in tables {
        face.extend_from_slice(bytes);
        face.resize(face.len().next_multiple_of(4), 0);
    }
    let adjustment = 0xB1B0_AFBAu32.wrapping_sub(checksum(&face));
    face.get_mut(head_at + 8..head_at + 12)?.copy_from_slice(&adjustment.to_be_bytes());
    Some(face)
}

fn checksum(bytes: &[u8]) -> u32 {
    bytes.chunks(4).fold(0u32, |sum, chunk| {
        let mut word = [0; 4];
        word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

fn table<'a>(face: &'a [u8], tag: &[u8; 4]) -> Option<&'a [u8]> {
    let count = usize::from(u16_at(face, 4)?);
    let record = (0..count).map(|index| 12 + index * 16).find(|at| face.get(*at..*at + 4) == Some(tag.as_slice()))?;
    let start = usize::try_from(u32_at(face, record + 8)?).ok()?;
    face.get(start..start + usize::try_from(u32_at(face, record + 12)?).ok()?)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}

#[cfg(test)]
mod tests {
    use printpdf::ParsedFont;

    use super::*;
    use crate::report::fonts::INTER_BOLD;

    #[test]
    fn a_subset_keeps_the_used_outlines_with_their_parts_and_numbers() {
        let face = ParsedFont::from_bytes(INTER_BOLD, 0, &mut Vec::new()).unwrap();
        let composed = face.lookup_glyph_index(u32::from('ë')).unwrap();
        let small = subset(INTER_BOLD, &BTreeSet::from([composed])).unwrap();
        assert!(small.len() < INTER_BOLD.len() / 4, "{}", small.len());

        let all = Outlines {
            glyf: table(INTER_BOLD, b"glyf").unwrap(),
            loca: table(INTER_BOLD, b"loca").unwrap(),
            long_offsets: u16_at(table(INTER_BOLD, b"head").unwrap(), 50) == Some(1),
        };
        let left = Outlines {
            glyf: table(&small, b"glyf").unwrap(),
            loca: table(&small, b"loca").unwrap(),
            long_offsets: true,
        };
        let parts = all.components(composed);
        assert_eq!(parts.len(), 2);
        for glyph in parts.into_iter().chain([composed, 0]) {
            let outline = all.outline(glyph).unwrap();
            assert_eq!(left.outline(glyph).and_then(|kept| kept.get(..outline.len())), Some(outline));
        }
        let unused = face.lookup_glyph_index(u32::from('Q')).unwrap();
        assert_eq!(left.outline(unused), Some([].as_slice()));
    }

    #[test]
    fn what_is_no_font_gives_nothing() {
        assert_eq!(subset(b"", &BTreeSet::new()), None);
        assert_eq!(subset(&[0xff; 64], &BTreeSet::new()), None);
        for length in 0..INTER_BOLD.len().min(3000) {
            assert_eq!(subset(&INTER_BOLD[..length], &BTreeSet::from([5])), None);
        }
    }
}
