"""The audit report as a document in each format. Pure: the text is returned, nothing is written."""
