"""Where documents come from: files, folders and JSON lines."""
