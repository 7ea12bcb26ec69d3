"""Handbook in, published site out: its record, its PDFs, and the step that puts it in place."""
