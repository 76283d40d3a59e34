"""Rules about the group's name."""

from __future__ import annotations

import re
from unicodedata import category

from groupkit.facts import Register
from groupkit.group.kinds.base import visible
from groupkit.rules.model import Case, Hit, hit, rule

LONGEST_NAME = 60
"""Our own judgement; see the rule's reason."""

_CHARITY_WORDS = ("charity", "charitable", "registered")
_FORM_WORDS = {"cio": "cio_", "scio": "scio_", "cic": "cic", "ltd": "", "limited": ""}
_GUARDED = ("royal", "king", "queen", "prince", "nhs")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def _words(case: Case) -> list[str]:
    about = case.group.group
    short = about.short_name if about.short_name != about.name else ""
    return _WORD.findall(f"{about.name} {short}")


@rule("N01")
def name_has_letters(case: Case) -> Hit | None:
    """The name is one line with a letter in it. Marks that join emoji or turn the direction of writing are welcome."""
    name = case.group.group.name
    one_line = not any(category(letter) in ("Cc", "Zl", "Zp") for letter in name)
    return None if any(letter.isalpha() for letter in name) and one_line else hit(given=visible(name))


@rule("N03")
def guarded_words(case: Case) -> Hit | None:
    """Words in the name that need leave, or that only some forms may use."""
    kind = case.group.form.kind
    form = Register.load().form(kind)
    for word in _words(case):
        low = word.casefold()
        wrong_form = low in _FORM_WORDS and not (_FORM_WORDS[low] and kind.startswith(_FORM_WORDS[low]))
        not_registered = low in _CHARITY_WORDS and not (form.charity and form.registered)
        if wrong_form or not_registered or low in _GUARDED:
            return hit(word=word)
    return None


@rule("N04")
def host_in_name(case: Case) -> Hit | None:
    """The host's name in the group's name, without its leave."""
    host = case.group.host
    inside = bool(host.name.strip()) and host.name.strip().casefold() in case.group.group.name.casefold()
    return hit() if inside and not host.name_agreed else None


@rule("N05")
def name_in_another_language(case: Case) -> Hit | None:
    """A name that has a meaning given, or letters that English does not use, where registering asks for it."""
    about = case.group.group
    other = bool(about.meaning.strip()) or any(letter.isalpha() and not letter.isascii() for letter in about.name)
    return hit() if other and about.nation in ("england", "wales") else None


@rule("N06")
def long_name(case: Case) -> Hit | None:
    """A name that forms and bank statements would cut, with no short one beside it."""
    about = case.group.group
    shortened = "group.short_name" in case.group.given and len(about.short_name) <= LONGEST_NAME
    return hit(n=len(about.name)) if len(about.name) > LONGEST_NAME and not shortened else None
