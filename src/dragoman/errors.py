"""Every error this package raises on purpose.

* DragomanError
  - ConfigError   the user must change a setting or a data file
  - PlanError     stages do not fit together
  - RecordError   a record breaks its own rule (a bug, or a bad row in the store)
  - StoreError    the database refused
    - StoreLocked   another run is writing
  - ModelError    a learned part is missing or does not fit
  - FetchError    a document could not be brought in

One bad input is not an error: a stage yields it as ``Dropped`` and the run goes on.
"""


class DragomanError(Exception):
    """Base of all errors raised on purpose."""


class ConfigError(DragomanError):
    """A setting or a table of facts is missing or outside its range."""


class PlanError(DragomanError):
    """A stage reads a record that no earlier stage writes."""


class RecordError(DragomanError):
    """A record breaks its own rule, such as a finding with no evidence."""


class StoreError(DragomanError):
    """The database refused to read or write."""


class StoreLocked(StoreError):  # noqa: N818 - named for what the user is told
    """Another run holds the database for writing."""


class ModelError(DragomanError):
    """A learned part is missing or does not fit this version."""


class FetchError(DragomanError):
    """A document could not be brought in."""
