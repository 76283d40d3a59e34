"""Reading Markdown in tests, with markdown-it's own HTML and nothing of ours."""

from __future__ import annotations

import html
import re

from markdown_it import MarkdownIt

_READER = MarkdownIt("commonmark").enable("table")


def words_of(markdown: str) -> str:
    """Give the visible text of Markdown: rendered to HTML, tags taken out, spaces squeezed."""
    text = re.sub(r"<[^>]*>", " ", _READER.render(markdown))
    return re.sub(r"\s+", " ", html.unescape(text)).strip()
