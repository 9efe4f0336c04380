"""A Meta data export becomes what it exposes: read as a stream, nothing written, nothing unpacked, nothing sent."""
