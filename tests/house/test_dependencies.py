"""Each dependency is accounted for in docs/dependencies.md, pinned, and light."""

import re
import tomllib
from pathlib import Path

import pytest


def normal(requirement: str) -> str:
    """Return the normalised name that a requirement or a table cell begins with."""
    name = re.match(r"[A-Za-z0-9._-]+", requirement.strip().strip("`"))
    assert name, f"no package name in {requirement!r}"
    return re.sub(r"[-_.]+", "-", name[0]).lower()


@pytest.fixture(scope="module")
def pyproject(root: Path) -> dict[str, object]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rows(root: Path) -> dict[str, list[str]]:
    """The rows of every table in docs/dependencies.md whose first cell is a package in backquotes."""
    rows = {}
    for line in (root / "docs" / "dependencies.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("| `"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            rows[normal(cells[0])] = cells[1:]
    return rows


def pinned(path: Path) -> set[str]:
    return {normal(line) for line in path.read_text(encoding="utf-8").splitlines() if re.match(r"[a-z0-9].*==", line)}


def test_every_core_dependency_is_in_the_table(pyproject, rows):
    """A dependency is added together with the reason for it."""
    assert {normal(each) for each in pyproject["project"]["dependencies"]} <= set(rows)


def test_every_extra_is_in_the_table(pyproject, rows):
    """So is an optional one."""
    extras = pyproject["project"]["optional-dependencies"].values()
    assert {normal(each) for extra in extras for each in extra} <= set(rows)


def test_the_table_names_nothing_we_no_longer_use(pyproject, rows):
    """A dependency that goes takes its row along."""
    project = pyproject["project"]
    wanted = [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]
    assert set(rows) <= {normal(each) for each in wanted}


def test_every_row_is_full(rows):
    """Job, licence, reason and size are all given."""
    assert [name for name, cells in rows.items() if len(cells) != 4 or not all(cells)] == []


def test_pins_hold_every_dependency(root, pyproject):
    """After a change to pyproject.toml, `make pins` is due."""
    project = pyproject["project"]
    core = {normal(each) for each in project["dependencies"]}
    extras = {normal(each) for extra in project["optional-dependencies"].values() for each in extra}
    dev = {normal(each) for each in pyproject["dependency-groups"]["dev"]}
    assert core <= pinned(root / "requirements.txt")
    assert core | extras | dev <= pinned(root / "requirements-dev.txt")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "scripts/uv-requirements.txt"])
def test_every_pin_has_hashes(root, name):
    """Whatever mirror serves a package, it is the package we tried."""
    entries = re.split(r"\n(?=[a-z0-9])", (root / name).read_text(encoding="utf-8"))
    assert [entry.splitlines()[0] for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []


def test_torch_is_never_pulled_in(root):
    """Gigabytes that the program does not use."""
    assert not pinned(root / "requirements-dev.txt") & {"torch", "triton", "tensorflow", "jax"}
