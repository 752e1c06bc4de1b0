"""The articles of one story -> Origin: which of them go back to one report."""
