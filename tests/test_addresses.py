"""Asking addresses: what each answer means, how politely it is done, and that it ends. Only this computer is asked."""

from __future__ import annotations

import time

import pytest
from helpers.web import Web, closed_port, web

from groupkit import __version__
from groupkit.addresses import OfflineError, Outcome, ask, ask_all


@pytest.mark.parametrize(
    ("path", "state", "detail"),
    [
        ("/", "answers", ""),
        ("/fine", "answers", ""),
        ("/get-only/200", "answers", ""),
        ("/to//fine", "moved", "/fine"),
        ("/404", "gone", "the page is not there (404)"),
        ("/410", "gone", "the page is not there (410)"),
        ("/get-only/404", "gone", "the page is not there (404)"),
        ("/to//404", "gone", "the page is not there (404)"),
        ("/403", "unclear", "the site does not let programs look (403)"),
        ("/429", "unclear", "the site does not let programs look (429)"),
        ("/503", "unclear", "the site has a fault (503)"),
        ("/dies", "silent", ""),
    ],
)
def test_each_kind_of_answer_is_told_apart(site: Web, path: str, state: str, detail: str) -> None:
    outcome = ask(site.address + path, timeout=5)
    assert outcome.state == state
    assert outcome.detail.endswith(detail)


def test_a_page_is_asked_for_only_where_its_head_is_not_given(site: Web) -> None:
    ask(site.address + "/fine")
    assert site.paths("GET") == []
    ask(site.address + "/get-only/200")
    assert site.paths("HEAD") == ["/fine", "/get-only/200"]
    assert site.paths("GET") == ["/get-only/200"]


def test_the_site_is_told_who_asks(site: Web) -> None:
    ask(site.address + "/404")
    assert {agent.split(" ")[0] for _, _, agent in site.asked} == {f"groupkit/{__version__}"}


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:text/html,x", "javascript:x"])
def test_a_redirect_to_what_is_not_the_web_is_not_followed(site: Web, target: str) -> None:
    outcome = ask(f"{site.address}/to/{target}")
    assert outcome.state == "silent"
    assert "not a web page" in outcome.detail


def test_a_ring_of_redirects_ends(site: Web) -> None:
    outcome = ask(f"{site.address}/ring")
    assert (outcome.state, outcome.detail.split(",")[0]) == ("silent", "it leads round in a ring")
    assert len(site.asked) < 30


def test_an_address_that_is_not_one_of_the_web_is_not_opened() -> None:
    assert ask("file:///etc/passwd").state not in ("answers", "moved")
    assert ask("http://[bad").state == "silent"


def test_a_closed_port_is_silent_and_does_not_count_as_having_no_network(site: Web) -> None:
    (outcome,) = ask_all([f"http://127.0.0.1:{closed_port()}/"])
    assert outcome.state == "silent"


def test_a_slow_site_is_not_waited_for(site: Web) -> None:
    started = time.monotonic()
    outcome = ask(f"{site.address}/slow/5", timeout=0.2)
    assert time.monotonic() - started < 2
    assert outcome == Outcome(f"{site.address}/slow/5", "unreachable", "there was no answer in time")


def test_the_time_limit_holds_for_all_of_them_and_each_address_comes_out_once(site: Web) -> None:
    addresses = [f"{site.address}/fine", *(f"{site.address}/slow/0.4?{n}" for n in range(5)), f"{site.address}/fine"]
    started = time.monotonic()
    found = list(ask_all(addresses, limit=0.6, pause=0))
    assert time.monotonic() - started < 1.5
    assert sorted(each.address for each in found) == sorted(set(addresses))
    assert found[0] == Outcome(f"{site.address}/fine", "answers")
    assert found[-1].state == "not-asked"


def test_one_site_is_asked_one_thing_at_a_time_with_a_pause(site: Web) -> None:
    started = time.monotonic()
    found = list(ask_all([f"{site.address}/{n}" for n in (200, 201, 202)], pause=0.1))
    assert time.monotonic() - started >= 0.2
    assert [each.state for each in found] == ["answers"] * 3
    assert site.most == 1


def test_several_sites_are_asked_at_the_same_time(site: Web) -> None:
    with web() as second, web() as third:
        started = time.monotonic()
        found = list(ask_all([f"{each}/slow/0.6" for each in (site.address, second.address, third.address)]))
        assert time.monotonic() - started < 1.6
        assert [each.state for each in found] == ["answers"] * 3


def test_no_network_is_said_once_and_no_address_is_called_dead() -> None:
    with pytest.raises(OfflineError):
        list(ask_all([f"http://no-such-site-{n}.invalid/" for n in range(9)]))


def test_a_site_without_a_name_is_told_where_another_answers(site: Web) -> None:
    found = {each.address: each.state for each in ask_all(["http://no-such-site.invalid/", f"{site.address}/fine"])}
    assert found == {"http://no-such-site.invalid/": "unreachable", f"{site.address}/fine": "answers"}
