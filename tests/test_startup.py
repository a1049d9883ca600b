"""What an import brings along: nothing but the standard library, and little of that."""

import ast
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "peacekeeping_bib"


def modules_after(code):
    program = f"import sys; before = set(sys.modules); {code}; print(*sorted(set(sys.modules) - before))"
    return set(
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        ).stdout.split()
    )


def third_party(modules):
    roots = {name.split(".")[0] for name in modules} - {"peacekeeping_bib"}
    return {name for name in roots if name not in sys.stdlib_module_names}


def test_import_loads_nothing_else():
    assert modules_after("import peacekeeping_bib") == {"peacekeeping_bib"}


def test_reading_a_record_needs_no_third_party_package():
    modules_after("import peacekeeping_bib as p; p.get('S/RES/1244')")  # a checkout compiles, once
    assert third_party(modules_after("import peacekeeping_bib as p; p.get('S/RES/1244')")) == set()


def test_public_names_are_those_of_init():
    import peacekeeping_bib

    for name in peacekeeping_bib.__all__:
        assert callable(getattr(peacekeeping_bib, name)), name
    assert len((PACKAGE / "__init__.py").read_text().splitlines()) < 40


def test_the_version_is_that_of_the_project():
    import tomllib

    import peacekeeping_bib

    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text())["project"]
    assert project["version"] == peacekeeping_bib.__version__
    assert f"version: {project['version']}" in (PACKAGE.parent / "CITATION.cff").read_text()
    assert f"## {project['version']}" in (PACKAGE.parent / "CHANGELOG.md").read_text()


#: Layers of the design, left to right: a module imports only from its own layer or those before it.
LAYERS = [
    {"errors", "format", "paths", "text", "writing"},
    {"dates", "symbols"},
    {"record"},
    {"reading", "schema", "compiling", "rules", "validating", "importing", "searching"},
    {"catalogue"},
    {"opening", "coverage", "keys", "describing"},
    {"csl"},
    {"exporters", "formatting"},
    {"api"},
    {"cli", "__main__"},
]


def layer(name):
    return next(number for number, names in enumerate(LAYERS) if name in names)


def imported(path, steps):
    """First step of everything that a module imports from the package, relatively or not."""
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.ImportFrom):
            continue
        package = steps[: len(steps) - node.level] if node.level else ()
        module = (node.module or "").split(".") if node.module else []
        if not node.level:
            if module[:1] != ["peacekeeping_bib"]:
                continue
            module = module[1:]
        names = [(*package, *module)] if module else [(*package, alias.name) for alias in node.names]
        yield from (name[0] for name in names if name[0] != "__version__")


def test_imports_go_in_one_direction():
    for path in PACKAGE.rglob("*.py"):
        steps = path.relative_to(PACKAGE).with_suffix("").parts
        if steps != ("__init__",):
            for target in imported(path, steps):
                assert layer(target) <= layer(steps[0]), f"{path} imports {target}"


def test_the_schema_version_is_that_of_the_schemas():
    import json

    from peacekeeping_bib.format import SCHEMA_VERSION

    for path in (PACKAGE.parent / "schemas").glob("*.json"):
        assert json.loads(path.read_text())["$id"].rsplit(":", 1)[-1] == SCHEMA_VERSION
