//! The tree of meaning beside the pages: what a screen reader walks through. Elements are numbered in reading order.

/// Number of an element; 0 is the document.
pub(crate) type ElementId = usize;

/// Standard structure types of PDF 1.7 that the report uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    Document,
    Div,
    H1,
    H2,
    H3,
    P,
    Span,
    List,
    ListItem,
    Label,
    ListBody,
    Table,
    Row,
    /// A heading cell and what it heads.
    Heading(Scope),
    Data,
    Figure,
    Form,
}

/// What a heading cell heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    Column,
    Row,
}

impl Tag {
    /// The name in the PDF.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Div => "Div",
            Self::H1 => "H1",
            Self::H2 => "H2",
            Self::H3 => "H3",
            Self::P => "P",
            Self::Span => "Span",
            Self::List => "L",
            Self::ListItem => "LI",
            Self::Label => "Lbl",
            Self::ListBody => "LBody",
            Self::Table => "Table",
            Self::Row => "TR",
            Self::Heading(_) => "TH",
            Self::Data => "TD",
            Self::Figure => "Figure",
            Self::Form => "Form",
        }
    }
}

/// One element. Its content on the pages refers to it by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) tag: Tag,
    pub(crate) parent: ElementId,
    /// Columns that a cell covers.
    pub(crate) columns: usize,
    /// What is said instead of what is drawn.
    pub(crate) spoken: Option<String>,
}

/// All elements, in reading order, parents before children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Structure {
    pub(crate) elements: Vec<Element>,
}

impl Structure {
    pub(crate) const DOCUMENT: ElementId = 0;

    pub(crate) fn new() -> Self {
        Self { elements: vec![Element { tag: Tag::Document, parent: 0, columns: 1, spoken: None }] }
    }

    /// Adds an element at the end of `parent`.
    pub(crate) fn add(&mut self, parent: ElementId, tag: Tag) -> ElementId {
        self.add_element(Element { tag, parent, columns: 1, spoken: None })
    }

    /// Adds an element with attributes.
    pub(crate) fn add_element(&mut self, element: Element) -> ElementId {
        self.elements.push(element);
        self.elements.len() - 1
    }
}
