"""Lists of names: et al., conjunctions, labels, substitution."""

# mypy: disallow-subclassing-any=False
from __future__ import annotations

from typing import Any

from citeproc import model

from peacekeeping_bib.formatting.engine.elements import Element
from peacekeeping_bib.formatting.engine.markup import HIDDEN
from peacekeeping_bib.formatting.engine.persons import Writer
from peacekeeping_bib.formatting.engine.prepare import Name as Person
from peacekeeping_bib.formatting.engine.punctuation import append, join
from peacekeeping_bib.formatting.engine.run import Run
from peacekeeping_bib.formatting.engine.textcase import change_case

# Name options with their defaults (CSL 1.0.2, "Name" and "Inheritable Name Options").
_DEFAULTS: dict[str, str | None] = {
    "and": None,
    "delimiter": ", ",
    "delimiter-precedes-et-al": "contextual",
    "delimiter-precedes-last": "contextual",
    "et-al-min": "0",
    "et-al-use-first": "1",
    "et-al-subsequent-min": None,
    "et-al-subsequent-use-first": None,
    "et-al-use-last": "false",
    "form": "long",
    "initialize": "true",
    "initialize-with": None,
    "initialize-with-hyphen": "true",
    "demote-non-dropping-particle": "display-and-sort",
    "name-as-sort-order": None,
    "sort-separator": ", ",
}
_INHERITED_AS = {"form": "name-form", "delimiter": "name-delimiter"}
_UNBREAKABLE = ("fr", "ru", "cs")


def name_options(name: Any, area: Any, root: Any) -> dict[str, Any]:
    """Settle the options of a name element: its own, then those of its area, then those of the style.

    ``corporate`` is ``delimiter-precedes-last`` before a corporate body: the reference processor takes that
    from the
    area or the style and not from the name element.
    """
    options: dict[str, Any] = {}
    for option, default in _DEFAULTS.items():
        inherited = _INHERITED_AS.get(option, option)
        values = [None if name is None else name.get(option)]
        values += [None if element is None else element.get(inherited) for element in (area, root)]
        options[option] = next((value for value in values if value is not None), default)
        if option == "delimiter-precedes-last":
            options["corporate"] = next((value for value in values[1:] if value is not None), default)
    return options


class Et_Al(Element, model.Et_Al):
    """``cs:et-al``: wording and formatting of the abbreviation of a list."""

    def _init(self) -> None:
        super()._init()
        self.term = self.get("term", "et-al")


class Name_Part(Element, model.Name_Part):
    """``cs:name-part``: formatting of given or family names."""

    def styled(self, text: str) -> str:
        """Apply text case and formatting."""
        if self.no_periods:
            text = text.replace(".", "")
        if self.case_rule:
            text = change_case(text, self.case_rule, True)
        return self.decorate(text)


class Name(Element, model.Name):
    """``cs:name``; the list is written by :class:`Names`, which may have no such child."""


class Institution(Element):
    """``cs:institution`` of CSL-M has no effect here."""


