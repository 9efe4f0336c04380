"""A mail draft as mail programs store it. Nothing is sent."""

from email.message import EmailMessage
from email.policy import SMTP


def build_mail_draft(subject: str, text: str, language: str = "") -> str:
    """Return a mail draft without a recipient, so that the user chooses one before sending; with its language, if known."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["X-Unsent"] = "1"
    message.set_content(text, charset="utf-8", cte="quoted-printable")
    if language:  # after the content, which replaces all headers of this kind
        message["Content-Language"] = language
    return f"{message.as_string().rstrip()}\r\n"
