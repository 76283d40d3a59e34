"""Rules about charity and payments."""

from __future__ import annotations

from groupkit.rules.model import Case, Hit, hit, rule


@rule("C01")
def charitable_aims(case: Case) -> Hit | None:
    """A charity's aims are all charitable."""
    return hit() if case.group.form.charitable_aims == "no" else None


@rule("C05")
def small_charity_pays_expenses_only(case: Case) -> Hit | None:
    """The short constitution allows expenses and nothing more."""
    return hit() if case.group.payments.committee_payments in ("involvement", "other") else None


def _paid_trustees(case: Case) -> Hit | None:
    kind = case.group.payments.committee_payments
    if kind == "involvement":
        return hit("tasks")
    return hit() if kind == "other" else None


@rule("C06")
def paid_trustees_in_england_and_wales(case: Case) -> Hit | None:
    """Set tasks may be paid, under conditions; being a trustee may not."""
    return _paid_trustees(case)


@rule("C07")
def paid_trustees_in_scotland(case: Case) -> Hit | None:
    """Set tasks may be paid, under conditions; being a trustee may not."""
    return _paid_trustees(case)


@rule("C08")
def paid_trustees_in_northern_ireland(case: Case) -> Hit | None:
    """Ask first."""
    return hit() if case.group.payments.committee_payments in ("involvement", "other") else None


@rule("C10")
def paid_by_a_partner(case: Case) -> Hit | None:
    """Money from a service to a person is an interest to declare."""
    return hit() if case.group.payments.who_pays == "partner-pays-person" else None


@rule("C11")
def paid_members(case: Case) -> Hit | None:
    """An association may pay members for set tasks, fairly."""
    return hit() if case.group.payments.committee_payments in ("involvement", "other") else None
