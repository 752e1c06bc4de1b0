"""Read many news reports of diplomacy; keep every finding tied to its sentence."""

__version__ = "0.1.0"
__all__ = ["__version__"]
