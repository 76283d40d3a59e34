"""The 652 examples of the CommonMark specification, read into our tree and shown as HTML again.

Examples that hold raw HTML are outside the goal: we show it as text. All others must give the expected HTML, mark for
mark, once differences that HTML ignores are set aside.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from groupkit.document import parse, plain_text
from groupkit.document.blocks import (
    BulletList,
    Code,
    CodeBlock,
    Document,
    Emphasis,
    Heading,
    Image,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Text,
)

EXAMPLES = json.loads((Path(__file__).parents[1] / "data" / "commonmark-0.31.2.json").read_text(encoding="utf-8"))


def raw_html(example):
    """Give the pieces of raw HTML that a CommonMark parser finds in an example."""
    tokens = MarkdownIt("commonmark").parse(example["markdown"])
    inner = [child for token in tokens for child in token.children or ()]
    return [token.content for token in [*tokens, *inner] if token.type in ("html_block", "html_inline")]


WITHOUT_HTML = [each for each in EXAMPLES if not raw_html(each)]
WITH_HTML = [each for each in EXAMPLES if raw_html(each)]


def shown(blocks, tight=False):
    return "".join(show_block(block, tight) for block in blocks)


def show_block(block, tight):
    match block:
        case Paragraph(children):
            return show(children) if tight else f"<p>{show(children)}</p>"
        case Heading(level, children):
            return f"<h{level}>{show(children)}</h{level}>"
        case BulletList(items, tight):
            return f"<ul>{show_items(items, tight)}</ul>"
        case OrderedList(items, start, tight):
            return f"<ol{'' if start == 1 else f' start={start}'}>{show_items(items, tight)}</ol>"
        case Quote(blocks):
            return f"<blockquote>{shown(blocks)}</blockquote>"
        case CodeBlock(text, info):
            language = f' class="language-{html.escape(info.split()[0])}"' if info else ""
            return f"<pre><code{language}>{html.escape(text)}</code></pre>"
        case Rule():
            return "<hr />"
    raise AssertionError(block)


def show_items(items, tight):
    assert all(item.checked is None for item in items)
    return "".join(f"<li>{shown(item.blocks, tight)}</li>" for item in items)


def show(inlines):
    return "".join(show_inline(inline) for inline in inlines)


def show_inline(inline):
    match inline:
        case Text(text):
            return html.escape(text)
        case Code(text):
            return f"<code>{html.escape(text)}</code>"
        case Emphasis(children):
            return f"<em>{show(children)}</em>"
        case Strong(children):
            return f"<strong>{show(children)}</strong>"
        case Link(href, title, children):
            return f'<a href="{html.escape(href)}"{titled(title)}>{show(children)}</a>'
        case Image(src, alt, title):
            return f'<img src="{html.escape(src)}" alt="{html.escape(alt)}"{titled(title)} />'
    return "<br />" if inline.hard else "\n"


def titled(title):
    return f' title="{html.escape(title)}"' if title else ""


def settled(markup):
    """Set aside what makes no difference in HTML: line ends between tags, and ways to write a character."""
    markup = re.sub(r'start="(\d+)"', r"start=\1", markup)
    markup = re.sub(r"\n?(</?(?:p|h\d|ul|ol|li|blockquote|pre|hr)\b[^>]*>)\n?", r"\1", markup)
    return html.unescape(markup.replace("<br />\n", "<br />")).strip("\n")


def test_the_specification_is_there_whole():
    assert [each["example"] for each in EXAMPLES] == list(range(1, 653))
    assert len(WITHOUT_HTML) > 560


@pytest.mark.parametrize("example", WITHOUT_HTML, ids=lambda each: str(each["example"]))
def test_an_example_without_raw_html_gives_the_expected_html(example):
    assert settled(shown(parse(example["markdown"], dialect=False))) == settled(example["html"])


@pytest.mark.parametrize("example", WITH_HTML, ids=lambda each: str(each["example"]))
def test_raw_html_is_shown_as_text_to_the_last_character(example):
    seen = without_spaces(plain_text(Document(parse(example["markdown"], dialect=False))))
    for piece in raw_html(example):
        assert without_spaces(piece) in seen


def without_spaces(text):
    return "".join(text.split())
