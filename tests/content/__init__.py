"""What must hold for the content that is shipped."""
