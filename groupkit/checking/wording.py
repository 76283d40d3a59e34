"""Points about the words and pictures in paragraphs: links, alternative text, direction, colour, size, hand-work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from groupkit.checking.points import Found
from groupkit.checking.word import VML, WP, Element, Paragraph, R, W, WordFile, first_words, is_on, value, words
from groupkit.writers.docx.direction import runs as directions

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_TELLS_NOTHING = frozenset(
    "here; click; click here; link; this link; this; more; read more; more information; more info; find out more; "
    "learn more; website; web site; this page; page; download; see here; go; visit".split("; ")
)
_NO_ALT = re.compile(r"(?:picture|image|photo|graphic|logo)? ?\d*", re.I)
_FILE = re.compile(r"\S+\.(?:png|jpe?g|gif|bmp|tiff?|svg|webp)", re.I)
_ADDRESS = re.compile(r"https?://\S{30,}")
_HAND_LETTERS = "rFonts b i u color sz highlight shd strike caps smallCaps".split()
_HAND_PARAGRAPH = "jc ind spacing shd pBdr pageBreakBefore".split()
_SMALLEST = 24  # half points
_LEAST_CONTRAST, _LEAST_LARGE = 4.5, 3.0


def links(file: WordFile) -> Iterator[Found]:
    """The words of a link say where it leads."""
    for paragraph in file.paragraphs:
        for link in paragraph.element.iter(f"{W}hyperlink"):
            text = " ".join(words(link).split())
            if not text and link.find(f".//{W}drawing") is None:
                if link.get(f"{R}id") is not None:
                    yield Found("empty-link", paragraph.place)
            elif text.strip(" .,:;!?>»→").lower() in _TELLS_NOTHING or _ADDRESS.fullmatch(text):
                yield Found("link-text", paragraph.place, {"text": text[:60]})


def pictures(file: WordFile) -> Iterator[Found]:
    """A picture has alternative text, or is marked as decoration."""
    for paragraph in file.paragraphs:
        for each in paragraph.element.iter(f"{WP}docPr"):
            decorative = next(each.iter(_DECORATIVE), None)
            text = (each.get("descr") or each.get("title") or "").strip()
            if text and (_NO_ALT.fullmatch(text) or _FILE.fullmatch(text)):
                yield Found("alt-words", paragraph.place, {"text": text[:60]})
            elif not text and (decorative is None or decorative.get("val") in ("0", "false")):
                yield Found("alt-text", paragraph.place)
        for shape in paragraph.element.iter(f"{VML}shape"):
            if next(shape.iter(f"{VML}imagedata"), None) is not None and not (shape.get("alt") or "").strip():
                yield Found("alt-text", paragraph.place)


def right_to_left(file: WordFile) -> Iterator[Found]:
    """Words written from right to left say so."""
    for paragraph, run in _runs(file):
        text = words(run)
        right = " ".join(part for part, is_right in directions(text) if is_right)
        if right and not any(is_on(each.find(f"{W}rPr/{W}rtl")) for each in _formats(run, file)):
            yield Found("right-to-left", paragraph.place, {"text": first_words(right)})


def colours(file: WordFile) -> Iterator[Found]:
    """Letters stand out from what is behind them."""
    for paragraph, run in _runs(file):
        styles = [*_formats(run, file), paragraph.element, *file.style_of(paragraph.element)]
        colour = _first(styles, "rPr", "color", "val")
        ground = _first(styles, "rPr", "shd", "fill") or _first(styles, "pPr", "shd", "fill") or "FFFFFF"
        if colour is None or not words(run).strip() or (paragraph.table and ground == "FFFFFF"):
            continue  # in a table the ground may come from the table's style
        ratio = contrast(colour, ground)
        size = int(_first(styles, "rPr", "sz", "val") or "24")
        if ratio < (_LEAST_LARGE if size >= 36 else _LEAST_CONTRAST):
            shown = {"colour": f"#{colour}", "ground": f"#{ground}", "ratio": f"{ratio:.1f}"}
            yield Found("contrast", paragraph.place, shown)


def sizes(file: WordFile) -> Iterator[Found]:
    """No letters under 12 points: those made small by hand at their place, others once for their style."""
    told: set[str] = set()
    for paragraph in file.paragraphs:
        small: list[str] = []
        for run in paragraph.element.iter(f"{W}r"):
            if not words(run).strip():
                continue
            size = value(run.find(f"{W}rPr/{W}sz"))
            if size is None:
                style, size = _size_of_style(run, paragraph.element, file)
                if int(size) < _SMALLEST and style not in told:
                    told.add(style)
                    yield Found("small-style", f"style “{style}”", {"size": f"{int(size) / 2:g}"})
            elif size.isdigit() and int(size) < _SMALLEST:
                small.append(size)
        if small:
            yield Found("small-letters", paragraph.place, {"size": f"{int(min(small, key=int)) / 2:g}"})


def _size_of_style(run: Element, paragraph: Element, file: WordFile) -> tuple[str, str]:
    """The size that styles give to a run, in half points, and the style that says so."""
    for style in (*file.chain(value(run.find(f"{W}rPr/{W}rStyle"))), *file.style_of(paragraph)):
        size = value(style.find(f"{W}rPr/{W}sz")) or ""
        if size.isdigit():
            return value(style.find(f"{W}name")) or "", size
    return "Normal", file.usual_size


def by_hand(file: WordFile) -> Iterator[Found]:
    """How much was formatted without a style, counted once."""
    touched = [each for each in file.paragraphs if _is_touched(each)]
    if touched:
        count = f"{len(touched)} paragraphs" if len(touched) > 1 else "Words in 1 paragraph"
        yield Found("by-hand", f"first {touched[0].place}", {"count": count})


def _is_touched(paragraph: Paragraph) -> bool:
    if any(paragraph.element.find(f"{W}pPr/{W}{tag}") is not None for tag in _HAND_PARAGRAPH):
        return True
    for run in paragraph.element.iter(f"{W}r"):
        properties = run.find(f"{W}rPr")
        by_hand = properties is not None and any(properties.find(f"{W}{tag}") is not None for tag in _HAND_LETTERS)
        if by_hand and words(run).strip():
            return True
    return False


def _runs(file: WordFile) -> Iterator[tuple[Paragraph, Element]]:
    for paragraph in file.paragraphs:
        for run in paragraph.element.iter(f"{W}r"):
            yield paragraph, run


def _formats(run: Element, file: WordFile) -> list[Element]:
    """A run and its character styles, nearest first."""
    return [run, *file.chain(value(run.find(f"{W}rPr/{W}rStyle")))]


def _first(styles: list[Element], group: str, name: str, attribute: str) -> str | None:
    """The nearest setting of a colour or size; None where nothing sets it, or where Word chooses it."""
    for style in styles:
        found = style.find(f"{W}{group}/{W}{name}")
        if found is not None:
            setting = found.get(f"{W}{attribute}") or ""
            return setting.upper() if re.fullmatch(r"[0-9A-Fa-f]{6}|\d{1,4}", setting) else None
    return None


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (RRGGBB), from 1 to 21, as WCAG 2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour.zfill(6)[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


CHECKS = (links, pictures, right_to_left, colours, sizes, by_hand)
