"""Writes the reference page of all answers: `python -m groupkit.group.reference > docs/reference/answers.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from .answers import Answer, Derived, Questions, described
from .sections import GROUP
from .tables import Tables

_TOP = """\
# The answers

<!-- Made by `python -m groupkit.group.reference`. Change the questions in groupkit/group/, not here. -->

Answers stand in `group.toml`, in sections. Only three have to be given: `group.name`, `group.area` and
`group.nation`. For all the others there is a usual answer, often worked out from what you have said.

```toml
[group]
name = "Riverside Voices"
area = "Riverside"
nation = "wales"

[meetings]
start = "18:30"
```

A name that is not on this page is an error, and so is a value that cannot be read. All of them are told at once.

## How to write an answer

The same answer can stand in `group.toml`, after `--set` on the command line, or in a prompt.

| What | In `group.toml` | As plain text |
| --- | --- | --- |
| text | `"Riverside Voices"` on one line | `Riverside Voices` |
| yes or no | `true`, `false` | `yes`, `no` |
| a whole number | `8` | `8`, `eight` |
| an amount in pounds | `12.50` | `12.50`, `£12.50` |
| a share | `"2/3"` | `2/3`, `75%`, `two thirds` |
| a time of day | `"18:30"`, `18:30:00` | `18:30`, `6.30pm` |
| a date | `2027-01-12` | `2027-01-12`, `12 January 2027`, `12/1/2027` |
| a choice | `"northern-ireland"` | `northern-ireland`, `Northern Ireland` |
| a list | `["a room", "tea"]` | `a room; tea` |
| people | `[[committee.people]]` with `name = "Ann Jones"` | `Ann Jones (chair); Bo Li (treasurer)` |
| local entries | `[[resources.local]]` with `title = "..."` | `Title \\| what it does \\| phone \\| heading` |

In a list of single names, plain text may have commas in place of `;`. Where there is a `;`, commas are part of an item.
Text without any character, `""`, is no answer: the usual one holds.
"""


def page() -> str:
    """The page, in Markdown."""
    return "\n".join([_TOP, *entries(GROUP)])


def entries(questions: Questions) -> Iterator[str]:
    """The lines on every answer, section by section, in Markdown."""
    for section in questions.sections.values():
        yield f"## [{section.name}] {section.title}\n"
        yield f"{(section.model.__doc__ or '').strip()}\n"
        for answer in section.answers.values():
            yield from _answer(answer)


def _answer(answer: Answer) -> Iterator[str]:
    yield f"### `{answer.key}`\n"
    yield " ".join(filter(None, [answer.question, answer.help])) + "\n"
    if any(value != label for value, label in answer.choices.items()):
        yield from (f"- `{value}`: {label}" for value, label in answer.choices.items())
        yield ""
    if isinstance(answer.kind, Tables):
        yield from map(_field, described(answer.kind.model, "").values())
        yield ""
    yield f"- What: {answer.kind.noun}"
    yield f"- If left out: {_usual(answer)}"
    yield f"- Example: `{answer.example}`\n"


def _field(field: Answer) -> str:
    """One line on an answer inside a table."""
    needed = " (needed)" if field.required else ""
    return " ".join(filter(None, [f"- `{field.name}`{needed}: {field.question}", field.help]))


def _usual(answer: Answer) -> str:
    if answer.required:
        return "cannot be left out"
    if isinstance(answer.default, Derived):
        return f"worked out {answer.default.how}"
    if answer.default in (None, "", ()):
        return "nothing; where a paper needs it there is a line to fill in" if answer.type is str else "nothing"
    return f"`{answer.kind.text(answer.default)}`"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(page())
