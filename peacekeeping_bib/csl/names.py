"""Authors, publishers and other names of a record, as CSL names and literals."""

from __future__ import annotations

from typing import Any, Final

from ..errors import InvalidRecord
from ..record import Body, Name, Record
from .kinds import Kind

CslName = dict[str, str]

#: Roles of people who stand as authors.
AUTHOR_ROLES: Final = ("author", "speaker")
#: CSL name variable of each other role; signatories and transmitters have none.
ROLE_VARIABLES: Final = {
    "rapporteur": "contributor", "editor": "editor", "chair": "chair", "interviewer": "interviewer",
    "translator": "translator",
}  # fmt: skip


def csl_name(name: Name) -> CslName:
    """Return a person as a CSL name variable."""
    if name.literal:
        return {"literal": name.literal}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: value for part, value in parts.items() if value}


def body(record: Record, identifier: str, pointer: str) -> Body:
    """Return the authority record of a body that the record names at ``pointer``.

    Raises:
        InvalidRecord: There is no such authority record.
    """
    try:
        return record.bodies[identifier]
    except KeyError:
        message = f"there is no authority record of the body {identifier!r}"
        raise InvalidRecord(record.id, pointer, message) from None


def issuers(record: Record) -> list[Body]:
    """Return the authority records of the issuing bodies, in order.

    Raises:
        InvalidRecord: One of them has no authority record.
    """
    try:
        return [record.bodies[name] for name in record.issuers]
    except KeyError:
        return [body(record, name, f"/issuers/{index}") for index, name in enumerate(record.issuers)]


def body_name(record: Record, which: Body, language: str) -> str:
    """Return the name of a body in the asked language, else as `Record.text_in` chooses."""
    return record.text_in(which.names, language) or which.id


def organization(record: Record, which: Body) -> Body:
    """Return the organization to which a body belongs: the top of its parents that is not a state."""
    seen = {which.id}
    while which.parent and which.parent not in seen:
        parent = body(record, which.parent, f"bodies/{which.id}/parent")
        if parent.kind == "state":
            break
        seen.add(parent.id)
        which = parent
    return which


def people(record: Record, kind: Kind) -> dict[str, list[CslName]]:
    """Return the people of a record by CSL name variable, authors included where people are authors."""
    if not record.contributors:
        return {}
    roles = dict(ROLE_VARIABLES)
    roles |= dict.fromkeys(AUTHOR_ROLES, "author" if kind.authors == "people" else "contributor")
    found: dict[str, list[CslName]] = {}
    for person in record.contributors:
        if person.role in roles:
            found.setdefault(roles[person.role], []).append(csl_name(person.name))
    return found


def names(record: Record, kind: Kind, language: str) -> dict[str, Any]:
    """Return the name variables, authority, publisher and its place.

    The publisher is the one that the record states; else, where people are the authors, the issuing
    bodies; else the organization to which the issuing bodies belong, unless that is the author itself.
    """
    issuing = issuers(record)
    bodies = [body_name(record, which, language) for which in issuing]
    variables: dict[str, Any] = people(record, kind)
    if kind.authors != "none" and not ("author" in variables or "editor" in variables):
        variables["author"] = [{"literal": name} for name in bodies]
        tops = [body_name(record, organization(record, which), language) for which in issuing]
        publishers = [] if tops == bodies else tops
    else:
        publishers = [] if kind.authors == "none" else bodies
    if kind.authors != "people":
        variables["authority"] = _authority(record) or _joined(bodies)
    variables["publisher"] = record.publisher or _joined(publishers)
    return variables


def _authority(record: Record) -> str | None:
    """The chamber of a parliamentary paper."""
    return (record.parliament.chamber or record.parliament.name) if record.parliament else None


def _joined(texts: list[str]) -> str | None:
    return "; ".join(dict.fromkeys(texts)) or None
