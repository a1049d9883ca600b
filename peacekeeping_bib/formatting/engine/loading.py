"""Loading a style: safe XML, own element classes, locales."""

# mypy: disallow-subclassing-any=False
from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path
from typing import Any

import citeproc
from citeproc import model
from lxml import etree

from peacekeeping_bib.errors import StyleError
from peacekeeping_bib.formatting.engine import conditions, dates, elements, names, numbers, sorting
from peacekeeping_bib.formatting.engine.elements import Element
from peacekeeping_bib.formatting.engine.locales import Locales, in_style, known_locale, locale_file
from peacekeeping_bib.formatting.engine.markup import mark
from peacekeeping_bib.formatting.engine.numbers import dashed, first_page, page_range, written
from peacekeeping_bib.formatting.engine.prepare import NUMBER_VARIABLES, Item, Reference
from peacekeeping_bib.formatting.engine.punctuation import append, join
from peacekeeping_bib.formatting.engine.run import Run

NAMESPACE = "http://purl.org/net/xbiblio/csl"
SUPPORTED = ("0.11.1", "0.12")
_LINKS = {"URL": "url", "DOI": "doi"}


class Substyle(Element, model.Style):
    """``cs:style``."""


class Layout(Element, model.Layout):
    """``cs:layout``."""


class Area(Element):
    """``cs:citation`` or ``cs:bibliography``."""

    def _init(self) -> None:
        super()._init()
        by_tag = {kid.tag.rpartition("}")[2]: kid for kid in self.kids}
        self.sorting, self.page = by_tag.get("sort"), by_tag.get("layout")


class Term(Element, model.Term):
    """``cs:term``; read into tables by :class:`Locales`."""


_CLASSES: dict[str, type] = {
    "style": Substyle,
    "citation": Area,
    "bibliography": Area,
    "layout": Layout,
    "term": Term,
    "macro": elements.Macro,
    "group": elements.Group,
    "text": elements.Text,
    "choose": conditions.Choose,
    "if": conditions.If,
    "else-if": conditions.Else_If,
    "else": conditions.Else,
    "date": dates.Date,
    "date-part": dates.Date_Part,
    "number": numbers.Number,
    "label": numbers.Label,
    "names": names.Names,
    "name": names.Name,
    "name-part": names.Name_Part,
    "et-al": names.Et_Al,
    "institution": names.Institution,
    "substitute": names.Substitute,
    "sort": sorting.Sort,
    "key": sorting.Key,
}


def check_version() -> None:
    """Refuse a citeproc-py other than the ones this adapter was tested with.

    Raises:
        StyleError: Another version is installed.
    """
    version = importlib.metadata.version("citeproc-py")
    numbers_of = [tuple(int(part) for part in re.findall(r"\d+", text)[:3]) for text in (*SUPPORTED, version)]
    if not numbers_of[0] <= numbers_of[2] < numbers_of[1]:
        low, high = SUPPORTED
        raise StyleError(
            f"citeproc-py {version} is installed, bibliographies need >={low},<{high}: "
            f"run pip install 'citeproc-py>={low},<{high}'"
        )


def _parser() -> etree.XMLParser:
    lookup = etree.ElementNamespaceClassLookup()
    namespace = lookup.get_namespace(NAMESPACE)
    namespace[None] = Element
    namespace.update(_CLASSES)
    parser = etree.XMLParser(
        remove_comments=True, remove_pis=True, no_network=True, resolve_entities=False, load_dtd=False
    )
    parser.set_element_class_lookup(lookup)
    return parser


def read_xml(data: bytes, name: str) -> Any:
    """Parse a style or locale without following anything outside it.

    Args:
        data: The file's bytes.
        name: What to call it in messages.

    Raises:
        StyleError: Not XML, or XML with a document type (the way to external entities and entity bombs).
    """
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise StyleError(
            f"{name}: a document type declaration is not allowed in a style: remove <!DOCTYPE ...>"
        )
    try:
        tree = etree.fromstring(data, _parser()).getroottree()
    except etree.XMLSyntaxError as error:
        raise StyleError(f"{name}: not well-formed XML: {error}") from None
    if tree.docinfo.doctype:  # type: ignore[union-attr]
        raise StyleError(
            f"{name}: a document type declaration is not allowed in a style: remove <!DOCTYPE ...>"
        )
    return tree.getroot()


def validation_errors(root: Any) -> list[str]:
    """Return what is wrong with a style under the CSL 1.0.2 RELAX NG schema, as ``line N: message``."""
    schema = etree.RelaxNG(etree.parse(citeproc.SCHEMA_PATH))
    if schema.validate(root.getroottree()):
        return []
    return [f"line {entry.line}: {entry.message}" for entry in schema.error_log]


