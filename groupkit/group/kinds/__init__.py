"""The kinds of answer: how each is read, checked, written and described."""

from __future__ import annotations

from .base import Kind, SeveralUnreadableError, UnreadableError
from .numbers import Pounds, Share, Whole
from .times import Clock, Day, DayOfYear, DaysOfMeeting
from .words import Choice, HouseStyle, Many, Text, YesNo, folded, nearest

__all__ = [
    "Choice",
    "Clock",
    "Day",
    "DayOfYear",
    "DaysOfMeeting",
    "HouseStyle",
    "Kind",
    "Many",
    "Pounds",
    "SeveralUnreadableError",
    "Share",
    "Text",
    "UnreadableError",
    "Whole",
    "YesNo",
    "folded",
    "nearest",
]
