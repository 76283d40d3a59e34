"""cookiecutter run for real: the same pack as by the other doors, and nothing left behind when it fails."""

from __future__ import annotations

import json
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from helpers.commands import process
from helpers.folders import contents, hidden

from groupkit.cookiecutter_template import asked

TEMPLATE = Path(__file__).parents[2] / "templates" / "involvement-group"
DATE = "pack_date=2027-01-05"
NEEDED = ["group_name=Riverside Voices", "group_area=Riverside", "group_nation=wales"]
OPTIONS = [f"--set={item.replace('_', '.', 1)}" for item in NEEDED]


def by_command_line(folder: Path, *settings: str) -> Path:
    """Make the pack that the command line makes of the same answers."""
    result = process("new", str(folder), "--defaults", "--date", "2027-01-05", *OPTIONS, *settings)
    assert result.code == 0, result.err
    return folder


def same(one: Path, other: Path) -> None:
    """Compare all that lies in two packs."""
    assert contents(one) == contents(other)
    assert hidden(one) == hidden(other) == {"manifest.json"}
    assert (one / ".groupkit/manifest.json").read_bytes() == (other / ".groupkit/manifest.json").read_bytes()


def test_without_questions_and_replayed_it_gives_the_pack_of_the_command_line(
    cookiecutter, work: Path, tmp_path: Path
) -> None:
    result = cookiecutter("--no-input", *NEEDED, DATE, "meetings_start=18:30", "payments_who_pays=nothing")
    assert result.code == 0, result.err
    assert [path.name for path in work.iterdir()] == ["riverside-voices"]
    other = by_command_line(tmp_path / "other", "--set=meetings.start=18:30", "--set=payments.who_pays=nothing")
    same(work / "riverside-voices", other)

    (work / "riverside-voices").rename(work / "first")
    assert cookiecutter("--replay").code == 0
    same(work / "riverside-voices", other)


def test_answers_typed_at_its_questions_give_that_pack_too(cookiecutter, work: Path, tmp_path: Path) -> None:
    typed = {
        "group_name": "Riverside Voices",
        "group_area": "Riverside",
        "group_nation": "2",
        "meetings_place": "Hall {{ 7*7 }}",
    }
    lines = [typed.get(flat, "") for flat in asked()]
    result = cookiecutter(typed="\n".join([*lines, "2027-01-05", ""]))
    assert result.code == 0, result.err
    assert "What is your group called?" in result.out
    same(work / "riverside-voices", by_command_line(tmp_path / "other", "--set=meetings.place=Hall {{ 7*7 }}"))


def test_the_invented_group_stands_in_where_nothing_is_answered(cookiecutter, work: Path) -> None:
    result = cookiecutter("--no-input")
    assert result.code == 0, result.err
    assert (work / "riverside-voices/start-here.docx").exists()


def test_from_a_git_checkout_by_its_address(cookiecutter, work: Path, tmp_path: Path) -> None:
    repository = tmp_path / "repository"
    shutil.copytree(TEMPLATE, repository / "templates" / TEMPLATE.name)
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *command], cwd=repository, check=True)
    where = ["--directory", "templates/involvement-group"]
    result = cookiecutter("--no-input", *where, *NEEDED, DATE, template=f"git+file://{repository}")
    assert result.code == 0, result.err
    assert (work / "riverside-voices/constitution.docx").exists()


def test_groupkit_brings_its_own_copy(cookiecutter, work: Path, tmp_path: Path) -> None:
    result = cookiecutter("--no-input", *NEEDED, DATE, "-o", "made", command=("-m", "groupkit", "cookiecutter"))
    assert result.code == 0, result.err
    same(work / "made/riverside-voices", by_command_line(tmp_path / "other"))


@pytest.mark.parametrize("command", [("-m", "cookiecutter"), ("-m", "groupkit", "cookiecutter")])
def test_bad_answers_are_all_named_and_nothing_is_left(cookiecutter, work: Path, command: tuple[str, ...]) -> None:
    bad = ["meetings_start=late", "members_now=many", "pack_date=soon"]
    result = cookiecutter("--no-input", *NEEDED, *bad, command=command)
    assert result.code != 0
    assert 'error: pack_date: "soon"' in result.err
    assert 'error: meetings.start: "late"' in result.err
    assert 'error: members.now: "many"' in result.err
    assert list(work.iterdir()) == []
    if "groupkit" in command:
        assert "Traceback" not in result.err + result.out


@pytest.mark.parametrize("bad", ["group_nation=france", "pack_date=soon", "form_kind=scio_two_tier", "group_name= "])
def test_each_kind_of_bad_answer_leaves_nothing(cookiecutter, work: Path, bad: str) -> None:
    result = cookiecutter("--no-input", *NEEDED, DATE, bad, command=("-m", "groupkit", "cookiecutter"))
    assert result.code in (1, 2)
    assert "error: " in result.err
    assert "Traceback" not in result.err + result.out
    assert list(work.iterdir()) == []


