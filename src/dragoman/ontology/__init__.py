"""Tables of facts about states, organisations, people, places, events and cue words, with their sources."""
