"""What a page means beside what it shows: the structure tree that makes a tagged PDF (ISO 32000-1, 14.7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFPage,
    PDFString,
)


@dataclass(eq=False)
class Tag:
    """One element, of a role such as P, H1, Figure, Table, TR or TH. What is drawn over two pages keeps its
    one tag. `alt` says what a figure shows; `language` is set where it is not the document's.
    """

    role: str
    alt: str = ""
    language: str = ""
    actual: str = ""  # its words as they are read, where they are drawn from the other side
    scope: str = ""  # of a TH: Row or Column
    kids: list["Tag | tuple[int, int]"] = field(default_factory=list)  # inside it: tags, or page and mark
    placed: bool = False


class Structure:
    """The tags of a document in reading order, and which marks on which page are theirs."""

    def __init__(self) -> None:
        self.root = Tag("Document", placed=True)
        self.open = [self.root]
        self.marks: dict[int, list[Tag]] = {}

    def place(self, tag: Tag) -> None:
        """Put `tag` into whatever is open, the first time it is drawn."""
        if not tag.placed:
            tag.placed = True
            self.open[-1].kids.append(tag)

    def mark(self, tag: Tag, page: int) -> int:
        """The number by which the content of `tag` goes on `page` (from 0)."""
        self.place(tag)
        marks = self.marks.setdefault(page, [])
        marks.append(tag)
        tag.kids.append((page, len(marks) - 1))
        return len(marks) - 1

    def write(self, document: PDFDocument) -> None:
        """Put the tree into `document`, whose pages are all there."""
        pages = document.Pages.pages
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        top = document.Reference(tree)
        references: dict[Tag, PDFObjectReference] = {}
        tree["K"] = PDFArray([_written(self.root, top, document, pages, references)])
        numbers: list[object] = []
        for number, page in enumerate(pages):
            page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")
            marked = PDFArray([references[tag] for tag in self.marks.get(number, [])])
            numbers += [number, document.Reference(_Listed(marked))]
        tree["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        tree["ParentTreeNextKey"] = len(pages)
        document.Catalog.StructTreeRoot = top
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        document.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})


class _Listed(PDFObject):  # type: ignore[misc]
    """An array as an object of its own."""

    def __init__(self, inside: PDFArray) -> None:
        self.inside = inside

    def format(self, document: PDFDocument) -> bytes:
        written: bytes = self.inside.format(document)
        return written


def _written(
    tag: Tag,
    parent: PDFObjectReference,
    document: PDFDocument,
    pages: Sequence[PDFPage],
    references: dict[Tag, PDFObjectReference],
) -> PDFObjectReference:
    facts = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(tag.role), "P": parent})
    references[tag] = itself = document.Reference(facts)
    for name, words in _words_of(tag).items():
        facts[name] = PDFString(words)
    if tag.scope:
        facts["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(tag.scope)})
    kids: list[object] = []
    for kid in tag.kids:
        if isinstance(kid, Tag):
            kids.append(_written(kid, itself, document, pages, references))
        else:
            page, mark = kid
            place = {"Type": PDFName("MCR"), "Pg": document.Reference(pages[page]), "MCID": mark}
            kids.append(PDFDictionary(place))
    facts["K"] = PDFArray(kids)
    return itself


def _words_of(tag: Tag) -> Mapping[str, str]:
    words = {"Alt": tag.alt, "Lang": tag.language, "ActualText": tag.actual}
    return {name: value for name, value in words.items() if value}
