"""The sentences about an account in an audit report: who can see it, who may comment, and which of its dates are missing."""

from collections.abc import Iterator

from wizard.audit.report import ServiceReport
from wizard.core.date_format import format_date
from wizard.i18n import N_, _, ngettext

FLAG_UNKNOWN = N_("Whether the account is private could not be recognised, perhaps because of its language. Look in the app.")
PRIVATE_OR_PUBLIC = N_(
    "The account is marked as private, but the last change in the export, on {day}, made it public. "
    "Check in the app which is right."
)
PUBLIC_OR_PRIVATE = N_(
    "The account is marked as public, but the last change in the export, on {day}, made it private. "
    "Check in the app which is right."
)


def account_lines(service: ServiceReport) -> Iterator[str]:
    """Yield sentences about the account: who can see it, and which of its dates are missing."""
    if privacy := _privacy_line(service):
        yield privacy
    if service.professional:
        yield _("This is a page or a professional profile.")
    if service.default_audience:
        yield _(
            "Your next Facebook post would be shown to: {audience}. Older posts keep their own audience.",
            audience=service.default_audience,
        )
    elif service.audience_unknown:
        yield _("Who would see your next post could not be recognised, perhaps because of the language. Look in the app.")
    if service.comments_from:
        yield _("Comments are allowed from: {audience}.", audience=service.comments_from)
    elif service.comments_unknown:
        yield _("Who may comment could not be recognised. Look in the app.")
    if service.odd_dates:
        yield ngettext(
            "1 of these has no date or an impossible one, so it isn't in any year.",
            "{count:,} of these have no date or an impossible one, so they aren't in any year.",
            service.odd_dates,
        )


def _privacy_line(service: ServiceReport) -> str:
    """Return who can see the account, as its flag and the last change of it say."""
    if service.account_private is None:
        return _(FLAG_UNKNOWN) if service.flag_unknown else ""
    if service.last_privacy_change and service.is_privacy_contradicted:
        day = format_date(service.last_privacy_change[0])
        return _(PRIVATE_OR_PUBLIC if service.account_private else PUBLIC_OR_PRIVATE, day=day)
    return _("The account is private.") if service.account_private else _("The account is public: everyone can see its posts.")
