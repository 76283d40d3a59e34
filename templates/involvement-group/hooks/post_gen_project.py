"""After the questions: make the pack. Whatever goes wrong ends with a message, and cookiecutter removes the folder."""

import os
import sys

# cookiecutter runs this from the temporary folder that everyone on the computer shares: nothing is imported from there.
here = os.path.dirname(os.path.abspath(__file__))
sys.path[:] = [path for path in sys.path if os.path.abspath(path) != here]

try:
    from groupkit.cookiecutter_door import finish
except ImportError:
    print("This template needs groupkit, and the Python that runs cookiecutter does not have it.", file=sys.stderr)
    print("Add it there, in the folder of groupkit: pip install . or, with pipx: pipx inject cookiecutter .", file=sys.stderr)
    print("Nothing was made. Then run cookiecutter again.", file=sys.stderr)
    sys.exit(1)

sys.exit(finish())
