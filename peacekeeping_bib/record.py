"""The record and its parts: frozen, typed, knowing no format.

The parts are named tuples: making a class of them costs a tenth of a dataclass, and start-up counts.

The attributes are those of ``schemas/*.schema.json``, where each one is described. A field that
no source states is None, an empty tuple or an empty mapping.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field
from types import MappingProxyType
from typing import Any, ClassVar, Final, Literal, NamedTuple, NewType, TypeVar

from .errors import InvalidRecord

RecordId = NewType("RecordId", str)
Text = Mapping[str, str]
Level = Literal["confirmed", "single-source", "unsourced"]

#: Meaning of the dates, in the order in which one of them stands for the document.
PRINCIPAL_DATES: Final = (
    "adopted", "signed", "delivered", "issued", "transmitted", "published", "meeting", "opened", "in_force",
)  # fmt: skip

#: Relation types as stored, each with the inverse under which the target sees it.
INVERSES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "supplements": "supplemented-by",
        "follows-up": "followed-up-by",
        "implements": "implemented-by",
        "establishes": "established-by",
        "extends": "extended-by",
        "terminates": "terminated-by",
        "amends": "amended-by",
        "cites": "cited-by",
        "part-of": "has-part",
        "version-of": "has-version",
        "translation-of": "has-translation",
        "supersedes": "superseded-by",
        "transmits": "transmitted-by",
    }
)


_NO_TEXT: Final[Text] = MappingProxyType({})


def _none() -> Mapping[str, Any]:
    return _NO_TEXT


class Name(NamedTuple):
    """A person's name, split into its parts or literal."""

    family: str | None = None
    given: str | None = None
    particle: str | None = None
    suffix: str | None = None
    literal: str | None = None

    def __str__(self) -> str:
        parts = (self.given, self.particle, self.family, self.suffix)
        return self.literal or " ".join(part for part in parts if part)


class Contributor(NamedTuple):
    """A person, what the person did and the office held on that day."""

    name: Name
    role: str
    office: str | None = None
    body: str | None = None


class DocumentSymbol(NamedTuple):
    """A symbol or number as printed, with the system it belongs to."""

    scheme: str
    value: str


class Event(NamedTuple):
    """The meeting, conference or session of a document."""

    name: Text = _NO_TEXT
    place: str | None = None
    country: str | None = None
    date: str | None = None
    meeting_record: str | None = None
    number: str | None = None
    agenda_item: str | None = None


class Vote(NamedTuple):
    """The vote by which a document was adopted, counted or by its result."""

    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None
    result: str | None = None


class SeriesEntry(NamedTuple):
    """One place of publication: a series, treaty series, Official Records or reprint."""

    title: str
    abbreviation: str | None = None
    volume: str | None = None
    number: str | None = None
    page: str | None = None
    registration_number: str | None = None
    session: str | None = None
    supplement: str | None = None
    year: str | None = None


class Host(NamedTuple):
    """The journal, collection or larger document that contains the document."""

    title: str
    section: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    editors: tuple[Name, ...] = ()


class Parliament(NamedTuple):
    """The place of a parliamentary paper in its parliament."""

    name: str | None = None
    chamber: str | None = None
    committee: str | None = None
    session: str | None = None
    number: str | None = None
    country: str | None = None


class GuideReference(NamedTuple):
    """Where the original guide cites the document."""

    section: str
    phrase: str


class Relation(NamedTuple):
    """A typed relation to another record or to an operation."""

    type: str
    target: str
    note: str | None = None


class Link(NamedTuple):
    """An address at which the document, or a page about it, was seen."""

    url: str
    role: str
    language: str | None = None
    format: str | None = None


class Provenance(NamedTuple):
    """A source and the facts that it states."""

    fields: tuple[str, ...]
    url: str
    kind: str
    accessed: str
    origin: str | None = None
    note: str | None = None

    @property
    def independent_source(self) -> str:
        """What the source counts as when sources are counted: its origin or its site."""
        from urllib.parse import urlsplit

        return self.origin or (urlsplit(self.url).hostname or self.url).removeprefix("www.")

    def covers(self, path: str) -> bool:
        """Tell whether the source states the fact at ``path`` or the whole that it belongs to."""
        return any(path == own or path.startswith(own + ".") for own in self.fields)


class Conflict(NamedTuple):
    """What a source says that the record does not follow, and why."""

    field: str
    value: str
    note: str
    url: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """Authority record of an issuing body."""

    id: str
    names: Text
    kind: str
    provenance: tuple[Provenance, ...]
    acronyms: Text = field(default_factory=_none)
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    country: str | None = None
    seat: str | None = None
    founded: str | None = None
    dissolved: str | None = None
    predecessors: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    former_ids: tuple[str, ...] = ()
    note: str | None = None
    conflicts: tuple[Conflict, ...] = ()

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Operation:
    """Authority record of a peace operation."""

    id: str
    names: Text
    led_by: tuple[str, ...]
    provenance: tuple[Provenance, ...]
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    area: str | None = None
    dates: Text = field(default_factory=_none)
    predecessors: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    former_ids: tuple[str, ...] = ()
    note: str | None = None
    conflicts: tuple[Conflict, ...] = ()

    def __hash__(self) -> int:
        return hash(self.id)


