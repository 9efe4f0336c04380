"""The screens and dialogs; `lazy_screens` imports each on first use."""
