"""The elements of a style as this package renders them.

Each class derives from its namesake in citeproc-py and replaces how it renders; the classes are bound to a
private
parser (see ``loading``), so that other users of citeproc-py in the same process see no difference. An
element reads
its attributes once, when its tree is loaded, and keeps its children, so that lxml does not make them anew.
"""

# mypy: disallow-subclassing-any=False
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from citeproc import model

from peacekeeping_bib.formatting.engine.markup import HIDDEN, mark
from peacekeeping_bib.formatting.engine.punctuation import append, join
from peacekeeping_bib.formatting.engine.textcase import capitalize_first, change_case

if TYPE_CHECKING:
    from peacekeeping_bib.formatting.engine.loading import Style
    from peacekeeping_bib.formatting.engine.run import Run

_FORMATS = {
    ("font-style", "italic"): "italic",
    ("font-style", "oblique"): "italic",
    ("font-style", "normal"): "upright",
    ("font-variant", "small-caps"): "small-caps",
    ("font-weight", "bold"): "bold",
    ("font-weight", "light"): "light",
    ("text-decoration", "underline"): "underline",
    ("vertical-align", "sup"): "sup",
    ("vertical-align", "sub"): "sub",
}


def formats_of(attributes: Any) -> list[str]:
    """Return the kinds of formatting that a set of attributes asks for, innermost first."""
    return [kind for (name, value), kind in _FORMATS.items() if attributes.get(name) == value]


class Element(model.CitationStylesElement):
    """What all elements share: affixes, formatting, text case, children.

    Attributes:
        style: The style the element belongs to, set by :meth:`bind`.
        kids: Child elements.
        before, after, between: Prefix, suffix and delimiter.
    """

    transparent = False
    style: Style

    def _init(self) -> None:
        self.before, self.after, self.between = (
            self.get("prefix", ""),
            self.get("suffix", ""),
            self.get("delimiter", ""),
        )
        self.formats = formats_of(self)
        self.case_rule: str | None = self.get("text-case")
        self.no_periods = self.get("strip-periods") == "true"
        self.quoted = self.get("quotes") == "true"
        self.display: str | None = self.get("display")
        self.kids: list[Any] = list(self)

    def bind(self, style: Style) -> None:
        """Tell the element and all below it which style they belong to."""
        self.style = style
        for kid in self.kids:
            kid.bind(style)

    def change(self, text: str, run: Run, *, of_locale: bool = False, label: bool = False) -> str:
        """Apply ``strip-periods`` and ``text-case``.

        Args:
            text: Marked text.
            run: The pass.
            of_locale: Whether the text is a term, so in the language of the locale and not of the item.
            label: Whether it is the term of a ``cs:label``, where title case applies in any language.
        """
        if self.no_periods:
            text = text.replace(".", "")
        if self.case_rule:
            of_item = self.style.in_english(run.reference)
            english = self.style.locales.language == "en" if of_locale else of_item
            text = change_case(text, self.case_rule, label or english)
        return text

    def decorate(self, text: str) -> str:
        """Apply the formatting attributes and quotation marks."""
        if text == HIDDEN:
            return text
        for kind in self.formats:
            text = mark(kind, text)
        return mark("quote", text) if self.quoted else text

    def finish(self, text: str) -> str:
        """Add the affixes; text that is empty or hidden has none."""
        if not text or text == HIDDEN:
            return text
        into_quotes = self.style.locales.into_quotes
        if self.before:
            text = append(self.before, text, into_quotes)
        if self.after:
            text = append(text, self.after, into_quotes)
        return mark(self.display, text) if self.display else text

    def parts(self, run: Run) -> list[str]:
        """Render the children; those of a ``cs:choose`` count as one's own."""
        output: list[str] = []
        for kid in self.kids:
            if kid.transparent:
                output += kid.parts(run)
            elif text := kid.render(run):
                output.append(text)
        return output

    def render(self, run: Run) -> str:
        """Render the element; those that print nothing by themselves return an empty string."""
        return ""


class Group(Element, model.Group):
    """``cs:group``, suppressed when it calls variables and all of them are empty (CSL 1.0.2, "Group")."""

    def render(self, run: Run) -> str:
        """Return the joined children, or nothing."""
        return self.finish(self.decorate(conditional(self, run, self.between)))


def conditional(element: Element, run: Run, delimiter: str) -> str:
    """Render the children of a group or macro under the group rule and keep the book of variables called.

    A nested group that printed something counts for the outer one as a variable with a value.
    """
    attempted, succeeded, termed, began = run.attempted, run.succeeded, run.termed, run.began
    run.attempted = run.succeeded = run.termed = False
    text = join(element.parts(run), delimiter, element.style.locales.into_quotes)
    if run.attempted and not run.succeeded:
        text, run.began = "", began
    run.succeeded = succeeded or (bool(text) and (run.succeeded or (run.termed and not run.attempted)))
    run.attempted = attempted or run.attempted
    run.termed = termed
    return text


class Macro(Element, model.Macro):
    """``cs:macro``; rendered where a ``cs:text`` calls it."""


class Text(Element, model.Text):
    """``cs:text``: a variable, a macro, a term or a fixed text."""

    def _init(self) -> None:
        super()._init()
        self.variable, self.macro_name = self.get("variable"), self.get("macro")
        self.term, self.value = self.get("term"), self.get("value")
        self.form: str = self.get("form", "long")
        self.many = self.get("plural") == "true"

    def bind(self, style: Style) -> None:
        """See :meth:`Element.bind`; a called macro is looked up once."""
        super().bind(style)
        self.called = style.macro(self.macro_name) if self.macro_name is not None else None

    def render(self, run: Run) -> str:
        """Return the text with formatting and affixes."""
        if self.called is not None:
            text = conditional(self.called, run, "")
        elif self.variable is not None:
            text = self._variable(run)
        else:
            text = self._fixed(run)
        if not text:
            return ""
        text = self.finish(self.decorate(self.change(text, run, of_locale=self.term is not None)))
        if self.variable == "citation-number":
            run.numbered = True
        return text

    def _fixed(self, run: Run) -> str:
        text: str = (
            self.value if self.term is None else self.style.locales.term(self.term, self.form, self.many)
        )
        if not text:
            return ""
        run.termed = True
        if not (run.began or run.led_in) and self.term is not None and self.style.capitalizes(run):
            text = capitalize_first(text)
        run.began = True
        return text

    def _variable(self, run: Run) -> str:
        variable = self.variable
        if self.form == "short" and variable + "-short" in run.reference.texts:
            variable += "-short"
        text = self.style.text_variable(run, variable)
        if variable == "year-suffix" and not text:
            return ""
        if not run.call(self.variable, bool(text)):
            return ""
        run.printed(self.variable)
        return text
