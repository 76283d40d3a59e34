"""The other ways to the same files, each used as its ordinary user would use it."""

from __future__ import annotations

import re
import subprocess
import tempfile
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from groupkit import Group, Pack, build


def one_document(group: Group, name: str, on: date) -> tuple[bytes, str]:
    """Make one document of a group in both formats, from its answers."""
    document = build(group, date=on)[name]
    return document.docx, document.markdown


def docxtpl_template(word_file: bytes, group: Group) -> bytes:
    """Turn a finished Word file into a template for docxtpl: the group's own words become tags."""
    swaps = {group.group.name: "{{ name }}", group.group.area: "{{ area }}", group.meetings.place: "{{ place }}"}
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(word_file)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for info in source.infolist():
            text = source.read(info)
            if info.filename == "word/document.xml":
                for old, new in swaps.items():
                    text = text.replace(old.encode(), new.encode())
            out.writestr(info.filename, text)
    return target.getvalue()


def docxtpl_render(template: bytes, group: Group) -> bytes:
    """Fill in a Word template the way docxtpl's manual shows it: open, render, save."""
    from docxtpl import DocxTemplate

    document: Any = DocxTemplate(BytesIO(template))
    document.render(
        {"name": group.group.name, "area": group.group.area, "place": group.meetings.place}, autoescape=True
    )
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def pandoc(text: str) -> bytes:
    """Convert Markdown with a pandoc process."""
    import pypandoc

    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out.docx"
        command = [pypandoc.get_pandoc_path(), "-f", "commonmark_x", "-t", "docx", "-o", str(target)]
        subprocess.run(command, input=text.encode(), check=True)
        return target.read_bytes()


def floor(word_files: list[bytes], texts: list[str]) -> list[bytes]:
    """Only deflate and write the same bytes again: what no maker of the same files can go below."""
    made = []
    for word_file, parts in zip(word_files, _parts(word_files), strict=True):
        target = BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
            for name, content in parts:
                out.writestr(name, content)
        made.append(target.getvalue())
        assert len(word_file)
    return [*made, *(text.encode() for text in texts)]


_UNPACKED: dict[bytes, list[tuple[str, bytes]]] = {}


def _parts(word_files: list[bytes]) -> list[list[tuple[str, bytes]]]:
    """Give the unpacked parts of Word files, kept between calls so that unpacking is not timed."""
    for word_file in word_files:
        if word_file not in _UNPACKED:
            with zipfile.ZipFile(BytesIO(word_file)) as archive:
                _UNPACKED[word_file] = [(info.filename, archive.read(info)) for info in archive.infolist()]
    return [_UNPACKED[word_file] for word_file in word_files]


def cookiecutter_template(pack: Pack, folder: Path) -> Path:
    """Write a cookiecutter template that renders the same documents as plain text only."""
    inside = folder / "{{ cookiecutter.slug }}"
    inside.mkdir(parents=True)
    name = pack.group.group.name
    (folder / "cookiecutter.json").write_text(f'{{"name": "{name}", "slug": "pack"}}', encoding="utf-8")
    for each in pack:
        text = re.sub(r"\{[{%#]", "", each.markdown).replace(name, "{{ cookiecutter.name }}")
        (inside / f"{each.name}.md").write_text(text, encoding="utf-8")
    return folder
