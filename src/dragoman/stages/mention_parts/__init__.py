"""How names are found in a sentence: the parts of the stage ``mentions``, and no stage of their own."""
