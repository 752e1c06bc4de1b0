"""The sections of a briefing, one module each; only ``stages/briefings.py`` calls them."""
