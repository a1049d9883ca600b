"""How far each series reaches, computed from the records and never from a claim."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from .catalogue import Catalogue
from .record import Record, Series


class Coverage(NamedTuple):
    """State of one series.

    Attributes:
        series: Its authority record, with the claim.
        size: Number of records.
        first: EDTF date of the earliest record, None where there is none.
        last: EDTF date of the latest record.
        confirmed: Number of records whose title, dates and symbols are confirmed.
        missing: Running numbers within the claimed range that no record has; where numbers begin anew
            every year, with the year: ``1994/49``.
    """

    series: Series
    size: int
    first: str | None
    last: str | None
    confirmed: int
    missing: tuple[int | str, ...]

    @property
    def holds(self) -> bool:
        """Whether the claim is true: a series called complete has records and no hole."""
        return self.series.coverage != "complete" or (self.size > 0 and not self.missing)


def members(catalogue: Catalogue, series: Series) -> Iterator[Record]:
    """Yield the records of a series, by date."""
    if series.select is None:
        yield from sorted((catalogue.get(key) for key in series.members), key=lambda one: one.date or "")
        return
    rule = series.select
    filters = {"kind": rule.kind, "issuer": rule.issuer, "operation": rule.operation}
    chosen = catalogue.records(
        since=rule.since,
        until=rule.until,
        section=rule.section,
        **{name: values for name, values in filters.items() if values},
    )
    for record in chosen:
        if rule.symbol is None or any(re.search(rule.symbol, symbol.value) for symbol in record.symbols):
            yield record


def coverage(catalogue: Catalogue, series: Series) -> Coverage:
    """Compute the state of a series."""
    found = list(members(catalogue, series))
    dates = [record.date for record in found if record.date]
    return Coverage(
        series,
        len(found),
        dates[0] if dates else None,
        dates[-1] if dates else None,
        sum(record.verification == "confirmed" for record in found),
        tuple(_missing(found, series)),
    )


def _missing(found: list[Record], series: Series) -> Iterator[int | str]:
    """Yield the numbers from the first to the last, or to the highest of each run."""
    if series.number is None or series.first is None:
        return
    runs: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for record in found:
        for symbol in record.symbols:
            if match := re.search(series.number, symbol.value):
                *begun, number = match.groups()
                runs[tuple(begun)].add(int(number))
    if not runs and series.last is not None:
        runs[()] = set()
    for run, numbers in sorted(runs.items()):
        last = series.last if series.last is not None else max(numbers)
        for number in range(series.first, last + 1):
            if number not in numbers:
                yield "/".join((*run, str(number))) if run else number


def all_coverage(catalogue: Catalogue) -> list[Coverage]:
    """Compute the state of every series of a catalogue."""
    return [coverage(catalogue, series) for series in catalogue.series.values()]
