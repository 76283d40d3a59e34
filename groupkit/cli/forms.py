"""`groupkit forms`: which legal forms fit a group, why the others do not, and what each costs in work."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from groupkit.cli import options, output

if TYPE_CHECKING:
    import datetime

    from groupkit.forms import FormChoice
    from groupkit.group import Group

_WIDTH = 100
_INDENT = 4
_LABEL = 12


@click.command("forms")
@click.argument("folder", type=options.PATH, required=False)
@click.option("--nation", metavar="NATION", help="england, wales, scotland or northern-ireland.")
@click.option("--answers", type=options.PATH, metavar="FILE", help="Look at the answers in a file like group.toml.")
@click.option(
    "--set", "settings", multiple=True, metavar="KEY=VALUE", help="One answer, such as form.staff_or_lease=yes."
)
def command(folder: Path | None, nation: str | None, answers: Path | None, settings: tuple[str, ...]) -> None:
    """Help to choose a form. With a FOLDER, --answers or --nation: which forms fit, and why the others do not.

    A nation is enough to begin with. The more answers there are, the more can be said.
    """
    from groupkit.cli.gather import looked_at

    gathered, on = looked_at(folder, answers)
    gathered.add(options.read_settings(settings), "")
    if nation is not None:
        gathered.add({"group.nation": nation}, "")
    if not gathered.answers:
        _show_all()
        return
    for key, value in (("group.name", "your group"), ("group.area", "your area")):
        gathered.answers.setdefault(key, value)  # a form can be chosen before there is a name
    _show(gathered.group(), on)


def _show_all() -> None:
    """Print every form with what it is for, and how to learn more."""
    from groupkit.facts import Register
    from groupkit.words import listed

    register = Register.load()
    output.say("The forms a group can take:")
    for form in register.forms.values():
        _head(form.id, form.label)
        _line("Where", f"{listed(register.nation(each).name for each in form.nations)}.")
        _line("Good when", form.fits)
    output.say()
    output.say("To see which of them fit: groupkit forms --nation england")


def _show(group: Group, on: datetime.date) -> None:
    """Print the forms that fit a group, then those that do not."""
    from groupkit.facts import Register
    from groupkit.forms import choices

    judged = choices(group, on)
    output.say(f"Forms for {group.group.name} ({Register.load().nation(group.group.nation).name}). These fit:")
    for each in judged:
        if each.fits:
            _show_one(each)
    output.say()
    output.say("These do not:")
    for each in judged:
        if not each.fits:
            _show_one(each)
    output.say()
    output.say("This is no legal advice. Show your choice to someone who helps groups near you.")


def _show_one(choice: FormChoice) -> None:
    """Print a form: all that bears on it where it fits, else why not and what it would have been good for."""
    form = choice.form
    _head(form.id, form.label + (" (your choice now)" if choice.chosen else ""))
    for reason in choice.why_not:
        _line("Why not", reason)
    if not choice.here:
        return
    _line("Good when", form.fits)
    _line("Not when", form.does_not_fit)
    _line("Work", form.work)
    if choice.fits:
        _line("Cost", form.costs)
        _line("Income line", form.income_threshold + (f" It is {choice.threshold} now." if choice.threshold else ""))
        _line("Debts", form.liability)
        for warning in choice.think_about:
            _line("Take care", warning)


def _head(name: str, label: str) -> None:
    output.say()
    output.say(f"  {label}")
    _line("To choose", f"--set form.kind={name}")


def _line(label: str, text: str) -> None:
    """Print a line of a form, its text in a column of its own."""
    column = " " * (_INDENT + _LABEL)
    first = f"{' ' * _INDENT}{label:<{_LABEL}}"
    for line in textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=column, break_on_hyphens=False):
        output.say(line)