def test_a_place_that_takes_no_folder_is_told_on_one_line(cookiecutter, work: Path) -> None:
    (work / "file").write_text("mine")
    result = cookiecutter("--no-input", *NEEDED, DATE, "-o", "file", command=("-m", "groupkit", "cookiecutter"))
    assert result.code == 2
    assert result.err.startswith("error: cookiecutter: ")
    assert len(result.err.splitlines()) == 1


def test_stopping_half_way_through_the_questions_leaves_nothing(cookiecutter, work: Path) -> None:
    result = cookiecutter(typed="Riverside\n", command=("-m", "groupkit", "cookiecutter"))
    assert result.code == 130
    assert "Traceback" not in result.err + result.out
    assert list(work.iterdir()) == []


def test_the_hook_imports_nothing_from_the_shared_temporary_folder(cookiecutter, work: Path, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "groupkit.py").write_text("raise SystemExit('planted')\n")
    (shared / "tomllib.py").write_text("raise SystemExit('planted')\n")
    result = cookiecutter("--no-input", *NEEDED, DATE, changes={"TMPDIR": str(shared), "TEMP": str(shared)})
    assert result.code == 0, result.err
    assert "planted" not in result.err + result.out


def test_without_groupkit_three_plain_lines_come_before_the_first_question(
    cookiecutter, work: Path, tmp_path: Path
) -> None:
    blocker = tmp_path / "blocker"
    blocker.mkdir()
    (blocker / "sitecustomize.py").write_text(
        "import sys\n"
        "class Blocker:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.partition('.')[0] == 'groupkit':\n"
        "            raise ModuleNotFoundError('No module named ' + name, name=name)\n"
        "sys.meta_path.insert(0, Blocker())\n"
    )
    result = cookiecutter(typed="\n" * 30, changes={"PYTHONPATH": str(blocker)})
    assert result.code == 1
    assert len(result.err.splitlines()) == 3
    assert "needs groupkit" in result.err
    assert "pipx inject cookiecutter" in result.err
    assert "What is your group called?" not in result.out
    assert list(work.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Tea & <Talk> \"Tuesdays\" | # [x](javascript:1) </w:t>]]> O'Brien's", None),
        ("../../etc/passwd \\ Grŵp", "etc-passwd-grwp"),
        ("Ymlaen 🌻", "ymlaen"),
        ("আমাদের দল مجموعتنا", None),
    ],
)
def test_hostile_names_come_out_as_typed_in_a_folder_with_a_safe_name(
    cookiecutter, work: Path, name: str, folder: str | None
) -> None:
    result = cookiecutter("--no-input", f"group_name={name}", *NEEDED[1:], DATE)
    assert result.code == 0, result.err
    made = list(work.iterdir())
    assert len(made) == 1
    assert made[0].name.isascii()
    assert folder in (None, made[0].name)
    assert tomllib.loads((made[0] / "group.toml").read_text(encoding="utf-8"))["group"]["name"] == name


def test_jinja_typed_at_a_question_stays_text(cookiecutter, work: Path) -> None:
    lines = {"group_name": "Group {{ 7*7 }}", "group_area": "{% raw %}"}
    result = cookiecutter(typed="\n".join([*(lines.get(flat, "") for flat in asked()), "2027-01-05", ""]))
    assert result.code == 0, result.err
    assert 'name = "Group {{ 7*7 }}"' in (work / "group-7-7/group.toml").read_text()
    assert 'area = "{% raw %}"' in (work / "group-7-7/group.toml").read_text()


def test_over_a_pack_that_is_there_peoples_changes_are_kept(cookiecutter, work: Path) -> None:
    assert cookiecutter("--no-input", *NEEDED, DATE).code == 0
    folder = work / "riverside-voices"
    (folder / "constitution.docx").write_bytes(b"mine")
    (folder / "group.toml").write_text("# mine\n" + (folder / "group.toml").read_text())
    result = cookiecutter("--no-input", "-f", *NEEDED, "meetings_place=Hall", DATE)
    assert result.code == 0, result.err
    assert (folder / "constitution.docx").read_bytes() == b"mine"
    assert (folder / "constitution.new.docx").exists()
    assert "# mine" in (folder / "group.toml").read_text()
    assert 'place = "Hall"' in (folder / "group.toml").read_text()
    before = contents(folder)
    assert ".groupkit-answers.json" not in before
    assert cookiecutter("--no-input", "-f", *NEEDED, "members_now=many", DATE).code != 0
    assert contents(folder) == before, "a bad answer changes nothing"


def test_answers_travel_as_plain_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd) -> None:
    from groupkit.cookiecutter_door import finish

    monkeypatch.chdir(tmp_path)
    for text in ("{", "[]", json.dumps({"group_name": "a\ud800b", "group_area": "b", "group_nation": "wales"})):
        Path(".groupkit-answers.json").write_text(text)
        assert finish() == 1
        assert "error: " in capfd.readouterr().err
        assert list(tmp_path.iterdir()) == []
    assert finish() == 2
