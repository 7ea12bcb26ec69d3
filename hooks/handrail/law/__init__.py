"""The law as data and pure functions: keys of legislation.gov.uk, provisions, citations in the form
of OSCOLA (the Oxford standard for the citation of legal authorities, 4th edition), official links,
and who in the protocol cites what. Nobody types a citation or an official link: both follow from
one key and the permanent ID of a heading.
"""
