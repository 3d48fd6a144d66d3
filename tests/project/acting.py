"""Act a workflow out, as far as that goes without GitHub: its jobs' commands, in fresh clones."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

BOT = {"GIT_AUTHOR_NAME": "Editor", "GIT_AUTHOR_EMAIL": "editor@sel.example"}
WHO = {**BOT, "GIT_COMMITTER_NAME": "Editor", "GIT_COMMITTER_EMAIL": "editor@sel.example"}
NOT_HERE = ("pip install",)


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **WHO},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


@dataclass
class Run:
    """A run of a workflow on a branch of a repository.

    results: of each job that ran. summary: what it shows. artifacts: what jobs hand on.
    """

    repository: Path
    branch: str
    folder: Path
    environment: dict[str, str]
    results: dict[str, bool] = field(default_factory=dict)
    said: str = ""
    artifacts: dict[str, Path] = field(default_factory=dict)
    _outputs: dict[str, str] = field(default_factory=dict)

    @property
    def summary(self) -> str:
        path = self.folder / "summary.md"
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    @property
    def red(self) -> bool:
        return not all(self.results.values())

    def act(self, workflow: str) -> Run:
        """Take each job in turn, if its condition holds."""
        self.folder.mkdir()
        for name, job in yaml.safe_load(workflow)["jobs"].items():
            if self._holds(job.get("if", "true")):
                self.results[name] = self._job(name, job)
        return self

    def _job(self, name: str, job: dict[str, Any]) -> bool:
        clone = self.folder / name
        if not any(step.get("uses", "").startswith("actions/checkout") for step in job["steps"]):
            clone.mkdir()
        good = True
        for step in job["steps"]:
            if good and self._holds(step.get("if", "true")):
                good = self._step(step, clone) or step.get("continue-on-error", False)
        for output, value in job.get("outputs", {}).items():
            self._outputs[f"needs.{name}.outputs.{output}"] = self._filled(value)
        return good

    def _step(self, step: dict[str, Any], clone: Path) -> bool:
        if "uses" in step:
            self._use(step["uses"].partition("@")[0], step.get("with", {}), clone)
            return True
        if any(says in step["run"] for says in NOT_HERE):
            return True
        outputs = self.folder / "outputs.txt"
        outputs.write_text("")
        wanted = {key: self._filled(value) for key, value in step.get("env", {}).items()}
        github = {"GITHUB_OUTPUT": str(outputs), "GITHUB_ACTIONS": "true"}
        github["GITHUB_STEP_SUMMARY"] = str(self.folder / "summary.md")
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", self._filled(step["run"])],
            cwd=clone,
            env={**os.environ, **self.environment, **github, **wanted},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )
        self.said += done.stdout + done.stderr
        here = f"steps.{step.get('id', '')}"
        self._outputs[f"{here}.outcome"] = "failure" if done.returncode else "success"
        for line in outputs.read_text().splitlines():
            key, _, value = line.partition("=")
            self._outputs[f"{here}.outputs.{key}"] = value
        return done.returncode == 0

    def _use(self, action: str, options: dict[str, Any], clone: Path) -> None:
        if action == "actions/checkout":
            git(self.folder, "clone", "-q", "-b", self.branch, str(self.repository), str(clone))
        elif action.startswith("actions/upload-"):
            self.artifacts[options.get("name", "site")] = clone / options["path"]
        elif action == "actions/download-artifact":
            artifact = self.artifacts[options["name"]]
            (clone / artifact.name).write_bytes(artifact.read_bytes())

    def _value(self, name: str) -> str:
        branch = {"github.ref_name", "github.event.repository.default_branch"}
        return self.branch if name in branch else self._outputs.get(name, "")

    def _filled(self, text: str) -> str:
        return re.sub(r"\$\{\{\s*([\w.-]+)\s*\}\}", lambda found: self._value(found[1]), text)

    def _holds(self, condition: str) -> bool:
        """Tell whether a condition of the one form that workflows of ours have holds."""
        for part in condition.removeprefix("always() && ").split(" && "):
            left, _, right = part.partition(" == ")
            wanted = right.strip("'") if "'" in right else self._value(right)
            if right and self._value(left) != wanted:
                return False
        return True


def path_with(folder: Path) -> dict[str, str]:
    """Give a workflow's commands this Python's ``invoke``, and the package in a folder."""
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {"PATH": programs, "PYTHONPATH": str(folder)}
