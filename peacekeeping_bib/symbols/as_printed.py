"""The schemes ``cis`` and ``other``: any text as printed, and numberings without a scheme of their own."""

from __future__ import annotations

from typing import Final

from peacekeeping_bib.symbols.lettering import plain
from peacekeeping_bib.symbols.model import Form, Groups, Part, Reading, Scheme, Symbol

NAMES: Final = ("cis", "other")

#: Series of Command papers, which are laid before the Parliament of the United Kingdom.
_COMMAND_PAPERS: Final = {"CM": "Cm", "CMD": "Cmd", "CMND": "Cmnd", "CP": "CP"}


def read(text: str, scheme: str) -> Symbol:
    """Take a trimmed text as it is."""
    return Symbol(_AS_PRINTED[scheme], Reading(text, {"kind": "as-printed"}))


def _key(symbol: Symbol) -> tuple[str, str | None]:
    return f"{symbol.scheme}:{plain(symbol.text).casefold()}", None


def _form(scheme: str) -> Form:
    return Form(
        scheme,
        "as-printed",
        "the number as printed",
        leads=(),
        patterns=(),
        read=lambda groups: Reading(groups["text"], {}),
        explain=lambda symbol: f"The designation {symbol.text!r}, kept as printed",
        examples=("the number as printed",),
        keys=_key,
    )


_AS_PRINTED: Final = {name: _form(name) for name in NAMES}


def _read_command_paper(groups: Groups) -> Reading:
    series, number = _COMMAND_PAPERS[groups["series"].upper()], int(groups["number"])
    volume = (groups["volume"] or "").upper()
    parts: dict[str, Part] = {"kind": "command-paper", "series": series, "number": number}
    if volume:
        parts["volume"] = volume
    return Reading(f"{series} {number}{'-' + volume if volume else ''}", parts)


SCHEMES: Final = (
    Scheme("cis", ()),
    Scheme(
        "other",
        (
            Form(
                "other",
                "uk-command-paper",
                "a Command paper",
                leads=["CM", "CP"],
                patterns=[
                    r"""
                        (?P<series> Cmnd | Cmd | Cm | CP )\.?\ (?P<number> [1-9]\d{0,4} )
                        (?: - (?P<volume> [IVX]+ ) )?
                    """,
                ],
                read=_read_command_paper,
                explain=lambda symbol: (
                    f"Command paper {symbol.text}, laid before the Parliament of the United Kingdom"
                ),
                examples=("Cm 4724",),
                cue=r"(?:Cm|Cmnd|Cmd)\.?\ \d{3}",
            ),
        ),
    ),
)
