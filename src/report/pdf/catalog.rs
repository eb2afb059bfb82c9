//! The root of the file: everything that hangs on the document as a whole.

use lopdf::{Object, ObjectId, Stream, dictionary};

use super::fields::Widget;

/// The sRGB profile of the output intent.
const PROFILE: &[u8] = include_bytes!("../../../assets/icc/sRGB.icc");

/// What was added before and is only referred to here.
pub(super) struct Parts<'a> {
    pub(super) tags: ObjectId,
    pub(super) outline: Option<ObjectId>,
    /// Name and file specification.
    pub(super) files: Vec<(Object, ObjectId)>,
    pub(super) xmp: ObjectId,
    pub(super) widgets: &'a [Widget],
}

/// Rewrites the catalog.
pub(super) fn fill(pdf: &mut lopdf::Document, language: &str, parts: &Parts<'_>) -> Result<(), lopdf::Error> {
    pdf.version = "1.7".to_owned();
    let profile = pdf.add_object(Stream::new(dictionary! { "N" => 3 }, PROFILE.to_vec()));
    let intent = pdf.add_object(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "RegistryName" => Object::string_literal("http://www.color.org"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => Object::Reference(profile),
    });
    let pages = pdf.catalog()?.get(b"Pages")?.clone();
    let mut catalog = dictionary! {
        "Type" => "Catalog",
        "Pages" => pages,
        "PageLayout" => "SinglePage",
        "PageMode" => if parts.outline.is_some() { "UseOutlines" } else { "UseNone" },
        "Lang" => Object::string_literal(language),
        "MarkInfo" => dictionary! { "Marked" => true },
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        "StructTreeRoot" => Object::Reference(parts.tags),
        "OutputIntents" => vec![Object::Reference(intent)],
        "Metadata" => Object::Reference(parts.xmp),
    };
    if let Some(outline) = parts.outline {
        catalog.set("Outlines", Object::Reference(outline));
    }
    if !parts.files.is_empty() {
        let files: Vec<Object> = parts.files.iter().map(|(_, id)| Object::Reference(*id)).collect();
        let names: Vec<Object> =
            parts.files.iter().flat_map(|(name, id)| [name.clone(), Object::Reference(*id)]).collect();
        catalog.set("AF", files);
        catalog.set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } });
    }
    if !parts.widgets.is_empty() {
        // Signatures exist (1) and the file may only be appended to (2): said from the start, so that signing need not.
        let fields: Vec<Object> = parts.widgets.iter().map(|widget| Object::Reference(widget.annotation)).collect();
        let form = pdf.add_object(dictionary! { "Fields" => fields, "SigFlags" => 3 });
        catalog.set("AcroForm", Object::Reference(form));
    }
    let old = pdf.catalog_mut()?;
    *old = catalog;
    Ok(())
}
