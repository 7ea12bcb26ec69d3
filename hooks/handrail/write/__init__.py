"""What writes into a project: mending pages, adding pages, and starting a protocol."""
