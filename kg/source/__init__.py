"""Sources: reading files and records, their metadata, and the articles on a page.

Every offset points into the text exactly as it was given.
"""

from kg.source.record import Problem, Source

__all__ = ["Problem", "Source"]
