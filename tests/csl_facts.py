"""Types and variables of CSL-JSON 1.0.2, the facts that its schema states, for checking items without it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

TYPES = frozenset(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing
    interview legal_case legislation manuscript map motion_picture musical_score pamphlet
    paper-conference patent performance periodical personal_communication post post-weblog regulation
    report review review-book software song speech standard thesis treaty webpage
    """.split()  # noqa: SIM905
)
NAMES = frozenset(
    """
    author chair collection-editor compiler composer container-author contributor curator director
    editor editorial-director executive-producer guest host interviewer illustrator narrator organizer
    original-author performer producer recipient reviewed-author script-writer series-creator translator
    """.split()  # noqa: SIM905
)
DATES = frozenset(
    """
    accessed available-date event-date issued original-date submitted
    """.split()  # noqa: SIM905
)
#: Texts that may also be numbers.
NUMBERS = frozenset(
    """
    chapter-number citation-number collection-number edition first-reference-note-number issue locator
    number number-of-pages number-of-volumes page page-first part printing supplement volume
    """.split()  # noqa: SIM905
)
TEXTS = frozenset(
    """
    type citation-key language journalAbbreviation shortTitle abstract annote archive archive_collection
    archive_location archive-place authority call-number citation-label collection-title container-title
    container-title-short dimensions division DOI event event-title event-place genre ISBN ISSN
    jurisdiction keyword medium note original-publisher original-publisher-place original-title
    part-title PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale
    section source status title title-short URL version volume-title volume-title-short year-suffix
    """.split()  # noqa: SIM905
)
NAME_PARTS = frozenset(
    """
    family given dropping-particle non-dropping-particle suffix comma-suffix static-ordering literal
    parse-names
    """.split()  # noqa: SIM905
)
DATE_PARTS = frozenset(
    """
    date-parts season circa literal raw
    """.split()  # noqa: SIM905
)


def faults(item: dict[str, Any]) -> Iterator[str]:
    """Yield what the schema of CSL-JSON would refuse."""
    if item.get("type") not in TYPES or "id" not in item:
        yield f"type {item.get('type')!r} or id"
    for name, value in item.items():
        if name in NAMES:
            yield from (f"{name}: {part}" for part in value if not _is_name(part))
        elif name in DATES:
            if not _is_date(value):
                yield f"{name}: {value}"
        elif name == "custom":
            if not isinstance(value, dict):
                yield "custom is no object"
        elif name in TEXTS | NUMBERS | {"id"}:
            if not isinstance(value, str) or not value:
                yield f"{name}: {value!r}"
        else:
            yield f"{name} is no variable"


def _is_name(name: Any) -> bool:
    return isinstance(name, dict) and bool(name) and set(name) <= NAME_PARTS


def _is_date(date: Any) -> bool:
    if not isinstance(date, dict) or not set(date) <= DATE_PARTS:
        return False
    ends = date.get("date-parts", [])
    return 1 <= len(ends) <= 2 and all(
        1 <= len(end) <= 3 and all(type(part) is int for part in end) for end in ends
    )
