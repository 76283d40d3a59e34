"""Checks across answers: each says what to do, why, and where that comes from.

`check(group, date)` gives every finding at once. The words are in `rules.toml`, the predicates in a module a topic.
"""

from __future__ import annotations

from groupkit.rules.check import check
from groupkit.rules.model import Case, Finding, Hit, Rule, hit, load_rules, rule

__all__ = ["Case", "Finding", "Hit", "Rule", "check", "hit", "load_rules", "rule"]
