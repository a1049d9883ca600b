"""Write a file whole or not at all."""

from __future__ import annotations

import contextlib
import os

from .errors import PeacekeepingBibError


def replace_file(path: str, content: bytes) -> None:
    """Put ``content`` in the place of a file; on failure the file stays as it was.

    Raises:
        PeacekeepingBibError: The file cannot be written.
    """
    draft = f"{path}.{os.getpid()}.tmp"
    try:
        with open(draft, "wb") as stream:
            stream.write(content)
        os.replace(draft, path)
    except OSError as error:
        raise PeacekeepingBibError(f"{path}: cannot be written: {error.strerror}") from None
    finally:
        with contextlib.suppress(OSError):
            os.unlink(draft)
