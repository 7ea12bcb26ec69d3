"""Asks other websites whether what the protocol links to is still there. Only `handrail outside`
does this; nothing in a check or a build asks anybody.

    uses     which page uses which address
    ask      one address, asked with patience
    rounds   all addresses, without being a burden to anybody, and what is remembered of them
    report   the answers as findings
"""
