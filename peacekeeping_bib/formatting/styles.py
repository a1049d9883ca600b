"""Finding and reading styles by name or file.

A name is that of a style of this package, else of one of the CSL repository where that is installed (see
``repository``); a style of this package hides one of the same name there.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peacekeeping_bib.errors import StyleError, UnknownStyle
from peacekeeping_bib.formatting import repository
from peacekeeping_bib.paths import data_folder

if TYPE_CHECKING:
    from peacekeeping_bib.formatting.engine.loading import Style


def _folder() -> Path:
    return Path(data_folder("styles"))


def names() -> list[str]:
    """Return the names of the styles that come with the package, sorted."""
    return sorted(path.stem for path in _folder().glob("*.csl"))


def find(style: str) -> Path:
    """Return the file of a style.

    Args:
        style: A name, in any case, or a path ending in ``.csl``.

    Raises:
        UnknownStyle: No style has that name.
        StyleError: The path names no file.
    """
    if style.lower().endswith(".csl") or "/" in style or "\\" in style:
        path = Path(style)
        if not path.is_file():
            raise StyleError(
                f"{style}: no such file; a style is a name ({', '.join(names())}) or a .csl file"
            )
        return path
    found = _named(style)
    if found is None:
        raise UnknownStyle(style, names(), _similar(style), _without_repository())
    return found


def _named(style: str) -> Path | None:
    if style.lower() in names():
        return _folder() / f"{style.lower()}.csl"
    return repository.find(style)


def _similar(style: str) -> list[str]:
    from difflib import get_close_matches

    known = dict.fromkeys([*names(), *repository.names(), *repository.renamed()])
    return get_close_matches(style.lower(), known, n=5, cutoff=0.7)


def _without_repository() -> str:
    if repository.folder() is not None:
        return ""
    return f"for the styles of the CSL repository run {repository.REMEDY}"


@functools.lru_cache(maxsize=8)
def _load(path: Path, changed: int, locale: str | None) -> Style:
    from peacekeeping_bib.formatting.engine.loading import Style

    root = _root(path)
    return Style(_independent(path, root)[1], str(path), locale or root.get("default-locale"))


def load(style: str, locale: str | None = None) -> Style:
    """Load a style together with a locale.

    A style that only points to a parent is replaced by the parent, found by its name.

    Args:
        style: A name or a path, as for :func:`find`.
        locale: A language tag; by default the style's own or en-US.

    Raises:
        UnknownStyle: No style has that name.
        StyleError: The file is not a CSL style that can be used; the message says why.
    """
    from peacekeeping_bib.formatting.engine.loading import check_version

    check_version()
    path = find(style)
    return _load(path, path.stat().st_mtime_ns, locale)


def independent_file(style: str) -> Path:
    """Return the file of a style, or of its parent if it is a dependent one.

    Args:
        style: A name or a path, as for :func:`find`.

    Raises:
        UnknownStyle: No style has that name.
        StyleError: The file is not a CSL style that can be used, or its parent is not here.
    """
    path = find(style)
    return _independent(path, _root(path))[0]


def _independent(path: Path, root: Any) -> tuple[Path, Any]:
    parent = dependent_parent(root)
    if parent is None:
        return path, root
    found = _named(parent)
    if found is None:
        hint = _without_repository()
        raise StyleError(
            f"{path}: a dependent style, it only points to {parent!r}, which is not here: "
            f"give the file of {parent}.csl instead" + (f", or {hint}" if hint else "")
        )
    independent = _root(found)
    if dependent_parent(independent) is not None:
        raise StyleError(f"{path}: its parent {parent!r} is a dependent style too: give an independent one")
    return found, independent


def _root(path: Path) -> Any:
    from peacekeeping_bib.formatting.engine.loading import NAMESPACE, read_xml, validation_errors

    try:
        data = path.read_bytes()
    except OSError as error:
        raise StyleError(f"{path}: cannot be read: {error.strerror}") from None
    root = read_xml(data, str(path))
    if root.tag != f"{{{NAMESPACE}}}style":
        raise StyleError(f"{path}: not a CSL style: its root element is <{root.tag}>")
    if path.parent not in (_folder(), repository.folder()):
        errors = validation_errors(root)
        if errors:
            raise StyleError(f"{path}: not valid CSL 1.0.2: {errors[0]}")
    return root


def dependent_parent(root: Any) -> str | None:
    """Return the name of the style a dependent style points to, or None for an independent one."""
    for link in root.iter("{*}link"):
        if link.get("rel") == "independent-parent":
            return str(link.get("href", "")).rstrip("/").rsplit("/", 1)[-1]
    return None
