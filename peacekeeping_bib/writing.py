"""Write a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

from .errors import PeacekeepingBibError


@contextlib.contextmanager
def draft_of(path: str) -> Iterator[str]:
    """Give the path of a draft that takes the place of the file at the end; on failure it stays as it was.

    Raises:
        PeacekeepingBibError: The file cannot be written.
    """
    draft = f"{path}.{os.getpid()}.tmp"
    try:
        yield draft
        os.replace(draft, path)
    except OSError as error:
        raise PeacekeepingBibError(f"{path}: cannot be written: {error.strerror}") from None
    finally:
        with contextlib.suppress(OSError):
            os.unlink(draft)


def replace_file(path: str, content: bytes) -> None:
    """Put ``content`` in the place of a file; on failure the file stays as it was.

    Raises:
        PeacekeepingBibError: The file cannot be written.
    """
    with draft_of(path) as draft, open(draft, "wb") as stream:
        stream.write(content)
