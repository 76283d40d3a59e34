"""--pack, --with and --without: choosing documents on the command line, and finding the choice in group.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

from helpers.commands import DATE, NEEDED

from groupkit import templates

CARD = {template.name for template in templates.documents() if template.card}


def names(folder: Path) -> set[str]:
    return {file.stem for file in folder.glob("*.docx")}


def kept(folder: Path) -> dict[str, object]:
    return tomllib.loads((folder / "group.toml").read_text(encoding="utf-8"))["pack"]


def test_a_full_pack_holds_more_than_a_starter_one(groupkit) -> None:
    assert groupkit("new", "small", "--defaults", *NEEDED, *DATE).code == 0
    assert groupkit("new", "large", "--defaults", *NEEDED, *DATE, "--pack", "full").code == 0
    assert names(Path("small")) < names(Path("large"))
    assert kept(Path("large"))["kind"] == "full"


def test_a_document_is_added_and_the_answer_is_kept(groupkit) -> None:
    assert groupkit("new", "pack", "--defaults", *NEEDED, *DATE, "--with", "safeguarding").code == 0
    assert "safeguarding" in names(Path("pack"))
    assert kept(Path("pack"))["add"] == ["safeguarding"]
    assert groupkit("build", "pack").code == 0
    assert "safeguarding" in names(Path("pack"))


def test_adding_one_more_keeps_the_others(groupkit, pack: Path) -> None:
    assert groupkit("build", "pack", "--with", "safeguarding", "--with", "equality").code == 0
    assert groupkit("build", "pack", "--with", "complaints").code == 0
    assert names(pack) >= {"safeguarding", "equality", "complaints"}


def test_leaving_out_takes_back_what_was_added_and_the_other_way_round(groupkit, pack: Path) -> None:
    assert groupkit("build", "pack", "--with", "safeguarding").code == 0
    assert groupkit("build", "pack", "--without", "safeguarding").code == 0
    assert "safeguarding" not in names(pack)
    assert kept(pack)["leave_out"] == ["safeguarding"]
    assert groupkit("build", "pack", "--with", "safeguarding").code == 0
    assert "safeguarding" in names(pack)


def test_the_papers_of_every_pack_stay_in(groupkit, pack: Path) -> None:
    refused = groupkit("build", "pack", "--without", "payment-policy")
    assert refused.code == 1
    assert '"payment-policy" is in every pack' in refused.err
    assert names(pack) <= CARD | {template.name for template in templates.documents() if "starter" in template.sets}


def test_a_document_that_does_not_suit_the_group_is_named_with_the_reason(groupkit, pack: Path) -> None:
    result = groupkit("build", "pack", "--with", "trustee-declaration")
    assert result.code == 0
    assert "warning: trustee-declaration is not in the pack: Your kind of group is not a charity" in result.err


def test_wrong_names_and_contradictions_are_refused_in_one_line(groupkit, pack: Path) -> None:
    before = (pack / "group.toml").read_bytes()
    for arguments, code, said in (
        (["--with", "safegarding"], 1, "Did you mean safeguarding?"),
        (["--pack", "huge"], 1, "starter, full, organisation"),
        (["--with", "equality", "--without", "equality"], 2, "both by --with and by --without"),
    ):
        result = groupkit("build", "pack", *arguments)
        assert (result.code, len(result.errors)) == (code, 1)
        assert said in result.err
    assert (pack / "group.toml").read_bytes() == before


def test_list_shows_what_would_change_and_writes_nothing(groupkit, pack: Path) -> None:
    before = (pack / "group.toml").read_bytes()
    inside = groupkit("list", "pack", "--with", "safeguarding").out.split("Not in it:")[0]
    assert "safeguarding" in inside
    assert "members-list" in groupkit("list", "pack", "--pack", "full").out.split("Not in it:")[0]
    assert (pack / "group.toml").read_bytes() == before


def test_list_of_a_pack_without_a_group_holds_only_its_documents(groupkit) -> None:
    listed = {line.split()[0] for line in groupkit("list", "--pack", "starter").out.splitlines()}
    assert listed == {template.name for template in templates.documents() if "starter" in template.sets}
    assert groupkit("list", "--pack", "huge").code == 1
