"""Offers of work for tests, made from few words."""

from __future__ import annotations

from typing import Any

from helpers.groups import group

from groupkit.work import Offer


def offer(**changes: Any) -> Offer:
    """Make an offer; `when__length=60` sets `when.length`, and `of__group__nation` sets `group.nation` of its group."""
    about_group = {key.removeprefix("of__"): value for key, value in changes.items() if key.startswith("of__")}
    answers = {key.replace("__", ".", 1): value for key, value in changes.items() if not key.startswith("of__")}
    return Offer.from_answers({"work.title": "Review of the crisis line"} | answers, of=group(**about_group))
