"""The examples of the README are run, and print what it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def examples():
    """Command and expected output of every ``$ `` line of the console blocks."""
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


@pytest.fixture(scope="module")
def shell(tmp_path_factory):
    """Run a line in a shell in which ``pkbib`` and ``python`` are those of the tests."""
    tools = tmp_path_factory.mktemp("bin")
    for name, code in (("pkbib", f'exec "{sys.executable}" -m peacekeeping_bib "$@"'),):
        (tools / name).write_text(f"#!/bin/sh\n{code}\n")
        (tools / name).chmod(0o755)
    folder = tmp_path_factory.mktemp("reader")
    (folder / "paper.md").write_text("As [@a-55-305, para. 3] and others [@smith2001] hold …\n")
    environment = {**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}

    def shell(line):
        done = subprocess.run(
            ["/bin/sh", "-c", line], cwd=folder, env=environment, capture_output=True, encoding="utf-8"
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done.stdout

    return shell


@pytest.mark.parametrize(("command", "output"), [pytest.param(*one, id=one[0]) for one in examples()])
def test_example_prints_what_the_readme_says(shell, command, output):
    assert shell(command) == output


def test_there_are_ten_examples():
    assert len(list(examples())) >= 10


@pytest.mark.parametrize("block", blocks("pycon"))
def test_python_example(block):
    import doctest

    test = doctest.DocTestParser().get_doctest(block, {}, "README", "README.md", 0)
    output: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=output.append)
    assert output == []
