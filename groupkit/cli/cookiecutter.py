"""`groupkit cookiecutter`: cookiecutter's questions, with the template that came with groupkit."""

from __future__ import annotations

import click


@click.command("cookiecutter", context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[KEY=VALUE]... [COOKIECUTTER OPTIONS]")
def command(arguments: tuple[str, ...]) -> int:
    """Answer cookiecutter's questions instead.

    This runs cookiecutter with the template that came with groupkit. Whatever you add is passed on to it:
    group_name="Riverside Voices", --no-input, --replay, -o FOLDER.
    """
    from groupkit.cookiecutter_door import run

    return run(arguments)
