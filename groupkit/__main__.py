"""`python -m groupkit`, and what the `groupkit` command runs."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit code.

    A command is over before memory matters, so nobody looks for what could be freed: not on the way, not at the end.
    """
    gc.disable()
    try:
        from groupkit.cli import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before the command line could say so itself; the code is its `STOPPED`
        print("note: stopped.", file=sys.stderr)
        code = 130
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
