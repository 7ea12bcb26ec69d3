"""What standards say about how HTML reaches people through assistive technology.

In the order in which it builds up: `styles` reads the page's own CSS, `hidden` tells what is not
shown or not read out, `focus` what the Tab key reaches, `roles` and `attributes` hold the tables of
WAI-ARIA, `implicit` and `semantics` find the role of an element, `names` its accessible name,
`tree` its place in the accessibility tree. `facts` keeps all of it, worked out once for each
document. `languages`, `spacing`, `tables`, `refresh`, `pages` and `quoting` serve some rules each.
"""
