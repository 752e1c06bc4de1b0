"""How names of bodies are linked: a part of the stage ``links``, and no stage of its own."""
