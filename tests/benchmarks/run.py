"""Measures groupkit side by side with other ways to the same files; prints ratios, never absolute claims.

Run it with `make benchmark`. Each line times two things in turn, several times over, and gives the median of
the ratios pair by pair, so that a machine that slows down slows both. A different group is built at every call.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent))

import peers

from groupkit import Group, Pack, build

EXAMPLE = Path(__file__).parents[2] / "examples" / "riverside-voices" / "group.toml"
ON = date(2027, 1, 5)


def groups() -> Iterator[Group]:
    """Give the example group again and again, never twice the same: its name, area and numbers differ."""
    group = Group.load(EXAMPLE)
    for number in count(1):
        yield group.replace(
            {
                "group.name": f"Riverside Voices {number}",
                "group.area": f"Ward {number}",
                "meetings.place": f"Room {number}, Riverside Centre",
            }
        )


def ratio(slow: Callable[[], object], quick: Callable[[], object], runs: int) -> tuple[float, float, float]:
    """Time two calls in turn and give the smallest, the median and the largest of slow / quick."""
    slow(), quick()
    ratios = []
    for _ in range(runs):
        first, second = timed(slow), timed(quick)
        ratios.append(first / second)
    return min(ratios), median(ratios), max(ratios)


def timed(call: Callable[[], object]) -> float:
    """Give the seconds one call takes."""
    start = perf_counter()
    call()
    return perf_counter() - start


def say(what: str, goal: str, figures: tuple[float, float, float]) -> None:
    """Print one comparison."""
    low, middle, high = figures
    print(f"{what:<66} {middle:8.2f}  ({low:.2f} to {high:.2f})   goal {goal}")


def constitution_alone(many: Iterator[Group]) -> None:
    """The constitution, from answers to both formats, against other makers and against the floor."""
    pack = build(next(many), date=ON)
    name = "constitution"
    template = peers.docxtpl_template(pack[name].docx, pack.group)

    def ours_alone() -> None:
        peers.one_document(next(many), name, ON)

    say(
        "docxtpl / groupkit: the constitution",
        "5 (8)",
        ratio(lambda: peers.docxtpl_render(template, next(many)), ours_alone, 15),
    )
    say(
        "pandoc process / groupkit: the constitution",
        "20 (40)",
        ratio(lambda: peers.pandoc(pack[name].markdown), ours_alone, 7),
    )
    say(
        "groupkit / deflating and writing the same bytes",
        "3 (2)",
        ratio(ours_alone, lambda: peers.floor([pack[name].docx], [pack[name].markdown]), 25),
    )


def whole_pack(many: Iterator[Group]) -> None:
    """All documents of a pack in both formats, against the same makers on the same text."""
    pack = build(next(many), date=ON)
    templates = [peers.docxtpl_template(each.docx, pack.group) for each in pack]
    texts = [each.markdown for each in pack]
    words = [each.docx for each in pack]

    def ours() -> None:
        _ = [(each.docx, each.markdown.encode()) for each in build(next(many), date=ON)]

    say(
        "docxtpl / groupkit: all documents of a pack",
        "8",
        ratio(lambda: [peers.docxtpl_render(each, next(many)) for each in templates], ours, 7),
    )
    say(
        "pandoc processes / groupkit: all documents of a pack",
        "40",
        ratio(lambda: [peers.pandoc(text) for text in texts], ours, 3),
    )
    say(
        "groupkit / deflating and writing the same bytes: a pack",
        "2",
        ratio(ours, lambda: peers.floor(words, texts), 25),
    )


def whole_process(pack: Pack) -> None:
    """`groupkit new --answers`, both formats, against cookiecutter rendering the same text as plain files."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        template = peers.cookiecutter_template(pack, home / "template")
        number = count()

        def ours() -> None:
            target = home / f"ours-{next(number)}"
            command = [sys.executable, "-m", "groupkit", "new", str(target), "--answers", str(EXAMPLE)]
            subprocess.run([*command, "--date", ON.isoformat()], check=True, stdout=subprocess.DEVNULL)

        def theirs() -> None:
            target = home / f"theirs-{next(number)}"
            command = [sys.executable, "-m", "cookiecutter", "--no-input", "-o", str(target), str(template)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

        say("groupkit new / cookiecutter with plain text: whole process", "1", ratio(ours, theirs, 9))


def five_hundred(many: Iterator[Group]) -> None:
    """Five hundred packs in a loop: the last hundred should cost what the first cost, in time and memory."""
    import resource

    def hundred() -> float:
        return timed(lambda: [build(next(many), date=ON).files for _ in range(100)])

    times, peaks = [], []
    for _ in range(5):
        times.append(hundred())
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    print(f"{'500 packs: last hundred / second hundred, time':<66} {times[-1] / times[1]:8.2f}   goal about 1")
    print(f"{'500 packs: peak memory after 500 / after 300':<66} {peaks[4] / peaks[2]:8.2f}   goal about 1")


def sizes(pack: Pack) -> None:
    """How large the Word files are."""
    for each in pack:
        with zipfile.ZipFile(BytesIO(each.docx)) as archive:
            text = sum(info.file_size for info in archive.infolist())
        print(f"{each.name:<40} {len(each.docx):>8} bytes packed, {text:>8} unpacked")


def main() -> None:
    """Run every comparison."""
    many = groups()
    constitution_alone(many)
    whole_pack(many)
    whole_process(build(Group.load(EXAMPLE), date=ON))
    five_hundred(many)
    sizes(build(next(many), date=ON))


if __name__ == "__main__":
    main()
