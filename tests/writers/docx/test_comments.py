from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from groupkit.document.blocks import Document

Write = Callable[..., Any]


def about(body: str, number: int) -> str:
    """The words that a comment is about."""
    between = body.partition(f'<w:commentRangeStart w:id="{number}"/>')[2].partition("<w:commentRangeEnd")[0]
    return "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", between))


def test_notes_are_comments_on_the_block_before_them(write_docx: Write, sample: Document) -> None:
    file = write_docx(sample)
    assert about(file.body, 0) == "Constitution of our group"
    assert about(file.body, 1) == "Last one."
    comments = file.parts["word/comments.xml"]
    assert comments.count("<w:comment ") == 2
    assert 'w:date="2027-01-05T00:00:00Z" w:initials="G"' in comments
    assert "The quorum keeps decisions fair" in comments


def test_a_comment_has_links_and_lists_of_its_own(write_docx: Write, sample: Document) -> None:
    file = write_docx(sample)
    assert "https://example.org/guide" in file.parts["word/_rels/comments.xml.rels"]
    assert "https://example.org/guide" not in file.parts["word/_rels/document.xml.rels"]
    assert "<w:numPr>" in file.parts["word/comments.xml"]


def test_the_clean_copy_has_no_notes_at_all(write_docx: Write, sample: Document) -> None:
    file = write_docx(sample, notes=False)
    assert "word/comments.xml" not in file.parts
    assert "comment" not in file.body
    assert "quorum keeps decisions" not in "".join(file.parts.values())


def test_a_note_before_everything_belongs_to_what_follows(write_docx: Write) -> None:
    assert about(write_docx("::: note\nRead this.\n:::\n\nFirst words.\n").body, 0) == "First words."


def test_several_notes_on_one_block_are_several_comments(write_docx: Write) -> None:
    body = write_docx("Words.\n\n::: note\nOne.\n:::\n\n::: note\nTwo.\n:::\n").body
    assert about(body, 0) == "Words."
    assert body.count("<w:commentReference ") == 2


def test_notes_are_never_in_the_text(write_docx: Write, sample: Document) -> None:
    assert "keeps decisions fair" not in write_docx(sample).body


def test_a_comment_that_ends_with_a_table_has_a_paragraph_after_it(write_docx: Write) -> None:
    comments = write_docx("# T\n\n::: note\n| a |\n|---|\n| b |\n:::\n").parts["word/comments.xml"]
    assert comments.endswith('</w:tbl><w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p></w:comment></w:comments>')
