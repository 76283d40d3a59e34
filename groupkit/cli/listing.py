"""`groupkit list`: the documents there are, which apply, and why the others do not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from groupkit.cli import options, output

if TYPE_CHECKING:
    import datetime

    from groupkit.group import Group
    from groupkit.templates import Template


@click.command("list")
@click.argument("folder", type=options.PATH, required=False)
@click.option("--answers", type=options.PATH, metavar="FILE", help="Look at the answers in a file like group.toml.")
@click.option(
    "--set", "settings", multiple=True, metavar="KEY=VALUE", help="One answer, such as form.kind=informal_tor."
)
@options.packing
def command(
    folder: Path | None,
    answers: Path | None,
    settings: tuple[str, ...],
    kind: str | None,
    added: tuple[str, ...],
    dropped: tuple[str, ...],
) -> None:
    """List the documents. With a FOLDER or --answers: which of them apply to that group, and why the others do not."""
    from groupkit import templates
    from groupkit.cli.gather import looked_at

    if folder is None and answers is None and not (settings or added or dropped):
        if kind is not None:
            from groupkit.group import read_answer

            kind = read_answer("pack.kind", kind)
        output.table(_line(each) for each in templates.documents() if kind in (None, *each.sets))
        return
    gathered, on = looked_at(folder, answers)
    gathered.add(options.read_settings(settings, kind=kind), "")
    gathered.add_documents(added, dropped)
    _show(gathered.group(), on)


def _line(template: Template) -> tuple[str, str]:
    """Give a document's name, what it is for, and who asks for it, if anyone."""
    return template.name, f"{template.purpose}. Who asks for it: {template.required_by}."


def _show(group: Group, on: datetime.date) -> None:
    """Print what is in the pack of a group, then what is not."""
    from groupkit import choosing, context

    seen = context.for_group(group, on, ())
    chosen, left_out = choosing.choose(group, seen), choosing.left_out(group, seen)
    output.say(f"In the pack of {group.group.name}:")
    output.table(_line(template) for template in chosen)
    if left_out:
        output.say("Not in it:")
        output.table((each.name, each.reason) for each in left_out)
