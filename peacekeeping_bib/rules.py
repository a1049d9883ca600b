"""Semantic checks beyond the JSON Schema: one small function per rule, each with its reason.

A rule takes a file and the tree that it belongs to, and yields pointer and message of what it
finds wrong. A new rule is one function with ``@rule`` in front and one test.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from . import dates, symbols
from .errors import PeacekeepingBibError
from .reading import RecordFile
from .record import Provenance, build, fact_paths
from .schema import Problem, canonical, pointer

Finding = tuple[str, str]


class Tree(NamedTuple):
    """All files of a tree by id, for rules that look at other files."""

    files: Mapping[str, RecordFile]

    def type_of(self, identifier: str) -> str | None:
        """Return ``record``, ``body``, ``operation`` or ``series``, None for an unknown id."""
        file = self.files.get(identifier)
        return file.type if file else None


Rule = Callable[[RecordFile, Tree], Iterator[Finding]]
RULES: Final[list[Rule]] = []


def rule(function: Rule) -> Rule:
    """Add a rule to those that ``pkbib validate`` runs."""
    RULES.append(function)
    return function


def check(file: RecordFile, tree: Tree) -> Iterator[Problem]:
    """Yield what all rules find wrong in a file that fits its schema."""
    for one in RULES:
        for place, message in one(file, tree):
            yield Problem(file.path, place, message)


def _date(text: str) -> dates.Date | None:
    """The date, or None where ``dates_are_real`` reports it."""
    try:
        return dates.parse(text)
    except PeacekeepingBibError:
        return None


def _dates(data: Mapping[str, Any]) -> Iterator[tuple[str, dates.Date]]:
    for name, text in data.get("dates", {}).items():
        date = _date(text)
        if date is not None:
            yield name, date


def _symbols(file: RecordFile) -> Iterator[tuple[int, symbols.Symbol]]:
    for index, item in enumerate(file.data.get("symbols", ())):
        try:
            yield index, symbols.parse(item["value"], item["scheme"])
        except PeacekeepingBibError:
            continue


@rule
def id_is_the_name_of_the_file(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """A record must be found by its name in a file manager as well as in the catalogue."""
    name = re.split(r"[/\\]", file.path)[-1].removesuffix(".json")
    if file.data["id"] != name:
        yield "/id", f"is {file.data['id']!r} while the file is called {name!r}; make them the same"


@rule
def file_is_canonical(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """One form for each file keeps differences between versions small and true."""
    if file.raw != canonical(file.type, file.data):
        yield "", "is not in canonical form; run: pkbib validate --fix"


@rule
def dates_are_real(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """The schema sees the shape of a date, not the calendar."""
    places: list[tuple[list[str | int], str]] = [
        (["dates", name], text) for name, text in file.data.get("dates", {}).items()
    ]
    places += (
        [(["event", "date"], file.data["event"]["date"])] if "date" in file.data.get("event", {}) else []
    )
    places += [([name], file.data[name]) for name in ("founded", "dissolved", "cut_off") if name in file.data]
    places += [
        (["provenance", index, "accessed"], source["accessed"])
        for index, source in enumerate(file.data.get("provenance", ()))
    ]
    for place, text in places:
        try:
            dates.parse(text)
        except PeacekeepingBibError as error:
            yield pointer(place), str(error)


@rule
def sources_were_not_read_in_the_future(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """A day to come betrays a slip of the pen."""
    today = datetime.date.today().isoformat()
    for index, source in enumerate(file.data.get("provenance", ())):
        if source["accessed"] > today:
            yield f"/provenance/{index}/accessed", f"{source['accessed']} is in the future"


@rule
def symbols_fit_the_grammar(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """A symbol that the grammar refuses is mistyped, or the grammar lacks a form."""
    for index, item in enumerate(file.data.get("symbols", ())):
        place = f"/symbols/{index}/value"
        try:
            symbol = symbols.parse(item["value"], item["scheme"])
        except PeacekeepingBibError as error:
            yield place, str(error)
            continue
        if len(symbol.halves) > 1:
            yield place, "is a double symbol; store each half as an entry of its own"
        elif symbol.text != item["value"]:
            yield place, f"{item['value']!r} is printed {symbol.text!r}"


@rule
def year_in_symbol_is_that_of_a_date(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """Symbols with a year (S/RES/1244 (1999), M-NACC-1(93)40) are given in the year of the document."""
    years = [(date.first_day.year, date.last_day.year) for _, date in _dates(file.data)]
    for index, symbol in _symbols(file):
        if symbol.year is not None and years and not any(a <= symbol.year <= b for a, b in years):
            yield (
                f"/symbols/{index}/value",
                f"{symbol.text} is of {symbol.year}; none of the dates is in that year",
            )


@rule
def session_in_symbol_fits_the_dates(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """Session s of the General Assembly opens in September of 1945+s.

    Documents are issued for a session up to a year before it opens and some months after it ends.
    """
    years = [(date.first_day.year, date.last_day.year) for _, date in _dates(file.data)]
    for index, symbol in _symbols(file):
        if symbol.session is None or not years:
            continue
        first, last = symbols.session_years(symbol.session)
        if not any(first - 1 <= b and a <= last for a, b in years):
            message = (
                f"{symbol.text} is of session {symbol.session} ({first}-{last}); none of the dates is near"
            )
            yield f"/symbols/{index}/value", message


@rule
def issuer_fits_the_symbol(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """A resolution's symbol names the organ that adopted it."""
    for index, symbol in _symbols(file):
        adopted = symbol.form.endswith(("-resolution", "presidential-statement"))
        if adopted and symbol.organ and symbol.organ not in file.data.get("issuers", ()):
            yield (
                f"/symbols/{index}/value",
                f"{symbol.text} is a symbol of {symbol.organ}, which is not among the issuers",
            )


