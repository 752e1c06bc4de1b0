"""The sections of a briefing, one module each; ``stages/briefings.py`` puts them together."""
