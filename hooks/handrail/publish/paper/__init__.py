"""The parts of printing, in the order in which a page passes through them.

source      a rendered page, its links and its pictures
nodes       the tree that it becomes: plain values that JSON can hold
inlines     words in a line         lists, boxes, tables, pictures, drawings    blocks
chapters    the menu as a book      front, labels, contacts                     what joins it
trace       from a refusal back to the writer's file and line
extract     the words that are really on the pages
"""
