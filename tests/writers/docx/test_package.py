from __future__ import annotations

import io
import zipfile
import zlib

from hypothesis import given, strategies as st

from groupkit.writers.docx.package import entry, pack

_NAMES = st.text("abcdefgh/_.", min_size=1, max_size=20)


@given(st.dictionaries(_NAMES, st.binary(max_size=3000), max_size=8), st.booleans())
def test_the_standard_library_reads_back_what_was_packed(parts: dict[str, bytes], compress: bool) -> None:
    packed = pack(entry(name, content, compress=compress) for name, content in parts.items())
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        assert package.testzip() is None
        assert {name: package.read(name) for name in package.namelist()} == parts


def test_entries_are_sorted_and_dated_alike_so_that_the_order_of_making_does_not_show() -> None:
    one, two = entry("b.xml", "x" * 999), entry("[Content_Types].xml", "y")
    packed = pack([one, two])
    assert packed == pack([two, one])
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        assert package.namelist() == ["[Content_Types].xml", "b.xml"]
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_large_parts_are_compressed_and_pictures_are_not() -> None:
    text = b"the same words again and again " * 200
    assert len(pack([entry("a.xml", text)])) < len(text) / 5
    assert len(pack([entry("a.png", text, compress=False)])) > len(text)


@given(st.integers(0, 70_000), st.sampled_from(["<w:p>words</w:p>", "abc", "\u00e9\u4e16", "0123456789abcdefghij"]))
def test_a_part_of_any_size_is_packed_as_small_as_with_all_the_memory_there_is(size: int, words: str) -> None:
    text = "".join(f"{words}{number % 97}" for number in range(size // (len(words) + 2)))
    usual = zlib.compressobj(6, zlib.DEFLATED, -15)
    data = text.encode()
    smallest = min(len(data), len(usual.compress(data) + usual.flush()))
    made = entry("a.xml", text)
    assert len(made.local) - 30 - len(made.name) <= max(smallest + 16, 400)
    with zipfile.ZipFile(io.BytesIO(pack([made]))) as package:
        assert package.read("a.xml") == data
