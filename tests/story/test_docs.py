"""The documents keep up with the program: every command and option is described, every link and picture is there."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from app.cli import main as cli

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
COMMAND_LINE = (ROOT / "docs/user-guide/command-line.md").read_text("utf-8")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_BLOCK = re.compile(r"```.*?```", re.DOTALL)
_MOST_PICTURE_BYTES = 150_000


def commands() -> Iterator[tuple[str, Any]]:
    """Every command of the program with its full name."""
    cli._add_commands(())
    waiting: list[tuple[str, Any]] = [("", typer.main.get_command(cli.app))]
    while waiting:
        name, found = waiting.pop()
        below = getattr(found, "commands", None)
        if below:
            waiting += [(f"{name} {key}".strip(), value) for key, value in below.items()]
        else:
            yield name, found


def usage_of(name: str) -> str:
    """The lines that show how a command is used, with the lines that go on below; empty when there are none."""
    shown: list[str] = []
    on = False
    for line in COMMAND_LINE.splitlines():
        if line.startswith("fairfile"):
            on = re.match(rf"fairfile (?:--case C )?{re.escape(name)}(?: |$)", line) is not None
        elif not line.startswith(" "):
            on = False
        if on:
            shown.append(line)
    return "\n".join(shown)


@pytest.mark.parametrize(("name", "command"), sorted(commands()))
def test_every_command_is_described_with_its_options(name: str, command: Any) -> None:
    usage = usage_of(name)
    assert usage, f"“{name}” is missing in docs/user-guide/command-line.md"
    options = [p for p in command.params if p.param_type_name == "option" and p.name != "help"]
    for option in options:
        spellings = [*option.opts, *option.secondary_opts]
        assert any(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", usage) for word in spellings), (name, spellings)


def test_no_command_is_described_that_is_not_there() -> None:
    known = {name.split()[0] for name, _ in commands()}
    shown = set(re.findall(r"^fairfile (?:--case [\w.]+ )?([a-z]+)", COMMAND_LINE, re.MULTILINE))
    assert shown <= known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_and_picture_is_there(page: Path) -> None:
    text = _BLOCK.sub("", page.read_text("utf-8"))
    for target in _LINK.findall(text):
        if not target.startswith(("http://", "https://", "mailto:", "#")):
            assert (page.parent / target.split("#")[0]).exists(), f"{page.name}: {target}"


def test_pictures_are_small_and_used() -> None:
    shown = {
        (page.parent / t).resolve() for page in PAGES for t in _LINK.findall(page.read_text("utf-8")) if "://" not in t
    }
    pictures = sorted((ROOT / "docs/pictures").glob("*"))
    assert pictures
    for picture in pictures:
        assert picture.stat().st_size < _MOST_PICTURE_BYTES, picture.name
        assert picture in shown, picture.name


def test_every_page_of_the_user_guide_is_in_its_list() -> None:
    guide = ROOT / "docs/user-guide"
    listed = set(_LINK.findall((guide / "README.md").read_text("utf-8")))
    assert {page.name for page in guide.glob("*.md")} - {"README.md"} == listed


def test_the_readme_names_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert "python3 run.py " in text
    assert "python3 run.py test" in text