class Style:
    """An independent style together with one locale.

    Attributes:
        root: The ``cs:style`` element.
        name: What to call the style in messages.
        locales: Terms, dates and options.
        areas: ``citation`` and, where the style has one, ``bibliography``.
    """

    def __init__(self, root: Any, name: str, locale: str | None) -> None:
        self.root, self.name = root, name
        self.in_text = root.get("class") == "in-text"
        tag = locale or root.get("default-locale") or "en-US"
        try:
            self.tag, files = known_locale(tag, citeproc.PRIMARY_DIALECTS)
        except ValueError:
            raise StyleError(f"{tag!r} is not a language tag such as en-US or fr") from None
        found = [path for path in (locale_file(citeproc.LOCALES_PATH, file) for file in files) if path]
        if (
            locale
            and len(found) == 1
            and not self.tag.startswith("en")
            and not in_style(root, self.tag, False)
        ):
            raise StyleError(
                f"locale {locale!r} does not exist: give one such as en-GB, fr-FR, es-ES or ru-RU"
            )
        shipped = [read_xml(Path(path).read_bytes(), path) for path in found]
        self.locales = Locales(self.tag, [*in_style(root, self.tag), *shipped])
        self._macros = {macro.get("name"): macro for macro in root.findall("cs:macro", root.nsmap)}
        self.areas: dict[str, Any] = {}
        for area in ("citation", "bibliography"):
            element = root.find(f"cs:{area}", root.nsmap)
            if element is not None:
                self.areas[area] = element
        if "citation" not in self.areas or any(area.page is None for area in self.areas.values()):
            raise StyleError(f"{name}: no <citation> with a <layout>: not an independent CSL style")
        self.has_suffix_element = any(
            e.get("variable") == "year-suffix" for e in root.iter(f"{{{NAMESPACE}}}text")
        )
        self.page_delimiter = self.locales.term("page-range-delimiter") or "\u2013"
        for element in (*self._macros.values(), *self.areas.values()):
            element.bind(self)

    def macro(self, name: str) -> Any:
        """Return a macro.

        Raises:
            StyleError: The style calls a macro it does not have.
        """
        if name not in self._macros:
            raise StyleError(f"{self.name}: macro {name!r} is called but not defined")
        return self._macros[name]

    def reference(self, item: Item) -> Reference:
        """Prepare an item for this style's locale."""
        return Reference(item, self.locales.quotation_marks())

    def in_english(self, reference: Reference) -> bool:
        """Tell whether title case applies: the item's language, or else the locale, is English."""
        return (reference.language or self.tag).lower().startswith("en")

    def capitalizes(self, run: Run) -> bool:
        """Tell whether a term at the very start is capitalised: everywhere but in in-text citations."""
        return not (self.in_text and run.area == "citation")

    def page_range(self, text: str, variable: str) -> str:
        """Format page ranges by the style's ``page-range-format``."""
        return page_range(text, self.root.get("page-range-format"), self.page_delimiter)

    def text_variable(self, run: Run, variable: str) -> str:
        """Return the marked text of a variable called by ``cs:text``."""
        if variable == "page":
            return self.page_range(run.reference.texts.get("page", ""), "page")
        if variable == "page-first":
            return first_page(run.reference.texts.get("page", ""))
        if variable == "locator":
            return dashed(run.cite.locator, self.page_delimiter)
        if variable == "citation-number":
            return str(run.number or "")
        if variable == "first-reference-note-number":
            return str(run.cite.first_note or "")
        if variable == "year-suffix":
            return "" if run.sorting else run.disambiguation.suffix
        text = run.reference.texts.get(variable, "")
        if variable in NUMBER_VARIABLES:
            return written(text, self.page_delimiter)
        return mark(_LINKS[variable], text) if variable in _LINKS and not run.sorting else text

    def implicit_suffix(self, run: Run) -> str:
        """Return the year suffix after the first year, unless the style places it itself."""
        if self.has_suffix_element or run.suffix_done or run.sorting:
            return ""
        run.suffix_done = True
        return run.disambiguation.suffix

    def replace_repeated(self, texts: list[str], run: Run) -> tuple[list[str], str]:
        """Apply ``subsequent-author-substitute`` to the first list of names of an entry.

        Args:
            texts: The names as written.
            run: The pass; its ``previous_names`` are those of the entry before.

        Returns:
            The names with those replaced that repeat, and the text for the whole list if it is replaced at
            once.
        """
        area = self.areas.get("bibliography")
        if area is None or run.sorting or run.substitute_done:
            return texts, ""
        sign = area.get("subsequent-author-substitute")
        if sign is None:
            return texts, ""
        run.substitute_done, run.first_names = True, texts
        rule = area.get("subsequent-author-substitute-rule", "complete-all")
        same = 0
        while same < min(len(texts), len(run.previous_names)) and texts[same] == run.previous_names[same]:
            same += 1
        complete = bool(texts) and same == len(texts) == len(run.previous_names)
        if rule == "complete-all":
            return texts, sign if complete else ""
        count = {
            "complete-each": len(texts) if complete else 0,
            "partial-each": same,
            "partial-first": min(same, 1),
        }
        replaced = count.get(rule, 0)
        return [sign] * replaced + texts[replaced:], ""

    def laid_out(self, area: str, text: str) -> str:
        """Add formatting and affixes of the layout of an area."""
        layout = self.areas[area].page
        into = self.locales.into_quotes
        text = append(append(layout.before, text, into), layout.after, into)
        return str(layout.decorate(text)) if text else ""

    def entry(self, run: Run) -> str:
        """Render an entry; with ``second-field-align`` its first field stands apart."""
        area = self.areas["bibliography"]
        parts = area.page.parts(run)
        into = self.locales.into_quotes
        if area.get("second-field-align") and len(parts) > 1:
            rest = self.laid_out_rest(join(parts[1:], area.page.between, into)).rstrip(" ")
            return mark("left-margin", parts[0]) + mark("right-inline", rest)
        return self.laid_out("bibliography", join(parts, area.page.between, into))

    def laid_out_rest(self, text: str) -> str:
        """Add the layout's suffix to what follows a first field that stands apart."""
        layout = self.areas["bibliography"].page
        return append(text, layout.after, self.locales.into_quotes)
