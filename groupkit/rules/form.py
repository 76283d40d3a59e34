"""Rules about the form and the nation."""

from __future__ import annotations

from groupkit.facts import Register
from groupkit.rules.model import Case, Hit, hit, rule
from groupkit.words import day

_LEGAL_PERSON = {"england": "a CIO or a CIC", "wales": "a CIO or a CIC", "scotland": "a SCIO or a CIC"}


@rule("F01")
def form_exists(case: Case) -> Hit | None:
    """The form can be had in the nation; a CIO in Northern Ireland has a rule of its own."""
    form, nation = Register.load().form(case.group.form.kind), case.group.group.nation
    if nation in form.nations or (case.group.form.is_cio and nation == "northern-ireland"):
        return None
    short = [form.short for form in Register.load().forms_for(nation)]
    return hit(form=form.short[0].upper() + form.short[1:], choices=f"{', '.join(short[:-1])} or {short[-1]}")


@rule("F02")
def no_cio_in_northern_ireland(case: Case) -> Hit | None:
    """A CIO is not had in Northern Ireland, as far as is known."""
    return hit() if case.group.group.nation == "northern-ireland" else None


@rule("F03")
def small_charity_stays_small(case: Case) -> Hit | None:
    """A charity above the income line must register."""
    return hit() if case.group.money.income_expected > case.figure else None


@rule("F04")
def small_charity_has_no_staff(case: Case) -> Hit | None:
    """The short constitution is not for staff or a building."""
    return hit() if case.group.form.staff_or_lease else None


@rule("F06")
def charity_by_its_aims(case: Case) -> Hit | None:
    """In Northern Ireland charitable aims alone make a charity; said unless the group knows that its aims are not."""
    charitable = case.group.form.charitable_aims != "no"
    return hit() if charitable and case.group.group.nation == "northern-ireland" else None


@rule("F07")
def large_with_charitable_aims(case: Case) -> Hit | None:
    """In England and Wales charitable aims and an income above the line mean registering."""
    group = case.group
    counts = group.group.nation in ("england", "wales") and group.form.charitable_aims != "no"
    return hit() if counts and group.money.income_expected > case.figure else None


@rule("F09")
def informal_holds_no_money(case: Case) -> Hit | None:
    """An informal group has no account."""
    return hit() if case.group.money.holds else None


@rule("F10")
def host_holds_the_money(case: Case) -> Hit | None:
    """A hosted group names its host, which holds any money."""
    return hit() if case.group.money.holds or not case.group.host.name.strip() else None


@rule("F11")
def staff_need_a_legal_person(case: Case) -> Hit | None:
    """Staff, a lease or a contract want a form that is a person in law, or a host that is one."""
    group = case.group
    if not group.form.staff_or_lease or group.form.is_hosted or Register.load().form(group.form.kind).legal_person:
        return None
    return hit(instead=_LEGAL_PERSON.get(group.group.nation, "a CIC"))


@rule("F12")
def cic_is_no_charity(case: Case) -> Hit | None:
    """A CIC cannot be a charity."""
    return hit() if case.group.form.charitable_aims == "yes" else None


@rule("A07")
def adopted_already(case: Case) -> Hit | None:
    """The rules were adopted on a day that has come: the papers say that a meeting did it."""
    adopted = case.group.form.adopted
    return hit(day=day(adopted)) if adopted and adopted > case.on else None
