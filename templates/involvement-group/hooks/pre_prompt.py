"""Before the first question: is groupkit there? Without it the answers would be asked for nothing."""

import sys

try:
    import groupkit.cookiecutter_door
except ImportError:
    print("This template needs groupkit, and the Python that runs cookiecutter does not have it.", file=sys.stderr)
    print("Add it there, in the folder of groupkit: pip install . or, with pipx: pipx inject cookiecutter .", file=sys.stderr)
    print("Nothing was made. Then run cookiecutter again.", file=sys.stderr)
    sys.exit(1)
