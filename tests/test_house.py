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
from aligner.cli.exits import EXIT_CODES

ROOT = Path(__file__).parent.parent
READMES = ["README.md", "README.zh.md"]
PAGES = {
    "align": "docs/command.md",
    "review": "docs/command.md",
    "batch": "docs/folders.md",
    "convert": "docs/files.md",
    "cache": "docs/command.md",
    "repair": "docs/command.md",
    "anonymise": "docs/command.md",
    "check": "docs/checks.md",
    "rules": "docs/rules.md",
    "settings": "docs/settings.md",
    "memory": "docs/memory.md",
    "merge": "docs/files.md",
    "glossary": "docs/glossaries.md",
    "terms": "docs/glossaries.md",
    "update": "docs/command.md",
}
"""Where a command is documented, in a section of its own."""

# A page of this repository that names a home folder or a workplace would be of no use elsewhere.
MACHINE_PATH = re.compile(r"(?<![\w.~/-])/(?:root|home|Users|work|mnt|workspace)/\w")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def project() -> dict[str, object]:
    table: dict[str, object] = tomllib.loads(read("pyproject.toml"))["project"]
    return table


def commands() -> dict[str, click.Command]:
    """Each subcommand of the program by its name, groups and what is in them: `memory add`."""
    found: dict[str, click.Command] = {}
    for name, command in cli.main.commands.items():
        found[name] = command
        if isinstance(command, click.Group):
            found |= {f"{name} {inner}": one for inner, one in command.commands.items()}
    return found


def options_of(command: click.Command) -> list[click.Option]:
    return [p for p in command.params if isinstance(p, click.Option) and p.name != "help"]


def undocumented(text: str, command: click.Command) -> list[str]:
    """The options of a command that a text does not name, by their longest spelling."""
    spellings = [max(option.opts, key=len) for option in options_of(command)]
    return [one for one in spellings if not re.search(rf"`{re.escape(one)}(?![\w-])", text)]


def section(page: str, heading: str) -> str:
    """What stands under a heading, up to the next one that is as high; empty without it."""
    found = re.search(rf"^(#+) {re.escape(heading)}$", page, flags=re.MULTILINE)
    if not found:
        return ""
    rest = page[found.end() :]
    return re.split(rf"^#{{1,{len(found[1])}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def anchors(page: str) -> set[str]:
    """What the headings of a page are called in links, as GitHub makes it."""
    headings = re.findall(r"^#+ (.+)$", page, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


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
        assert not [option.name for option in options_of(command) if not option.help], name


@pytest.mark.parametrize("page", [*READMES, "docs/command.md"])
def test_every_command_is_named(page: str) -> None:
    text = read(page)
    missing = [name for name in commands() if not re.search(rf"duizhao {name}\b", text)]
    assert missing == []


@pytest.mark.parametrize("name", [n for n, c in commands().items() if not hasattr(c, "commands")])
def test_every_option_is_in_the_section_of_its_command(name: str) -> None:
    text = section(read(PAGES[name.split()[0]]), f"`duizhao {name}`")
    assert text
    assert undocumented(text, commands()[name]) == []


def test_the_chinese_readme_names_every_option() -> None:
    text = read("README.zh.md")  # the pages with all the options are in English
    assert {name: undocumented(text, command) for name, command in commands().items()} == {
        name: [] for name in commands()
    }


def test_an_option_that_is_not_documented_is_noticed() -> None:
    command = click.Command("x", params=[click.Option(["-l", "--limit"]), click.Option(["--lim"])])
    assert undocumented("| `--limit N` |", command) == ["--lim"]
    assert undocumented("--limit, `-l N`, `--lim`", command) == ["--limit"]
    page = "## `a`\n`--lim`\n### Inside\nmore\n## `b`\n`--limit`\n"
    assert undocumented(section(page, "`a`"), command) == ["--limit"]
    assert "more" in section(page, "`a`")
    assert section(page, "`c`") == ""


def test_every_exit_code_is_explained() -> None:
    codes = re.findall(r"^  (\d+) ", EXIT_CODES, flags=re.MULTILINE)
    table = section(read("docs/command.md"), "Exit codes")
    assert re.findall(r"^\| (\d+) \|", table, flags=re.MULTILINE) == codes


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
    inside = re.findall(r"\]\((?!https?:)([^)#]*)#([^)]+)\)", text)
    pages = [(path.parent / link if link else path, anchor) for link, anchor in inside]
    assert [
        anchor for page, anchor in pages if anchor not in anchors(page.read_text(encoding="utf-8"))
    ] == []


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
