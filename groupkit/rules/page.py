"""The reference page of the rules, made from their data: `python -m groupkit.rules.page > docs/reference/rules.md`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from groupkit.facts import Register, Source
from groupkit.rules.model import Rule, load_rules

_TOPICS = {
    "F": "Form and nation",
    "N": "Name",
    "P": "People and numbers",
    "U": "Led by lived experience",
    "M": "Meetings and majorities",
    "B": "Bank and money",
    "C": "Charity and payments",
    "D": "Information, equality and safety",
    "A": "Signing and agreement",
}

_TOP = """\
# The rules

groupkit looks across your answers before it makes a pack. Each rule below has an id, a message and a reason.

- An **error** must be put right first.
- A **warning** is your choice: the message says what to think about.
- A **note** is something to know. It never stops anything.

Words in {braces} are filled in from your answers. Some rules are promises about the papers themselves. Answers cannot
show whether those are kept, so each says how it is kept instead. A figure in a message is the one in force on the day
of the pack. On a day that the figure does not cover, the message says to look it up, and is a warning at most.

This page is made from the rules: `python -m groupkit.rules.page > docs/reference/rules.md`.
"""


def rules_page() -> str:
    """The page as Markdown."""
    parts = [_TOP]
    for letter, rules in groupby(load_rules().values(), key=lambda rule: rule.id[0]):
        parts.append(f"## {_TOPICS[letter]}\n")
        parts.extend("\n".join(_rule_lines(rule)) + "\n" for rule in rules)
    return "\n".join(parts)


def _rule_lines(rule: Rule) -> Iterator[str]:
    register = Register.load()
    yield f"### {rule.id}: {rule.severity}\n"
    yield f"{rule.message}\n"
    for name, variant in rule.variants.items():
        yield f"- Or ({name}, {variant.severity}): {variant.message}"
    if rule.stale:
        yield f"- Where the figure `{rule.figure}` does not cover the day: {rule.stale}"
    yield f"- Why: {rule.reason}"
    yield f"- For: {_forms(rule)}"
    if rule.kind == "always":
        yield "- Said to every group of these forms."
    if rule.why_unchecked:
        yield f"- Not checked from the answers. {rule.why_unchecked}"
    yield f"- Answers: {', '.join(f'`{key}`' for key in rule.keys)}"
    yield f"- From: {'; '.join(_linked(register.source(id)) for id in rule.sources)}"


def _linked(source: Source) -> str:
    return f"[{source.line}](<{source.address}>)" if source.address else source.line


def _forms(rule: Rule) -> str:
    if "all" in rule.applies_to:
        return "every form"
    return ", ".join(f"`{id}`" for id in Register.load().forms if id in rule.applies_to)


if __name__ == "__main__":
    print(rules_page(), end="")
