"""How characters are written on paper that its fonts lack or that nobody finds by search."""

PLAINER = {
    **dict.fromkeys((0x00AD, 0x20E3, *range(0x1F3FB, 0x1F400), *range(0xE0020, 0xE0080)), ""),
    **dict(enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"), 0xFB00)),
}
"""For `str.translate`: soft hyphens, boxes round digits, colours of skin and flags of regions go;
joined letters come apart."""
