//! The empty signature fields. They exist from the first version of the file on, so that signing only fills them.

use lopdf::{Object, ObjectId, Stream, dictionary};

use super::text_string;
use crate::report::layout::{
    Page,
    strip::Field,
    structure::ElementId,
    style::{BORDER, PAGE_HEIGHT},
};

/// A field on a page.
pub(super) struct Widget {
    pub(super) annotation: ObjectId,
    pub(super) page: ObjectId,
    pub(super) owner: ElementId,
    pub(super) struct_parent: i64,
}

/// Adds the fields of all pages; their keys in the parent tree follow those of the pages.
pub(super) fn add(pdf: &mut lopdf::Document, ids: &[ObjectId], pages: &[Page]) -> Result<Vec<Widget>, lopdf::Error> {
    let mut widgets: Vec<Widget> = Vec::new();
    for (page, content) in ids.iter().zip(pages) {
        let mut annotations: Vec<Object> = Vec::new();
        for field in &content.fields {
            let struct_parent = i64::try_from(ids.len() + widgets.len()).unwrap_or(i64::MAX);
            let annotation = add_field(pdf, *page, field, struct_parent);
            annotations.push(Object::Reference(annotation));
            widgets.push(Widget { annotation, page: *page, owner: field.owner, struct_parent });
        }
        let page = pdf.get_dictionary_mut(*page)?;
        if annotations.is_empty() {
            page.remove(b"Annots");
        } else {
            page.set("Annots", annotations);
        }
    }
    Ok(widgets)
}

fn add_field(pdf: &mut lopdf::Document, page: ObjectId, field: &Field, struct_parent: i64) -> ObjectId {
    // Print (4) and locked (128).
    const FLAGS: i64 = 132;
    let appearance = pdf.add_object(appearance(field));
    let (left, bottom) = (field.x, PAGE_HEIGHT - field.y - field.height);
    let corners = [left, bottom, left + field.width, bottom + field.height];
    pdf.add_object(dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => text_string(&field.name),
        "TU" => text_string(&field.description),
        "F" => FLAGS,
        "Rect" => corners.map(real).to_vec(),
        "P" => Object::Reference(page),
        "StructParent" => struct_parent,
        "AP" => dictionary! { "N" => Object::Reference(appearance) },
    })
}

/// A frame without letters: text in it would be content that no tag can reach.
fn appearance(field: &Field) -> Stream {
    let part = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    let colour = [BORDER.0, BORDER.1, BORDER.2].map(part);
    let (width, height) = (field.width, field.height);
    let content = format!(
        "q {} {} {} RG 0.8 w 0.4 0.4 {:.2} {:.2} re S Q",
        colour[0],
        colour[1],
        colour[2],
        width - 0.8,
        height - 0.8
    );
    let dictionary = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => [0.0, 0.0, width, height].map(real).to_vec(),
        "Resources" => dictionary! {},
    };
    Stream::new(dictionary, content.into_bytes())
}

fn real(points: f32) -> Object {
    Object::Real((points * 100.0).round() / 100.0)
}