class Selection(NamedTuple):
    """The rule by which a series selects its members."""

    kind: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    section: str | None = None
    operation: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    symbol: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A set of records for which the catalogue states how complete it is."""

    id: str
    title: Text
    coverage: str
    criteria: str
    select: Selection | None = None
    members: tuple[str, ...] = ()
    number: str | None = None
    first: int | None = None
    last: int | None = None
    cut_off: str | None = None
    known_gaps: tuple[str, ...] = ()
    note: str | None = None

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Record:
    """One document. See ``schemas/record.schema.json`` for each attribute."""

    id: RecordId
    kind: str
    title: Text
    title_kind: str
    dates: Text
    scope: str
    provenance: tuple[Provenance, ...]
    issuers: tuple[str, ...] = ()
    short_title: Text = field(default_factory=_none)
    catalogue_title: Text = field(default_factory=_none)
    aliases: tuple[str, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    symbols: tuple[DocumentSymbol, ...] = ()
    place: str | None = None
    event: Event | None = None
    vote: Vote | None = None
    series: tuple[SeriesEntry, ...] = ()
    host: Host | None = None
    parliament: Parliament | None = None
    publisher: str | None = None
    edition: str | None = None
    pages: str | None = None
    languages: tuple[str, ...] = ()
    original_language: str | None = None
    operations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    guide: tuple[GuideReference, ...] = ()
    relations: tuple[Relation, ...] = ()
    links: tuple[Link, ...] = ()
    note: str | None = None
    former_ids: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    #: Authority records of all bodies of the catalogue by id; set by the catalogue.
    bodies: Mapping[str, Body] = field(default_factory=_none, repr=False, compare=False)

    #: Facts by which a record as a whole is judged.
    JUDGED: ClassVar[tuple[str, ...]] = ("title", "dates", "symbols")

    def __hash__(self) -> int:
        return hash(self.id)

    @classmethod
    def from_json(
        cls, data: Mapping[str, Any], file: str = "record", bodies: Mapping[str, Body] = MappingProxyType({})
    ) -> Record:
        """Build a record from the content of its file.

        Args:
            data: Content of the file.
            file: What messages call it.
            bodies: Authority records of the bodies, by id.

        Raises:
            InvalidRecord: A property is unknown or a required one is missing.
        """
        return build(cls, data, file, bodies=bodies)

    @property
    def date(self) -> str | None:
        """EDTF date that stands for the document: adoption, signature, delivery, issue and so on."""
        for name in PRINCIPAL_DATES:
            if name in self.dates:
                return self.dates[name]
        return None

    def text_in(self, texts: Text, language: str = "en") -> str | None:
        """Return the text in ``language``, else in the original language, English, or any."""
        tag = self.language_in(texts, language)
        return texts[tag] if tag else None

    def language_in(self, texts: Text, language: str = "en") -> str | None:
        """Return the language of the text that `text_in` chooses; None where there are no texts."""
        for tag in (language, language.split("-")[0], self.original_language, "en"):
            if tag in texts:
                return tag
        return next(iter(texts), None)

    def level(self, path: str) -> Level:
        """Return how well the fact at ``path`` (``title``, ``dates.adopted``) is sourced.

        ``confirmed``: the document itself states it, or two independent sources do.
        A group (``dates``) is as good as its weakest part.
        """
        value = getattr(self, path.split(".")[0])
        if path in ("title", "dates", "short_title") and value:
            return max((self._level(f"{path}.{part}") for part in value), key=_LEVELS.index)
        return self._level(path)

    def _level(self, path: str) -> Level:
        sources = [source for source in self.provenance if source.covers(path)]
        if any(source.kind == "document" for source in sources):
            return "confirmed"
        independent = {source.independent_source for source in sources}
        return _LEVELS[2 - min(len(independent), 2)]

    @property
    def verification(self) -> Level:
        """Level of the weakest among title, dates and symbols."""
        judged = [name for name in self.JUDGED if getattr(self, name)]
        return max((self.level(name) for name in judged), key=_LEVELS.index)


#: Class by type of file.
CLASSES: Final[Mapping[str, type]] = MappingProxyType(
    {"record": Record, "body": Body, "operation": Operation, "series": Series}
)
_LEVELS: Final[tuple[Level, ...]] = ("confirmed", "single-source", "unsourced")
_T = TypeVar("_T")


def _parts(cls: type[_T]) -> Callable[[Any, str], Any]:
    return lambda value, file: tuple(build(cls, item, file) for item in value)


def _part(cls: type[_T]) -> Callable[[Any, str], Any]:
    return lambda value, file: build(cls, value, file)


#: How the properties that hold objects are built; all others are copied, lists as tuples.
_PARTS: Final[Mapping[tuple[type, str], Callable[[Any, str], Any]]] = {
    (Contributor, "name"): _part(Name),
    (Host, "editors"): _parts(Name),
    (Record, "contributors"): _parts(Contributor),
    (Record, "symbols"): _parts(DocumentSymbol),
    (Record, "event"): _part(Event),
    (Record, "vote"): _part(Vote),
    (Record, "series"): _parts(SeriesEntry),
    (Record, "host"): _part(Host),
    (Record, "parliament"): _part(Parliament),
    (Record, "guide"): _parts(GuideReference),
    (Record, "relations"): _parts(Relation),
    (Series, "select"): _part(Selection),
    **{
        (owner, name): _parts(part)
        for owner in (Record, Body, Operation)
        for name, part in (("links", Link), ("provenance", Provenance), ("conflicts", Conflict))
    },
}


def build(cls: type[_T], data: Mapping[str, Any], file: str, **more: Any) -> _T:
    """Build one of the classes of this module from JSON data and attributes that no file holds.

    Raises:
        InvalidRecord: A property is unknown, a required one is missing, or ``data`` is no object.
    """
    if type(data) is not dict and not isinstance(data, Mapping):
        raise InvalidRecord(file, "", f"expected an object for {cls.__name__}, found {type(data).__name__}")
    required, properties = _plan(cls)
    if not (properties.keys() >= data.keys() >= required):
        for name in sorted(data.keys() - properties.keys()):
            raise InvalidRecord(file, f"/{name}", f"{cls.__name__} has no such property")
        raise InvalidRecord(file, f"/{min(required - data.keys())}", "is required")
    for name, value in data.items():
        own, make = properties[name]
        kind = type(value)
        if make is not None:
            more[own] = make(value, file)
        elif kind is list:
            more[own] = tuple(value)
        else:
            more[own] = MappingProxyType(value) if kind is dict else value
    return cls(**more)


_NAMES: Final[dict[type, tuple[str, ...]]] = {}


def field_names(cls: type) -> tuple[str, ...]:
    """Return the names of the properties of one of the classes of this module, none for other types."""
    if cls not in _NAMES:
        names = getattr(cls, "_fields", ()) or getattr(cls, "__dataclass_fields__", ())
        _NAMES[cls] = tuple(name for name in names if name not in ("bodies", "JUDGED"))
    return _NAMES[cls]


class _Plan(NamedTuple):
    """How a class is built: the required properties, and of each its name and how it is made of an object.

    The name is the one string that the class itself uses: arguments called by it are matched at once.
    """

    required: frozenset[str]
    properties: Mapping[str, tuple[str, Callable[[Any, str], Any] | None]]


_PLANS: Final[dict[type, _Plan]] = {}


def _plan(cls: type) -> _Plan:
    if cls not in _PLANS:
        _PLANS[cls] = _planned(cls)
    return _PLANS[cls]


def _planned(cls: type) -> _Plan:
    names = field_names(cls)
    if hasattr(cls, "_field_defaults"):
        required = frozenset(names) - frozenset(cls._field_defaults)
    else:
        fields: Mapping[str, Field[Any]] = cls.__dataclass_fields__  # type: ignore[attr-defined]
        required = frozenset(
            name
            for name in names
            if fields[name].default is MISSING and fields[name].default_factory is MISSING
        )
    return _Plan(required, {name: (name, _PARTS.get((cls, name))) for name in names})


def plain(value: Any) -> Any:
    """Return a record or a part of one as plain JSON data, without what is empty."""
    if isinstance(value, str):
        return value
    names = field_names(type(value))
    if names:
        parts = {name: plain(getattr(value, name)) for name in names}
        return {name: part for name, part in parts.items() if part not in (None, [], {})}
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, tuple) else value


def fact_paths(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield the path of every fact in the content of a file that a source must state.

    Objects give a path for each part (``dates.adopted``), everything else one path.
    """
    for name, value in data.items():
        if name not in EDITORIAL:
            yield from (f"{name}.{part}" for part in value) if isinstance(value, dict) else (name,)


#: Properties that are our own choice or that carry their source in themselves.
EDITORIAL: Final = frozenset(
    {
        "id", "kind", "title_kind", "short_title", "aliases", "scope", "guide", "subjects", "operations",
        "countries", "links", "note", "former_ids", "provenance", "conflicts",
    }
)  # fmt: skip
