"""Parts of the meetings stage: the story's day, mentions of meetings, and what they add up to."""
