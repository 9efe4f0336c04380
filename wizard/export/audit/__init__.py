"""An audit as a document: pure, text out."""
