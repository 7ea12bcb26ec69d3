"""Reads a flowchart statement by statement, and names every place that Mermaid would refuse or take
for something else than it says.

The engine stops at its first fault, names some at the end of the diagram, and forgives what code
hosts and editors, which show the same diagram, do not. So each line is read here on its own, and
after a fault reading goes on with the next.

    sayings      what is wrong, and how to mend it
    cursor       a place in the diagram
    boxes        the words of a step
    arrows       what joins two steps
    statements   a line
"""

from handrail.read.flowchart.statements import Slip, find_slips

__all__ = ["Slip", "find_slips"]
