"""Build hook: the wheel carries the compiled catalogue instead of the record files."""

from __future__ import annotations

import os
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRecords(BuildHookInterface[Any]):
    """Compile ``records/`` into ``peacekeeping_bib/records.sqlite`` of the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return  # a checkout reads its records as they are
        sys.path.insert(0, self.root)
        try:
            from peacekeeping_bib.compiling import compile_tree
        finally:
            sys.path.remove(self.root)
        self.folder = tempfile.TemporaryDirectory()
        target = os.path.join(self.folder.name, "records.sqlite")
        compile_tree(os.path.join(self.root, "records"), target, self.metadata.version)
        build_data["force_include"][target] = "peacekeeping_bib/records.sqlite"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self.folder.cleanup()
