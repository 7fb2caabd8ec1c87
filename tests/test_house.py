"""What the documents promise is there: commands, versions, targets, files that travel along."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import click
import pytest

import aligner
from aligner import cli

ROOT = Path(__file__).parent.parent
READMES = ["README.md", "README.zh.md"]

# A page of this repository that names a home folder or a workplace would be of no use elsewhere.
MACHINE_PATH = re.compile(r"(?<![\w.~/-])/(?:root|home|Users|work|mnt|workspace)/\w")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def project() -> dict[str, object]:
    table: dict[str, object] = tomllib.loads(read("pyproject.toml"))["project"]
    return table


def commands() -> dict[str, click.Command]:
    """Each subcommand of the program by its name."""
    return dict(cli.main.commands)


def tracked() -> list[Path]:
    """The files of the repository, or none where this is not a checkout."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        return []
    return [path for name in done.stdout.decode().split("\0") if (path := ROOT / name).is_file()]


def test_the_version_is_said_once() -> None:
    assert project()["version"] == aligner.__version__


def test_the_changelog_knows_this_version() -> None:
    assert f"## [{aligner.__version__}]" in read("CHANGELOG.md")


@pytest.mark.parametrize("package", ["aligner", "tui"])
def test_types_travel_with_the_package(package: str) -> None:
    assert (ROOT / package / "py.typed").is_file()


def test_every_command_and_option_has_help() -> None:
    assert commands()
    for name, command in commands().items():
        assert command.help, name
        options = [p for p in command.params if isinstance(p, click.Option)]
        assert not [option.name for option in options if not option.help], name


@pytest.mark.parametrize("readme", [*READMES, "docs/command.md"])
def test_every_command_and_option_is_documented(readme: str) -> None:
    text = read(readme)
    for name, command in commands().items():
        assert f"duizhao {name}" in text
        for option in command.params:
            if isinstance(option, click.Option) and option.name != "help":
                assert any(f"`{spelling}" in text for spelling in option.opts), option.opts


@pytest.mark.parametrize("readme", READMES)
def test_the_commands_of_the_readme_are_in_the_makefile(readme: str) -> None:
    blocks = re.findall(r"```sh\n(.*?)```", read(readme), flags=re.DOTALL)
    named = set(re.findall(r"^make (\w+)", "\n".join(blocks), flags=re.MULTILINE))
    targets = set(re.findall(r"^(\w+):", read("Makefile"), flags=re.MULTILINE))
    assert {"demo", "test"} <= named <= targets


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert re.search(r"^make test ", read(".ci/run"), flags=re.MULTILINE)


@pytest.mark.parametrize("page", [*READMES, *sorted(p.name for p in (ROOT / "docs").glob("*.md"))])
def test_links_between_pages_lead_somewhere(page: str) -> None:
    path = ROOT / page if page in READMES else ROOT / "docs" / page
    text = path.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_dependency_is_pinned() -> None:
    pinned = {
        re.split(r"==", line)[0].strip()
        for line in read("constraints.txt").splitlines()
        if re.match(r"[\w.-]+==[\w.]+( ;.*)?$", line)
    }
    lines = [line for line in read("constraints.txt").splitlines() if line and line[0] != "#"]
    assert len(pinned) == len(lines), "a line of constraints.txt is not an exact version"
    table = tomllib.loads(read("pyproject.toml"))
    wanted = [*table["project"]["dependencies"], *table["build-system"]["requires"]]
    for group in table["dependency-groups"].values():
        wanted += group
    names = {re.split(r"[<>=!~\[; ]", line)[0].lower() for line in wanted if isinstance(line, str)}
    assert names <= pinned


def test_no_file_names_a_path_of_one_machine() -> None:
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if path != Path(__file__) and MACHINE_PATH.search(text):
            found.append(path.relative_to(ROOT).as_posix())
    assert found == []