#: A year, or a whole day; not the number of a resolution (unga-res-2006-19).
_DATE_IN_ID: Final = re.compile(r"(?:^|-)(?<!res-)((?:19|20)\d\d)(?:-(\d\d)-(\d\d))?(?=-|$)")


@rule
def year_in_id_is_that_of_a_date(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """Ids that carry a day or a year (pjc-1999-10-27-statement) are citation keys: they must not mislead."""
    if file.type != "record":
        return
    match = _DATE_IN_ID.search(file.data["id"])
    spans = [(date.first_day.isoformat(), date.last_day.isoformat()) for _, date in _dates(file.data)]
    if match and spans:
        wanted = "-".join(part for part in match.groups() if part)
        if not any(first[: len(wanted)] <= wanted <= last[: len(wanted)] for first, last in spans):
            yield "/id", f"carries {wanted}, which is none of the dates"


@rule
def adoption_falls_into_the_meeting(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """What a meeting adopts bears a day of the meeting."""
    event = file.data.get("event", {})
    meeting = _date(event["date"]) if "date" in event else None
    adopted = dict(_dates(file.data)).get("adopted")
    if (
        meeting
        and adopted
        and not (meeting.first_day <= adopted.last_day and adopted.first_day <= meeting.last_day)
    ):
        yield "/dates/adopted", f"{adopted.text} is outside the meeting ({meeting.text})"


#: Pairs of dates of which the first cannot come after the second.
_ORDER: Final = (
    ("adopted", "in_force"), ("signed", "in_force"), ("opened", "in_force"),
    ("meeting", "published"), ("delivered", "published"), ("mandated", "ended"), ("deployed", "ended"),
    ("ended", "liquidated"),
)  # fmt: skip


@rule
def dates_follow_each_other(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """Nothing enters into force before it is signed."""
    found = dict(_dates(file.data))
    for earlier, later in _ORDER:
        if earlier in found and later in found and found[earlier].first_day > found[later].last_day:
            yield f"/dates/{later}", f"{found[later].text} comes before {earlier} {found[earlier].text}"
    founded, dissolved = (
        _date(file.data[name]) if name in file.data else None for name in ("founded", "dissolved")
    )
    if founded and dissolved and founded.first_day > dissolved.last_day:
        yield "/dissolved", f"{dissolved.text} comes before founded {founded.text}"


@rule
def bodies_were_alive(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """A body cannot issue a document before it exists or after its end."""
    found = [date for _, date in _dates(file.data)]
    if file.type != "record" or not found:
        return
    first, last = min(date.first_day for date in found), max(date.last_day for date in found)
    for index, identifier in enumerate(file.data.get("issuers", ())):
        body = tree.files.get(identifier)
        if body is None or body.type != "body":
            continue
        founded, dissolved = (
            _date(body.data[name]) if name in body.data else None for name in ("founded", "dissolved")
        )
        if founded and founded.first_day > last:
            yield f"/issuers/{index}", f"{identifier} was founded {founded.text}, after {last}"
        if dissolved and dissolved.last_day < first:
            yield f"/issuers/{index}", f"{identifier} was dissolved {dissolved.text}, before {first}"


#: Where ids of other files stand, and of what type these must be.
_REFERENCES: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("issuers", ("body",)), ("led_by", ("body",)), ("operations", ("operation",)), ("members", ("record",)),
)  # fmt: skip


@rule
def references_lead_somewhere(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """Every id that a file names belongs to a file of the right type."""
    found: list[tuple[str, str, tuple[str, ...]]] = [
        (f"/{name}/{index}", identifier, types)
        for name, types in _REFERENCES
        for index, identifier in enumerate(file.data.get(name, ()))
    ]
    found += [
        (f"/predecessors/{i}", one, (file.type,)) for i, one in enumerate(file.data.get("predecessors", ()))
    ]
    found += [("/parent", file.data["parent"], ("body",))] if "parent" in file.data else []
    found += [
        (f"/contributors/{index}/body", person["body"], ("body",))
        for index, person in enumerate(file.data.get("contributors", ()))
        if "body" in person
    ]
    found += [
        (f"/relations/{index}/target", relation["target"], ("record", "operation"))
        for index, relation in enumerate(file.data.get("relations", ()))
    ]
    for place, identifier, types in found:
        if tree.type_of(identifier) not in types:
            yield place, f"{identifier!r} is no {' or '.join(types)} of this tree"


#: Relations that an operation can be the target of; all others join records.
_TO_OPERATIONS: Final = frozenset({"establishes", "extends", "terminates", "amends", "implements", "cites"})


@rule
def relations_agree(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """Inverses are derived, so the two ends can only disagree by stating the same relation both ways."""
    for index, relation in enumerate(file.data.get("relations", ())):
        place, target = f"/relations/{index}", tree.files.get(relation["target"])
        if relation["target"] == file.data["id"]:
            yield place, "leads to the record itself"
        if target is None:
            continue
        if target.type == "operation" and relation["type"] not in _TO_OPERATIONS:
            yield f"{place}/type", f"{relation['type']} joins records, {relation['target']} is an operation"
        back = [
            other["type"] for other in target.data.get("relations", ()) if other["target"] == file.data["id"]
        ]
        if relation["type"] in back and relation["type"] != "cites":
            yield (
                place,
                f"{relation['target']} says that it {relation['type']} this record; only one can be true",
            )


@rule
def parts_and_followers_come_in_time(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """A document cannot supplement, follow, implement, end or change what comes after it."""
    own = [date.last_day for _, date in _dates(file.data)]
    for index, relation in enumerate(file.data.get("relations", ())):
        target = tree.files.get(relation["target"])
        if (
            target is None
            or target.type != "record"
            or relation["type"] in ("part-of", "version-of", "transmits")
        ):
            continue
        theirs = [date.first_day for _, date in _dates(target.data)]
        if own and theirs and max(own) < min(theirs):
            yield f"/relations/{index}", f"{relation['target']} is later than this document"


@rule
def every_fact_has_a_source(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """A fact from memory is not recorded."""
    sources = [build(Provenance, source, file.path) for source in file.data.get("provenance", ())]
    if file.type == "series":
        return
    covered = {path for source in sources for path in source.fields}
    for path in fact_paths(file.data):
        within = any(own.startswith(path + ".") for own in covered)
        if not within and not any(source.covers(path) for source in sources):
            yield pointer(path.split(".")), "no source in provenance states it"


@rule
def sources_state_facts_that_are_there(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """A source for a field that the file does not have is left over or misspelt."""
    for index, source in enumerate(file.data.get("provenance", ())):
        for number, path in enumerate(source["fields"]):
            if not _exists(file.data, path.split(".")):
                yield f"/provenance/{index}/fields/{number}", f"the file has no {path!r}"


def _exists(data: Any, steps: list[str]) -> bool:
    if not steps:
        return True
    if isinstance(data, list):
        return any(_exists(item, steps) for item in data)
    return isinstance(data, dict) and steps[0] in data and _exists(data[steps[0]], steps[1:])


@rule
def conflicts_differ_from_the_record(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """A conflict that says the same as the record is none."""
    for index, conflict in enumerate(file.data.get("conflicts", ())):
        value: Any = file.data
        for step in conflict["field"].split("."):
            value = value.get(step) if isinstance(value, dict) else None
        if value == conflict["value"]:
            yield f"/conflicts/{index}/value", "is the value of the record"


@rule
def ids_are_unique_with_former_ones(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """A former id keeps its meaning; it cannot become the id of something else."""
    for index, former in enumerate(file.data.get("former_ids", ())):
        if former in tree.files:
            yield f"/former_ids/{index}", f"{former!r} is the id of {tree.files[former].path}"


@rule
def patterns_of_series_are_sound(file: RecordFile, tree: Tree) -> Iterator[Finding]:
    """A series counts by regular expressions, which must compile; a number needs a group."""
    places = [
        ("/number", file.data.get("number")),
        ("/select/symbol", file.data.get("select", {}).get("symbol")),
    ]
    for place, pattern in places:
        if file.type != "series" or pattern is None:
            continue
        try:
            groups = re.compile(pattern).groups
        except re.error as error:
            yield place, f"is no regular expression: {error}"
        else:
            if place == "/number" and not groups:
                yield place, "needs a group, the running number"
