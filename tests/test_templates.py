"""Proves that documents are found, that their front matter is checked, and that each can be chosen."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from groupkit import store, templates
from groupkit.errors import TemplateError

FRONT = 'name = "a"\ntitle = "A"\nfor = "reading"\nwho = "all"\nrequired_by = "nobody"\n'


def all_templates() -> Iterator[templates.Template]:
    yield from templates.documents()


def test_every_file_under_documents_is_a_document() -> None:
    folder = Path(__file__).parent.parent / "templates" / "documents"
    files = {f"documents/{file.relative_to(folder).as_posix()}" for file in folder.rglob("*.md")}
    assert files == {template.path for template in all_templates()}


def test_front_matter_and_text_are_read_apart() -> None:
    read = templates.parse("documents/x/a.md", f"+++\n{FRONT}+++\n# Hello\n")
    assert (read.name, read.purpose, read.body, read.body_line) == ("a", "reading", "# Hello\n", 8)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# no front matter", "front matter between two lines"),
        ("+++\nname = \n+++\n", "is not TOML"),
        ('+++\nname = "a"\n+++\n', "lacks: for, required_by, title, who"),
        (f'+++\n{FRONT}colour = "red"\n+++\n', "unknown front matter: colour"),
        (f'+++\n{FRONT}card = "joker"\n+++\n', "no such card: joker"),
        (f'+++\n{FRONT}sets = ["huge"]\n+++\n', "no such set: huge"),
    ],
)
def test_a_document_with_wrong_front_matter_is_refused_by_name(text: str, said: str) -> None:
    with pytest.raises(TemplateError) as caught:
        templates.parse("documents/x/a.md", text)
    assert "documents/x/a.md" in str(caught.value)
    assert said in str(caught.value)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of templates with one document in it, and a store of its own."""
    (tmp_path / "documents" / "x").mkdir(parents=True)
    (tmp_path / "documents" / "x" / "a.md").write_text(f"+++\n{FRONT}+++\n# Hello\n", encoding="utf-8")
    kept = store.Store(tmp_path / "kept.pickle")
    monkeypatch.setattr(store, "store", lambda: kept)
    monkeypatch.setattr(templates, "root", lambda: tmp_path)
    templates.documents.cache_clear()
    yield tmp_path / "documents" / "x"
    templates.documents.cache_clear()


def found_anew() -> dict[str, str]:
    templates.documents.cache_clear()
    return {each.name: each.purpose for each in templates.documents()}


def test_front_matter_is_read_once_until_a_file_is_touched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found_anew() == {"a": "reading"}
    with monkeypatch.context() as blocked:
        blocked.setattr("groupkit.templates.tomllib.loads", lambda _: pytest.fail("read again"))
        assert found_anew() == {"a": "reading"}
        assert templates.documents()[0].body == "# Hello\n"
    (folder / "a.md").write_text(f"+++\n{FRONT.replace('reading', 'writing')}+++\n# Hello\n", encoding="utf-8")
    assert found_anew() == {"a": "writing"}
    (folder / "b.md").write_text("+++\n" + FRONT.replace('"a"', '"b"') + "+++\n", encoding="utf-8")
    assert found_anew() == {"a": "writing", "b": "reading"}
    (folder / "a.md").unlink()
    assert found_anew() == {"b": "reading"}


def test_a_change_counts_though_the_file_has_its_size_and_its_time_of_before(folder: Path) -> None:
    assert found_anew() == {"a": "reading"}
    before = (folder / "a.md").stat()
    text = (folder / "a.md").read_text(encoding="utf-8")
    (folder / "a.md").write_text(text.replace("reading", "writing"), encoding="utf-8")
    os.utime(folder / "a.md", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert found_anew() == {"a": "writing"}


def test_a_document_that_is_not_utf_8_is_named(folder: Path) -> None:
    (folder / "b.md").write_bytes(b"+++\nname = \xff")
    with pytest.raises(TemplateError, match=r"documents/x/b\.md: the file is not in UTF-8"):
        found_anew()


def test_two_documents_of_one_name_are_refused(folder: Path) -> None:
    (folder / "b.md").write_text((folder / "a.md").read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(TemplateError, match=r"b\.md: the name 'a' is taken by documents/x/a\.md"):
        found_anew()


def test_each_paper_of_the_card_has_a_document() -> None:
    assert {template.card for template in all_templates()} >= set(templates.CARDS)


def test_each_document_that_may_not_apply_says_why_not() -> None:
    silent = [template.name for template in all_templates() if template.when and not template.why_not]
    assert silent == []


def test_each_document_says_in_one_line_what_it_is_for() -> None:
    for template in all_templates():
        for line in (template.purpose, template.who, template.required_by):
            assert line, template.name
            assert "\n" not in line, template.name
            assert len(line) <= 120, f"{template.name}: {line}"
