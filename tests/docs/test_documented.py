"""What a user can do is written down: every command, argument, option and Python door stands in docs/, and every link leads somewhere."""

import re
import tomllib

import pytest
from typer.main import get_command

from trucewatch.cli import app


def commands(command, path=()):
    """Yield the name and the click command of everything that can be run."""
    if hasattr(command, "commands"):
        for name, child in sorted(command.commands.items()):
            yield from commands(child, (*path, name))
    else:
        yield " ".join(path), command


def shown(parameter):
    """Return how a parameter is written: the names of an option, the metavar of an argument."""
    return parameter.opts if parameter.param_type_name == "option" else [parameter.metavar.rstrip(".")]


ALL = list(commands(get_command(app)))


@pytest.fixture(scope="module")
def sections(root):
    """The text under each heading of docs/commands.md that names a command."""
    text = (root / "docs" / "commands.md").read_text(encoding="utf-8")
    parts = re.split(r"^## `trucewatch ([a-z -]+)`$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_command_has_its_section_and_no_section_is_stale(sections):
    """docs/commands.md and the command line name the same commands."""
    assert sorted(sections) == sorted(name for name, _ in ALL)


@pytest.mark.parametrize(("name", "command"), ALL, ids=[name for name, _ in ALL])
def test_every_argument_and_option_is_documented(sections, name, command):
    """Each stands in backquotes in its command's section, and has a help text of its own."""
    for parameter in command.params:
        if parameter.name == "help":
            continue
        for each in shown(parameter):
            assert re.search(rf"`[^`]*{re.escape(each)}", sections[name]), f"{name}: {each}"
        assert parameter.help, f"{name}: {parameter.name} has no help"


@pytest.mark.parametrize(("name", "command"), ALL, ids=[name for name, _ in ALL])
def test_no_section_names_an_option_that_is_gone(sections, name, command):
    """An option that goes takes its line along."""
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)} | {"-h", "--help"}
    rows = re.findall(r"^\| `(--[a-z-]+)", sections[name], re.MULTILINE)
    assert set(rows) <= known


def test_every_public_name_is_documented(root):
    """What `import trucewatch` offers is in the docs."""
    import trucewatch

    text = "".join(path.read_text(encoding="utf-8") for path in sorted((root / "docs").glob("*.md")))
    for name in trucewatch.__all__:
        if not name.startswith("__"):
            assert f"`{name}" in text or f"trucewatch.{name}" in text, name


def test_every_link_between_pages_leads_somewhere(root):
    """README and docs name only files that are there."""
    for page in [root / "README.md", *sorted((root / "docs").glob("*.md"))]:
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_every_make_target_that_a_page_names_exists(root):
    """`make x` in a page is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z][a-z-]*):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in [root / "README.md", *sorted((root / "docs").glob("*.md"))]:
        named = set(re.findall(r"`make ([a-z]+)", page.read_text(encoding="utf-8")))
        assert named <= targets, page.name


def test_the_package_shows_the_readme(root):
    """What people see before they install is the README."""
    assert tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["readme"] == "README.md"
