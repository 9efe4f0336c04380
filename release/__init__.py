"""Make what is released: packages, the single file, the executable, checksums and the list of parts. See docs/releasing.md."""
