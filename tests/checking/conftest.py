"""A Word file as groupkit makes it, and ways to do to it what people do."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from groupkit.checking import Trouble, check_file
from groupkit.document import number, parse
from groupkit.document.blocks import Document
from groupkit.writers import docx

SOUND = """# Our agreement

We meet in Northgate. Read [how we pay](https://example.org/pay). ![A bridge](bridge.png)

## Money

Bank: [bank name](blank:), on [date](blank:date). [I agree](blank:tick)

### Rates

::: table What we pay | One row for each kind of work
| Work | Pay |
|---|---|
| Talk | £10 |
:::

مرحبا بكم

::: sign-off Signed by
| Name | Signature |
|---|---|
| | |
| | |
:::

The end.
"""


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """Give the path of a Word file in which nothing is to mend."""
    document = Document(number(parse(SOUND, "s.md"), "s.md"), title="Our agreement", owner="Us")
    path = tmp_path / "agreement.docx"
    path.write_bytes(docx.write(document, date=datetime.date(2027, 1, 5)))
    return path


@pytest.fixture
def changed(sound: Path) -> Callable[..., list[Trouble]]:
    """Replace something in a part of the file, and check the file again."""

    def change(old: str, new: str, part: str = "word/document.xml") -> list[Trouble]:
        with zipfile.ZipFile(sound) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        text = parts[part].decode()
        assert old in text, old
        parts[part] = text.replace(old, new).encode()
        with zipfile.ZipFile(sound, "w") as package:
            for name, content in parts.items():
                package.writestr(name, content)
        return check_file(sound)

    return change
