"""The plan as a document, in each format."""
