"""`python -m groupkit`, and what the `groupkit` command runs."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit code.

    A command is over before memory matters, so nobody looks for what could be freed: not on the way, not at the end.
    """
    gc.disable()
    from groupkit.cli import run

    code = run(sys.argv[1:])
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
