"""`groupkit schema`: the JSON Schema of group.toml."""

from __future__ import annotations

import click

from groupkit.cli import output


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of group.toml.

    Editors and other programs can check a file of answers with it.
    """
    import json

    from groupkit.group.schema import schema

    output.say(json.dumps(schema(), indent=2, ensure_ascii=False))
