"""What tests share: LibreOffice where it is there, a site, the matrix, and hypothesis without a stopwatch."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from helpers.papers import Paper, all_packs, all_papers
from helpers.web import Web, web
from hypothesis import settings

from groupkit.pack import Pack

settings.register_profile("groupkit", deadline=None)  # machines differ; what is slow is measured elsewhere
settings.load_profile("groupkit")

ToPdf = Callable[[Mapping[str, bytes]], Mapping[str, Path]]


@pytest.fixture(scope="session")
def to_pdf(tmp_path_factory: pytest.TempPathFactory) -> ToPdf:
    """Turn Word files (name -> bytes) into PDF files with LibreOffice, all in one run of it."""
    office = shutil.which("soffice") or _missing("libreoffice-writer")
    profile = tmp_path_factory.mktemp("office-profile")

    def convert(word_files: Mapping[str, bytes]) -> Mapping[str, Path]:
        folder = tmp_path_factory.mktemp("office")
        for name, content in word_files.items():
            (folder / f"{name}.docx").write_bytes(content)
        command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
        files = [str(folder / f"{name}.docx") for name in word_files]
        subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=300)
        return {name: folder / f"{name}.pdf" for name in word_files}

    return convert


@pytest.fixture(scope="session")
def pages_of() -> Callable[[Path], int]:
    """Count the pages of a PDF file."""
    tool = shutil.which("pdfinfo") or _missing("poppler-utils")

    def count(pdf: Path) -> int:
        said = subprocess.run([tool, str(pdf)], check=True, capture_output=True, text=True).stdout
        found = re.search(r"^Pages:\s+(\d+)", said, re.MULTILINE)
        assert found is not None
        return int(found[1])

    return count


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """Run a small site on this machine, reached without a proxy."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with web() as running:
        yield running


@pytest.fixture(scope="module")
def packs() -> list[Pack]:
    """Give the packs of every group of the matrix."""
    return all_packs()


@pytest.fixture(scope="module")
def papers() -> list[Paper]:
    """Give the papers of every group of the matrix."""
    return all_papers()


def _missing(package: str) -> str:
    """Skip a test for want of a Debian package; in CI that is a failure."""
    message = f"this test needs the Debian package {package}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
