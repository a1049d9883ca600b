"""Every error that the package raises on purpose.

Each message is one line that names the thing at fault, the place and what to do.
The command line prints ``str(error)`` and never a traceback.
"""

from __future__ import annotations

from collections.abc import Iterable


class PeacekeepingBibError(Exception):
    """Root of all errors raised by this package."""


class RecordNotFound(PeacekeepingBibError, LookupError):
    """No record answers to the key.

    Attributes:
        key: The key as given.
        suggestions: Ids, symbols or aliases that come near, best first.
    """

    def __init__(self, key: str, suggestions: Iterable[str] = (), hint: str = "") -> None:
        self.key = key
        self.suggestions = tuple(suggestions)
        message = f"no record is known as {key!r}"
        if hint:
            message += f": {hint}"
        if self.suggestions:
            message += "; did you mean " + ", ".join(self.suggestions) + "?"
        super().__init__(message)


class InvalidRecord(PeacekeepingBibError, ValueError):
    """A record file breaks the schema or a rule.

    Attributes:
        file: The file at fault.
        pointer: JSON pointer to the place (RFC 6901); empty for the whole file.
        message: What is wrong there.
    """

    def __init__(self, file: str, pointer: str, message: str) -> None:
        self.file, self.pointer, self.message = str(file), pointer, message
        super().__init__(f"{self.file}: {pointer or '/'}: {message}")


class SymbolError(PeacekeepingBibError, ValueError):
    """A text is no document symbol that the grammar knows.

    Attributes:
        text: The text as given.
        expected: What a symbol of that kind looks like.
    """

    def __init__(self, text: str, expected: str) -> None:
        self.text, self.expected = text, expected
        super().__init__(f"{text!r} is not a document symbol: expected {expected}")


class DateError(PeacekeepingBibError, ValueError):
    """A text is no EDTF date of level 0 or 1."""

    def __init__(self, text: str, expected: str) -> None:
        self.text, self.expected = text, expected
        super().__init__(f"{text!r} is not an EDTF date: expected {expected}")


class CatalogueError(PeacekeepingBibError):
    """A catalogue file is missing, damaged, foreign or of another schema major."""


class UnknownFilter(PeacekeepingBibError, ValueError):
    """A filter is given a value that no record has."""

    def __init__(self, name: str, value: str, known: Iterable[str]) -> None:
        self.name, self.value, self.known = name, value, tuple(known)
        super().__init__(f"no record has {name} {value!r}; known: " + ", ".join(self.known))


class _Unlisted(PeacekeepingBibError, LookupError):
    what = "name"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name, self.known = name, tuple(known)
        super().__init__(f"unknown {self.what} {name!r}; there are: " + ", ".join(self.known))


class UnknownFormat(_Unlisted):
    """No exporter has that name."""

    what = "format"


class UnknownStyle(_Unlisted):
    """No citation style has that name.

    Attributes:
        suggestions: Names that come near, best first.
    """

    what = "style"

    def __init__(
        self, name: str, known: Iterable[str], suggestions: Iterable[str] = (), hint: str = ""
    ) -> None:
        super().__init__(name, known)
        self.suggestions = tuple(suggestions)
        message = str(self)
        if self.suggestions:
            message += "; did you mean " + ", ".join(self.suggestions) + "?"
        self.args = (message + (f"; {hint}" if hint else ""),)


class UnknownArrangement(_Unlisted):
    """A bibliography cannot be grouped or sorted so."""

    def __init__(self, name: str, known: Iterable[str], what: str) -> None:
        self.what = what
        super().__init__(name, known)


class StyleError(PeacekeepingBibError):
    """A CSL style or locale cannot be used; the message names the file and the reason."""