class Names(Element, model.Names):
    """``cs:names``: the names in one or more variables with their labels, or what stands in for them."""

    def _init(self) -> None:
        super()._init()
        self.variables = self.get("variable", "").split()
        by_tag = {kid.tag.rpartition("}")[2]: kid for kid in self.kids}
        self.name_element, self.label_element = by_tag.get("name"), by_tag.get("label")
        self.et_al_element, self.stand_in = by_tag.get("et-al"), by_tag.get("substitute")
        order = list(by_tag)
        self.label_first = "label" in order and "name" in order and order.index("label") < order.index("name")
        self.template: Names = self
        self.settled: dict[str, dict[str, Any]] = {}

    def bind(self, style: Any) -> None:
        """See :meth:`Element.bind`; a childless element in ``cs:substitute`` takes after this one."""
        super().bind(style)
        for kid in self.stand_in.iter(self.tag) if self.stand_in is not None else ():
            if not kid.kids:
                kid.template = self

    def options(self, run: Run) -> dict[str, Any]:
        """Return the options that hold in the area of this pass."""
        if run.area not in self.settled:
            area, root = self.style.areas.get(run.area), self.style.root
            options = name_options(self.name_element, area, root)
            own = self.get("delimiter")
            options["names-delimiter"] = (
                own if own is not None else self._inherited("names-delimiter", area, root)
            )
            self.settled[run.area] = options
        options = self.settled[run.area]
        return {**options, **run.limits} if run.limits else options

    @staticmethod
    def _inherited(name: str, area: Any, root: Any) -> str:
        values = [None if element is None else element.get(name) for element in (area, root)]
        return next((value for value in values if value is not None), "")

    def render(self, run: Run) -> str:
        """Return the names with labels, or the substitute."""
        first = not run.lead and not run.began
        text = self._printed(run)
        if first and text:
            run.lead = text
            if run.names_hidden:
                return HIDDEN
        return text

    def _printed(self, run: Run) -> str:
        output = []
        for variable, people in self._lists(run):
            text = self.template.write_list(people, run)
            if not text:
                continue
            run.printed("editor" if variable == "editortranslator" else variable)
            if self.template.options(run)["form"] != "count":
                text = self.template.labelled(text, variable, len(people) > 1, run)
            output.append(text)
        run.attempted = True
        if output:
            options = self.template.options(run)
            if options["form"] == "count":
                return self.finish(self.decorate(str(sum(int(text) for text in output))))
            delimiter = options["names-delimiter"]
            text = join(output, delimiter, self.style.locales.into_quotes)
            run.names_text = run.names_text or text
            return self.finish(self.decorate(text))
        return self.stand_in.render(run) if self.stand_in is not None else ""

    def _lists(self, run: Run) -> list[tuple[str, list[Person]]]:
        names = run.reference.names
        variables = [name for name in self.variables if name in names and name not in run.suppressed]
        both = set(variables) == {"editor", "translator"} and names["editor"] == names["translator"]
        if both and self.style.locales.term("editortranslator"):
            return [("editortranslator", names["editor"])]
        return [(variable, names[variable]) for variable in variables]

    def labelled(self, text: str, variable: str, many: bool, run: Run) -> str:
        """Add the label of a role, before or after the names as in the style."""
        if self.label_element is None or run.sorting:
            return text
        label = self.label_element.render_term(variable, many, run)
        return (
            append(label, text) if self.label_first else append(text, label, self.style.locales.into_quotes)
        )

    def write_list(self, people: list[Person], run: Run) -> str:
        """Write one list of names."""
        options = self.options(run)
        if options["form"] == "count":
            return self._count(people, options, run)
        index = len(run.name_lists)
        shown, cut = self._cut(people, options, run, index)
        run.name_lists.append((people, shown))
        writer = Writer(options, self._name_parts(), self._space())
        givens = run.disambiguation.givens[index] if index < len(run.disambiguation.givens) else ()
        texts = [
            writer.write(person, place == 0, run.sorting, givens[place] if place < len(givens) else 0)
            for place, person in enumerate(people[:shown])
        ]
        if cut == "last":
            texts.append(writer.write(people[-1], False, run.sorting, 0))
        if index == 0 and run.area == "bibliography":
            texts, replaced = self.style.replace_repeated(texts, run)
            if replaced:
                return replaced
        text = self._joined(texts, people[:shown], cut, options, run)
        if self.name_element is not None:
            text = self.name_element.finish(self.name_element.decorate(text))
        return text

    def _count(self, people: list[Person], options: dict[str, Any], run: Run) -> str:
        shown, _ = self._cut(people, options, run, len(run.name_lists))
        run.name_lists.append((people, shown))
        return str(shown)

    def _cut(self, people: list[Person], options: dict[str, Any], run: Run, index: int) -> tuple[int, str]:
        """Return how many names to show and how the list is cut: "", "et-al", or "last" for its last name."""
        least, use = int(options["et-al-min"] or 0), int(options["et-al-use-first"] or 1)
        if run.area == "citation" and "subsequent" in run.cite.position:
            least = int(options["et-al-subsequent-min"] or least)
            use = int(options["et-al-subsequent-use-first"] or use)
        total = len(people)
        if not least or total < least or total <= use:
            return total, ""
        names = run.disambiguation.names
        use = max(use, names[index] if index < len(names) else 0)
        if total <= use:
            return total, ""
        keep_last = options["et-al-use-last"] == "true" and total > use + 1
        return use, "last" if keep_last else "et-al"

    def _name_parts(self) -> tuple[Any, Any]:
        kids = self.name_element.kids if self.name_element is not None else []
        by_name = {kid.get("name"): kid for kid in kids}
        return by_name.get("family"), by_name.get("given")

    def _space(self) -> str:
        return "\u00a0" if self.style.locales.language in _UNBREAKABLE else " "

    def _joined(
        self, texts: list[str], people: list[Person], cut: str, options: dict[str, Any], run: Run
    ) -> str:
        delimiter: str = options["delimiter"]
        if run.sorting:
            return join(texts, delimiter)
        if cut == "last":
            return join([join(texts[:-1], delimiter), "… " + texts[-1]], delimiter)
        if cut:
            return self._with_et_al(texts, delimiter, options, run)
        if len(texts) < 2 or not options["and"]:
            return join(texts, delimiter)
        word = "&" if options["and"] == "symbol" else self.style.locales.term("and")
        option = "corporate" if people[-1].literal else "delimiter-precedes-last"
        before = self._before_last(len(texts), options, delimiter, option)
        return append(append(join(texts[:-1], delimiter), before + word + " "), texts[-1])

    def _with_et_al(self, texts: list[str], delimiter: str, options: dict[str, Any], run: Run) -> str:
        element = self.et_al_element
        term = self.style.locales.term(element.term if element is not None else "et-al")
        if not term:
            return join(texts, delimiter)
        if element is not None:
            term = element.decorate(element.change(term, run))
        before = self._before_last(len(texts) + 1, options, delimiter, "delimiter-precedes-et-al")
        return append(append(join(texts, delimiter), before), term)

    @staticmethod
    def _before_last(count: int, options: dict[str, Any], delimiter: str, option: str) -> str:
        """Return what separates the last name (or ``et al.``) from those before: the delimiter or a space."""
        rule = options[option]
        inverted = options["name-as-sort-order"] == "all" or (
            options["name-as-sort-order"] == "first" and count == 2
        )
        wanted = {"always": True, "never": False, "after-inverted-name": inverted}.get(rule, count > 2)
        return delimiter if wanted else " "


class Substitute(Element, model.Substitute):
    """``cs:substitute``: the first child that prints; its variables are not printed again in the entry."""

    def render(self, run: Run) -> str:
        """Return the text of the first child that has one."""
        for kid in self.kids:
            before, run.rendered = run.rendered, set()
            text: str = kid.render(run)
            printed, run.rendered = run.rendered, before | run.rendered
            if text:
                run.suppressed |= printed
                return text
        return ""
