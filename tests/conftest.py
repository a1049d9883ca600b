"""Fixtures shared by the tests."""

from __future__ import annotations

from pathlib import Path

import pytest
import sample

from peacekeeping_bib.catalogue import Catalogue
from peacekeeping_bib.compiling import compile_tree
from peacekeeping_bib.opening import open_catalogue


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep compiled catalogues of the tests away from the user's."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """An invented tree of records that is sound."""
    for entity in sample.ALL:
        sample.put(tmp_path / "tree", entity)
    return tmp_path / "tree"


@pytest.fixture
def catalogue_file(tree: Path) -> Path:
    """The invented tree, compiled."""
    target = tree.parent / "sample.sqlite"
    compile_tree(str(tree), str(target), "2026.1.0")
    return target


@pytest.fixture
def catalogue(catalogue_file: Path) -> Catalogue:
    """The catalogue of the invented tree."""
    return open_catalogue(catalogue_file)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the golden files anew; review the diff")


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--regenerate"))
