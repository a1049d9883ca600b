"""Find the citation keys that a manuscript uses: LaTeX .aux and .tex, biblatex .bcf, Markdown, lists."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Final

from .errors import PeacekeepingBibError

_LATEX: Final = r"\\(?:citation|bibcite|abx@aux@cite\{[^}]*\}|\w*cite\w*\*?(?:\[[^\]]*\])*)\{([^}]+)\}"
#: Pattern with one group, the keys separated by commas, for each kind of file.
_PATTERNS: Final[Mapping[str, str]] = {
    ".aux": _LATEX,
    ".tex": _LATEX,
    ".bcf": r"<bcf:citekey[^>]*>([^<]+)</bcf:citekey>",
    ".md": r"(?<![\w.])-?@\{?([A-Za-z0-9][\w:.#$%&+?<>~/-]*\w)",
    ".txt": r"^\s*([^\s#]\S*)",
}


def keys_from(path: str) -> list[str]:
    """Return the citation keys of a manuscript in the order of their first use.

    Args:
        path: ``.aux``, ``.tex``, ``.bcf``, ``.md`` file, or ``.txt`` with one key a line.

    Raises:
        PeacekeepingBibError: The file cannot be read or its kind is unknown.
    """
    suffix = os.path.splitext(path)[1].lower()
    if suffix not in _PATTERNS:
        raise PeacekeepingBibError(f"{path}: keys are read from files that end in {', '.join(_PATTERNS)}")
    try:
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
    except (OSError, UnicodeDecodeError) as error:
        raise PeacekeepingBibError(f"{path}: cannot be read: {error}") from None
    found = re.findall(_PATTERNS[suffix], text, re.MULTILINE)
    return list(dict.fromkeys(key.strip() for group in found for key in group.split(",") if key.strip()))
