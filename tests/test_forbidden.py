"""What XML 1.0 forbids (section 2.2, Char) is dropped, and nothing else."""

from __future__ import annotations

import sys

from groupkit.forbidden import without_forbidden


def allowed(code: int) -> bool:
    return code in (0x9, 0xA, 0xD) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000


def test_of_all_characters_those_stay_that_xml_allows() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert without_forbidden(every) == "".join(letter for letter in every if allowed(ord(letter)))


def test_each_forbidden_character_is_dropped_among_words() -> None:
    forbidden = [chr(code) for code in range(0x10000) if not allowed(code)]
    assert len(forbidden) == 29 + 2048 + 2
    assert {without_forbidden(f"tea{letter} & talk") for letter in forbidden} == {"tea & talk"}
