"""The single items of an export, for people who want to find them at Meta: read only when asked, and never stored."""
