"""Tell how far each series reaches, computed from the records."""

from __future__ import annotations

from typing import Any

import click

from . import common


@click.command("coverage", help=__doc__)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@common.catalogue_option
def command(as_json: bool, catalogue_path: str | None) -> int:
    from ..coverage import all_coverage
    from ..opening import open_catalogue

    states = all_coverage(open_catalogue(catalogue_path))
    for state in states:
        click.echo(_as_json(state) if as_json else _as_text(state))
    return 0 if all(state.holds for state in states) else 1


def _as_json(state: Any) -> str:
    import json

    from ..record import plain

    facts = {**plain(state.series), **state._asdict(), "series": state.series.id, "holds": state.holds}
    return json.dumps(facts, ensure_ascii=False)


def _as_text(state: Any) -> str:
    series = state.series
    share = f"{100 * state.confirmed // state.size} %" if state.size else "none"
    lines = [
        f"{series.id}: {series.coverage}" + ("" if state.holds else " (not true: see missing)"),
        f"  {series.title.get('en') or next(iter(series.title.values()))}",
        f"  records {state.size}, from {state.first or '-'} to {state.last or '-'}, confirmed {share}",
        f"  criteria: {series.criteria}",
    ]
    lines += [f"  cut-off: {series.cut_off}"] if series.cut_off else []
    lines += ["  missing: " + ", ".join(map(str, state.missing))] if state.missing else []
    lines += [f"  known gap: {gap}" for gap in series.known_gaps]
    return "\n".join(lines)
