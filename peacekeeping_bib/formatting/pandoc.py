"""A second engine: the CSL processor of pandoc, where pandoc is installed.

It is for comparison and for outputs that only pandoc writes. Its time grows with the square of the number of
items, so long lists are refused.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from peacekeeping_bib.errors import PeacekeepingBibError

#: Above this number of items pandoc takes minutes.
MOST_ITEMS = 2_000
#: Names of this package that pandoc has another name for; others, such as ``odt``, pass as they are.
_WRITERS = {"text": "plain"}
_SECONDS = 600


class PandocError(PeacekeepingBibError):
    """Pandoc is missing, refuses its input or is given too much; the message says which."""


def render_with_pandoc(
    items: Iterable[Mapping[str, Any]], style: str, output: str = "text", locale: str = "en-US"
) -> bytes:
    """Format items as a whole bibliography with pandoc.

    Args:
        items: CSL-JSON items.
        style: Name of a style or path of a ``.csl`` file.
        output: ``text`` or any writer of pandoc, such as ``html``, ``latex``, ``docx`` or ``odt``.
        locale: Language tag.

    Returns:
        The document as pandoc writes it, text in UTF-8.

    Raises:
        PandocError: Pandoc is not installed, refuses the input, or there are more than ``MOST_ITEMS`` items.
        UnknownStyle: No style has that name.
        StyleError: The style or locale cannot be used.
        ValueError: Two items have the same id.
    """
    from peacekeeping_bib.formatting import styles, with_ids

    known = with_ids(items)
    if len(known) > MOST_ITEMS:
        raise PandocError(
            f"pandoc takes too long for {len(known)} items: "
            f"give at most {MOST_ITEMS}, or use the built-in engine"
        )
    program = shutil.which("pandoc")
    if program is None:
        raise PandocError(
            "pandoc is not installed: get it from https://pandoc.org, or use the built-in engine"
        )
    styles.load(style, locale)  # the same messages as elsewhere for a style that cannot be used
    document = {"references": known, "nocite": "@*", "lang": locale}
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "source.md", Path(folder) / "target"
        header = json.dumps(document, ensure_ascii=False)
        source.write_text(f"---\n{header}\n---\n", encoding="utf-8")
        command = [program, "--citeproc", "--csl", str(styles.independent_file(style)), "--from", "markdown"]
        command += ["--to", _WRITERS.get(output, output), "--output", str(target), str(source)]
        _run(command)
        return target.read_bytes()


def _run(command: list[str]) -> None:
    try:
        result = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise PandocError(f"pandoc was stopped after {_SECONDS} s: give fewer items") from None
    except OSError as error:
        raise PandocError(f"pandoc cannot be run: {error.strerror}") from None
    if result.returncode:
        lines = result.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
        raise PandocError(f"pandoc failed with status {result.returncode}: {lines[-1]}")
