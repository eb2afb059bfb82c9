//! The structure tree, and the way back from content to it.

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::{fields::Widget, text_string};
use crate::report::layout::{
    Composed, Page,
    structure::{ElementId, Scope, Structure, Tag},
    style::PAGE_HEIGHT,
};

/// Adds the structure tree; gives its root. `content` holds for each page the owner of each marked-content number.
pub(super) fn add(
    pdf: &mut lopdf::Document,
    pages: &[ObjectId],
    composed: &Composed,
    content: &[Vec<ElementId>],
    widgets: &[Widget],
) -> Result<ObjectId, lopdf::Error> {
    let structure = &composed.structure;
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = structure.elements.iter().map(|_| pdf.new_object_id()).collect();
    let mut kids = content_of(structure, pages, content);
    let mut children: Vec<Vec<ElementId>> = vec![Vec::new(); structure.elements.len()];
    for (number, element) in structure.elements.iter().enumerate().skip(1) {
        if let Some(siblings) = children.get_mut(element.parent) {
            siblings.push(number);
        }
    }

    for (number, (element, id)) in structure.elements.iter().zip(&ids).enumerate() {
        let parent = if number == Structure::DOCUMENT { Some(&root) } else { ids.get(element.parent) };
        let mut dictionary = dictionary! { "Type" => "StructElem", "S" => element.tag.name() };
        if let Some(parent) = parent {
            dictionary.set("P", Object::Reference(*parent));
        }
        let attributes = match element.tag {
            Tag::Figure => place(&composed.pages, number),
            tag => attributes(tag, element.columns),
        };
        if let Some(attributes) = attributes {
            dictionary.set("A", attributes);
        }
        if let Some(spoken) = &element.spoken {
            dictionary.set("Alt", text_string(spoken));
        }
        let own = kids.get_mut(number).map(std::mem::take).unwrap_or_default();
        set_kids(&mut dictionary, own, children.get(number).into_iter().flatten().filter_map(|child| ids.get(*child)));
        // A single object reference stands for itself: some validators of signatures refuse an array here.
        if let Some(widget) = widgets.iter().find(|widget| widget.owner == number) {
            let page = Object::Reference(widget.page);
            let kid = dictionary! { "Type" => "OBJR", "Obj" => Object::Reference(widget.annotation), "Pg" => page };
            dictionary.set("K", kid);
        }
        pdf.objects.insert(*id, Object::Dictionary(dictionary));
    }

    let parents = parent_tree(pdf, &ids, content, widgets)?;
    let next = i64::try_from(pages.len() + widgets.len()).unwrap_or(i64::MAX);
    let document = ids.first().map_or(Object::Null, |id| Object::Reference(*id));
    let tree = dictionary! {
        "Type" => "StructTreeRoot", "K" => document, "ParentTree" => parents, "ParentTreeNextKey" => next,
    };
    pdf.objects.insert(root, Object::Dictionary(tree));
    for (number, page) in pages.iter().enumerate() {
        let page = pdf.get_dictionary_mut(*page)?;
        page.set("StructParents", i64::try_from(number).unwrap_or(i64::MAX));
        page.set("Tabs", "S");
    }
    Ok(root)
}

/// Content of one element: page and number on that page.
type Kid = (ObjectId, i64);

fn content_of(structure: &Structure, pages: &[ObjectId], content: &[Vec<ElementId>]) -> Vec<Vec<Kid>> {
    let mut kids: Vec<Vec<Kid>> = vec![Vec::new(); structure.elements.len()];
    for (owners, page) in content.iter().zip(pages) {
        for (number, owner) in (0..).zip(owners) {
            if let Some(own) = kids.get_mut(*owner) {
                own.push((*page, number));
            }
        }
    }
    kids
}

fn set_kids<'a>(dictionary: &mut Dictionary, own: Vec<Kid>, children: impl Iterator<Item = &'a ObjectId>) {
    let home = own.first().map(|kid| kid.0);
    if let Some(page) = home {
        dictionary.set("Pg", Object::Reference(page));
    }
    let mut kids: Vec<Object> = own
        .into_iter()
        .map(|(page, number)| {
            if Some(page) == home {
                Object::Integer(number)
            } else {
                dictionary! { "Type" => "MCR", "Pg" => Object::Reference(page), "MCID" => number }.into()
            }
        })
        .collect();
    kids.extend(children.map(|child| Object::Reference(*child)));
    if !kids.is_empty() {
        dictionary.set("K", kids);
    }
}

fn attributes(tag: Tag, columns: usize) -> Option<Object> {
    let mut attributes = match tag {
        Tag::Heading(Scope::Column) => dictionary! { "O" => "Table", "Scope" => "Column" },
        Tag::Heading(Scope::Row) => dictionary! { "O" => "Table", "Scope" => "Row" },
        Tag::Data if columns > 1 => dictionary! { "O" => "Table" },
        Tag::List => return Some(dictionary! { "O" => "List", "ListNumbering" => "Disc" }.into()),
        _ => return None,
    };
    if columns > 1 {
        attributes.set("ColSpan", i64::try_from(columns).unwrap_or(1));
    }
    Some(attributes.into())
}

/// Where a figure stands: a block of its own, within these edges (left, bottom, right, top).
fn place(pages: &[Page], owner: ElementId) -> Option<Object> {
    let drawing = pages.iter().flat_map(|page| &page.drawings).find(|drawing| drawing.owner == owner)?;
    let (top, right) = (PAGE_HEIGHT - drawing.y, drawing.x + drawing.width);
    let edges = [drawing.x, top - drawing.height, right, top].map(|edge| Object::Real((edge * 10.0).round() / 10.0));
    Some(dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => edges.to_vec() }.into())
}

/// From `StructParents` of a page and `StructParent` of a field to elements.
fn parent_tree(
    pdf: &mut lopdf::Document,
    ids: &[ObjectId],
    content: &[Vec<ElementId>],
    widgets: &[Widget],
) -> Result<Object, lopdf::Error> {
    let mut numbers: Vec<Object> = Vec::new();
    let reference = |owner: &ElementId| ids.get(*owner).map(|id| Object::Reference(*id));
    for (key, owners) in (0i64..).zip(content) {
        let list = pdf.add_object(Object::Array(owners.iter().filter_map(reference).collect()));
        numbers.extend([Object::Integer(key), Object::Reference(list)]);
    }
    for widget in widgets {
        numbers.extend([Object::Integer(widget.struct_parent), reference(&widget.owner).unwrap_or(Object::Null)]);
    }
    Ok(Object::Reference(pdf.add_object(dictionary! { "Nums" => numbers })))
}
