"""Parts of the claims stage: tellings of one fact, how they compare, and where facts come from."""
