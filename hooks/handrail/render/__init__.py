"""Markdown to HTML: the Python-Markdown extension through which Handrail's parts get into a page.

It works with any program that renders with Python-Markdown.
"""
