"""Wheel, sdist and editable install: each finds the templates and makes a pack, far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from helpers.commands import DATE, NEEDED

ROOT = Path(__file__).parent.parent
PIP = ["pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check"]


def python(*arguments: str | Path, folder: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder, with nothing of the checkout on its path."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment |= {"PYTHONPATH": str(path)} if path else {}
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.fixture(scope="module")
def templates() -> set[str]:
    """Name every file that has to travel along, as it lay there before the build."""
    files = (path for path in (ROOT / "templates").rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}


@pytest.fixture(scope="module")
def built(templates: set[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist, and the wheel from that sdist, as a release would."""
    folder = tmp_path_factory.mktemp("dist")
    done = python("-m", "build", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def makes_a_pack(site: Path, folder: Path) -> None:
    """Make a pack with the groupkit that was installed into `site`, and start its cookiecutter template."""
    where = python("-c", "import groupkit; print(groupkit.__file__)", folder=folder, path=site)
    assert where.returncode == 0, where.stderr
    done = python("-m", "groupkit", "new", "pack", "--defaults", *NEEDED, *DATE, folder=folder, path=site)
    assert done.returncode == 0, done.stderr
    assert (folder / "pack/constitution.docx").exists()
    home = ["--default-config", "--no-input", "-o", "out", "pack_date=2027-01-05"]
    done = python("-m", "groupkit", "cookiecutter", *home, folder=folder, path=site)
    assert done.returncode == 0, done.stderr
    assert (folder / "out/riverside-voices/start-here.docx").exists()


def test_an_installed_wheel_makes_a_pack(built: Path, tmp_path: Path) -> None:
    wheel = next(built.glob("*.whl"))
    done = python("-m", *PIP, "--target", tmp_path / "site", wheel, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    where = python("-c", "import groupkit; print(groupkit.__file__)", folder=tmp_path, path=tmp_path / "site")
    assert where.stdout.startswith(str(tmp_path))
    makes_a_pack(tmp_path / "site", tmp_path)


def test_an_editable_install_makes_a_pack(tmp_path: Path) -> None:
    done = python("-m", *PIP, "--target", tmp_path / "site", "--editable", ROOT, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    link = next((tmp_path / "site").glob("*.pth")).read_text()
    assert str(ROOT) in link
    makes_a_pack(Path(link.splitlines()[0]), tmp_path)


def test_wheel_and_sdist_hold_every_template(built: Path, templates: set[str]) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        assert {f"groupkit/{name}" for name in templates} <= set(wheel.namelist())
        assert "groupkit/py.typed" in wheel.namelist()
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
        assert templates <= names
        assert {"pyproject.toml", "README.md", "LICENSE"} <= names
