"""What no payment paper may say or ask, by what would be wrong with it; patterns to look for in any case of letters."""

import re

FORBIDDEN = {
    "asks or gives a reason for taking less": (
        r"\b(why|reason).{0,30}\b(you|they) (chose|choose|take|took|want|accept|refuse|decline)",
        r"because of (my|your|their|a) benefit",
        r"(to|in order to) (keep|protect|save|increase|raise|get more) (\w+ ){0,3}(benefit|credit|allowance|ESA)",
        r"reason for (declin|refus|choos|tak)",
    ),
    "says that something is safe": (
        r"\bsafe(ly)? (to|for|from)\b",
        r"(is|are|will be|quite|completely|always|perfectly) safe\b",
        r"(will|does|do|can) not (affect|change|touch|count|matter|reduce|stop)",
        r"(won’t|won't|cannot|can’t|never) (affect|change|touch|lower|stop) (your|their|any) (benefit|money)",
    ),
    "says that declining never matters": (r"free to (decline|refuse) without any effect", r"declin\w+ .{0,30}never"),
    "says that the group qualifies": (
        r"(this|our|your) group (is|counts as|qualifies)",
        r"you (are|count as|qualify as) (a )?“?service user",
        r"the (special )?(“?service user”? )?rules (will )?(apply|protect|cover) (to )?you",
    ),
    "offers a voucher as a way round": (r"voucher.{0,60}(instead of|rather than|do not count|does not count|avoid)",),
    "lets someone start before the form": (r"(tell|report|send).{0,30}(later|afterwards)", r"start first"),
    "averages over a year": (r"averag\w+ .{0,30}year", r"spread .{0,30}over the year"),
    "promises flat expenses": (r"flat[- ]rate", r"(a|fixed) (daily )?allowance of £"),
    "claims a tax position": (
        r"(is|are) (not|never) taxable|tax[- ]free",
        r"not (an )?(employee|worker)s?\b",
        r"first £1,000|trading allowance",
    ),
    "asks about benefits, health or status": (
        r"which benefits? (do you|you) (get|receive|claim)",
        r"are you (on|claiming|receiving)",
        r"(diagnosis|diagnosed|disability) *\?",
        r"what is your (immigration|visa|benefit)",
    ),
    "steers the fee elsewhere": (r"(give|donate|pay) (my|your|the) (fee|payment) to (a|another|the) (charity|group)",),
    "prints words the project never uses": (r"must be permitted", r"\bsufferers?\b", r"\bshall\b"),
}


def faults(text: str) -> list[str]:
    """Give what is wrong with a text, each with the words around it."""
    return [
        f"it {fault}: {text[max(0, found.start() - 80) : found.end() + 40]!r}"
        for fault, patterns in FORBIDDEN.items()
        for pattern in patterns
        if (found := re.search(pattern, text, re.IGNORECASE))
    ]
