"""The command line: reads options, calls one function, prints. One module a command, loaded when it is needed.

Exit codes: 0 done, 1 the answers or a file's content need attention, 2 wrong use (an option, a folder, no terminal,
a disk that refuses), 130 stopped with Ctrl-C.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

import click

from groupkit import __version__
from groupkit.cli import output
from groupkit.errors import GroupkitError, UsageError

COMMANDS = {
    "new": "groupkit.cli.new",
    "build": "groupkit.cli.build",
    "list": "groupkit.cli.listing",
    "check": "groupkit.cli.check",
    "blanks": "groupkit.cli.blanks",
    "forms": "groupkit.cli.forms",
    "facts": "groupkit.cli.facts",
    "resources": "groupkit.cli.resources",
    "plan": "groupkit.cli.plan",
    "offer": "groupkit.cli.offer",
    "letter": "groupkit.cli.letter",
    "report": "groupkit.cli.report",
    "convert": "groupkit.cli.convert",
    "schema": "groupkit.cli.schema",
    "cookiecutter": "groupkit.cli.cookiecutter",
}
"""Each command and the module that holds it, as `command`."""

STOPPED = 130
"""The exit code after Ctrl-C, as shells have it."""


class _Commands(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: groupkit new our-group",
)
@click.version_option(__version__, prog_name="groupkit", message="%(prog)s %(version)s")
def cli() -> None:
    """Answers in, a ready-made pack out: the papers that an involvement group needs, as Word files and Markdown."""


def run(arguments: Sequence[str]) -> int:
    """Run a command and give its exit code. Whatever a person can cause ends as one line, not as a traceback."""
    output.prepare()
    try:
        result = cli.main(list(arguments) or ["--help"], prog_name="groupkit", standalone_mode=False)
        code = result if isinstance(result, int) else 0
    except GroupkitError as problem:
        for line in problem.lines():
            output.error(line)
        code = problem.exit_code
    except click.ClickException as problem:
        context = getattr(problem, "ctx", None)
        hint = f" For how to write it: {context.command_path} --help" if context else ""
        output.error(problem.format_message() + hint)
        code = problem.exit_code
    except (KeyboardInterrupt, click.Abort):
        output.note("stopped.")
        code = STOPPED
    except SystemExit:  # click leaves this way when nobody reads its help any more
        output.abandon()
        code = 0
    except OSError as problem:  # the system refused something that no command explains better
        if problem.filename is None:
            output.abandon()
        output.error(f"{problem.filename or 'The output'}: {problem.strerror or problem}.")
        code = UsageError.exit_code
    code = code or output.close()
    with suppress(KeyboardInterrupt):  # the work is done; what would be kept is only a copy
        _keep()
    return code


def _keep() -> None:
    """Write down what this run compiled and read, if it did, so that the next run is quicker."""
    if kept := sys.modules.get("groupkit.document.kept"):
        kept.keep()
    if store := sys.modules.get("groupkit.store"):
        store.store().save()
