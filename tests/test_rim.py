"""The project's rim: what is installed is locked, and what runs on GitHub is pinned."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
OURS = ROOT / ".github" / "workflows"
THEIRS = ROOT / "plugins/gloss/project/template/dot.github/workflows/publish.yml.in"
WORKFLOWS = [*sorted(OURS.glob("*.yml")), THEIRS]
# Given packages of the project: they serve its tests and benches, and editors' tools to come.
GIVEN = {"beautifulsoup4", "lunr"}
AS_DATA = {"mkdocs"}  # carries lunr.js
BY_NAME = {"invoke", "watchfiles"}  # tasks.py


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def names(requirements: list[str]) -> set[str]:
    return {plain(re.split(r"[\[<>=~! ]", line)[0]) for line in requirements}


def locked(name: str) -> set[str]:
    text = (ROOT / ".ci" / name).read_text("utf-8")
    return {plain(found) for found in re.findall(r"^([\w.-]+)==", text, re.M)}


def test_every_dependency_is_locked():
    optional = PROJECT["optional-dependencies"]
    for_tests = names(optional["test"]) | names(optional["annotate"])
    assert names(PROJECT["dependencies"]) <= locked("site.txt")
    needed = names(PROJECT["dependencies"]) | for_tests - {PROJECT["name"]}
    assert needed <= locked("constraints.txt")


def test_what_runs_is_declared():
    """A package that the package imports is a dependency, or one of the annotator's."""
    known = names(PROJECT["dependencies"]) | names(PROJECT["optional-dependencies"]["annotate"])
    for extra in ("cluster", "desk", "import"):
        known |= names(PROJECT["optional-dependencies"][extra])
    assert {plain(d) for d in imported()} <= known


def test_what_is_declared_runs():
    unused = names(PROJECT["dependencies"]) - {plain(d) for d in imported()}
    assert unused <= GIVEN | AS_DATA | BY_NAME | {"font-source-serif-pro"}


def imported() -> set[str]:
    """Return the distributions that the package imports from."""
    found = set()
    for path in (ROOT / "plugins").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.split(".")[0])
    distributions = packages_distributions()
    outside = found - set(sys.stdlib_module_names) - {"gloss"}
    return {d for name in outside for d in distributions.get(name, ())}


TOLD = [
    path
    for pattern in ("*.md", "docs/*.md", ".github/**/*.yml", "plugins/**/*", "tests/**/*.py")
    for path in ROOT.glob(pattern)
    if path.suffix in (".md", ".py", ".yml", ".txt", ".toml")
]


def test_nobody_is_told_to_install_the_package_of_a_stranger():
    """``gloss`` on PyPI is somebody else's; ours is gloss-digest."""
    strangers = re.compile(r"pip install\b[^\n]*[\s'\"]gloss(?![\w./-])|^gloss *[=<>\[]", re.M)
    assert len(TOLD) > 300
    assert strangers.search("pip install -U 'gloss[annotate]'")
    assert not strangers.search("pip install gloss-digest gloss.whl")
    assert [path for path in TOLD if strangers.search(path.read_text("utf-8"))] == [Path(__file__)]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_actions_are_pinned_by_commit(path):
    used = re.findall(r"uses: (\S+)", path.read_text("utf-8"))
    assert used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action) for action in used)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_a_job_may_write_only_what_it_says(path):
    """And none that may runs anybody's code but git's and GitHub's."""
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert "write" not in workflow["permissions"].values()
    for job in workflow["jobs"].values():
        commands = "".join(step.get("run", "") for step in job["steps"])
        if "write" in job.get("permissions", {}).values():
            assert not re.search(r"\b(pip|invoke|python|npm)\b", commands)
            assert all(step.get("uses", "actions/").startswith("actions/") for step in job["steps"])


def test_a_digest_of_ones_own_is_published_as_ours_is():
    """The two workflows differ in what they install."""
    ours, theirs = (
        [line for line in path.read_text("utf-8").splitlines() if "pip install" not in line]
        for path in (OURS / "pages.yml", THEIRS)
    )
    assert ours == [line.replace("requirements.txt", ".ci/site.txt") for line in theirs]


def test_no_file_names_a_registry_of_packages():
    """What is installed comes from whatever registry a machine is set to."""
    hosts = re.compile(rb"pypi\.(?:org|python\.org)|pythonhosted\.org|registry\.(?:npmjs|yarnpkg)")
    files = [*TOLD, *(ROOT / ".ci").iterdir(), ROOT / "pyproject.toml"]
    assert [path.name for path in files if hosts.search(path.read_bytes())] == []
