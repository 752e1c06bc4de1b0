"""Parts of the stage that reads sentences."""
