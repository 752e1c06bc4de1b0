"""A briefing as terminal text, Markdown and HTML."""
