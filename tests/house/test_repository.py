"""What is committed works on any machine: no registry's address, no machine's paths, one version."""

import re
import subprocess
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import trucewatch

# Put together from pieces, so that this file does not match itself.
REGISTRIES = re.compile(
    "|".join([r"pypi\." + "org", "files.python" + "hosted", r"registry\.npm" + "js", "--extra-index" + "-url", "--index" + "-url"])
)
MACHINE_PATHS = re.compile(r"(?<![\w.~/$}-])/(?:" + "|".join(["ro" + "ot", "wo" + "rk", "ho" + r"me/\w", "Us" + r"ers/\w"]) + r")/[\w.]")


@pytest.fixture(scope="module")
def committed(root: Path) -> list[Path]:
    """The files that git knows here."""
    if not (root / ".git").exists():
        pytest.skip("needs a git checkout")
    names = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True).stdout
    return [root / name for name in names.split("\0") if name and (root / name).is_file()]


def lines(paths: list[Path]) -> Iterator[tuple[str, str]]:
    for path in paths:
        content = path.read_bytes()
        if b"\0" in content[:8192]:
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
            yield f"{path.name}:{number}", line


def test_no_committed_file_names_a_registry(committed):
    """Where packages come from is the machine's business."""
    assert [where for where, line in lines(committed) if REGISTRIES.search(line)] == []


def test_no_committed_file_names_a_machine_path(committed):
    """Nothing depends on the folder it was written in."""
    assert [where for where, line in lines(committed) if MACHINE_PATHS.search(line)] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "scripts/uv-requirements.txt"])
def test_pins_hold_no_address(root, name):
    """Names, versions and hashes, nothing else."""
    assert not re.search(r"https?://", (root / name).read_text(encoding="utf-8"))


def test_lock_files_with_addresses_stay_out(committed):
    """uv.lock records the addresses it was made from."""
    assert "uv.lock" not in {path.name for path in committed}


def test_one_version(root):
    """The package and its metadata agree."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == trucewatch.__version__


def test_the_package_is_typed(root):
    """Programs that use the library see its types."""
    assert (root / "src" / "trucewatch" / "py.typed").is_file()


def test_the_licence_is_apache(root):
    """Verbatim, so that tools recognise it."""
    text = (root / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_the_changelog_has_a_place_for_the_next_change(root):
    """Keep a Changelog."""
    assert "## [Unreleased]" in (root / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_wheel_carries_everything_under_src(root, tmp_path):
    """Vocabularies, templates, fonts and examples are part of the program."""
    uv = subprocess.run(["scripts/bootstrap.sh", "uv"], cwd=root, capture_output=True, text=True, check=True).stdout.strip()
    subprocess.run([uv, "build", "-q", "--offline", "--wheel", "--out-dir", tmp_path], cwd=root, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    source = root / "src"
    written = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert written - set(zipfile.ZipFile(wheel).namelist()) == set()
