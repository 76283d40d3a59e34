"""Makes the packs of the example groups again, from the answers in each `group.toml`.

    python examples/make.py            # write them
    python examples/make.py --check    # only say which differ; exit 1 if any does

The groups are invented. Their packs are kept so that a change in the documents shows as a change that can be read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from groupkit import Group, build

HERE = Path(__file__).parent
ON = date(2027, 1, 5)


def made(example: Path) -> Mapping[str, bytes]:
    """Make the pack of one example: path inside its `pack` folder -> bytes."""
    return build(Group.load(example / "group.toml"), date=ON).files


def kept(example: Path) -> Mapping[str, bytes]:
    """Read the pack of one example as it is kept."""
    folder = example / "pack"
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def examples() -> Iterator[Path]:
    """Give the folder of each example."""
    return (file.parent for file in sorted(HERE.glob("*/group.toml")))


def differing(example: Path) -> list[str]:
    """Give the files of one example that are not what groupkit makes now."""
    new, old = made(example), kept(example)
    return sorted(path for path in new.keys() | old.keys() if new.get(path) != old.get(path))


def write(example: Path) -> None:
    """Put the pack of one example in its place."""
    folder = example / "pack"
    files = made(example)
    for path in kept(example).keys() - files.keys():
        (folder / path).unlink()
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def main() -> int:
    """Write the packs, or check them."""
    if "--check" not in sys.argv:
        for example in examples():
            write(example)
        return 0
    lines = [f"{example.name}: {path}" for example in examples() for path in differing(example)]
    print("\n".join(lines))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
