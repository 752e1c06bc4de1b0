"""What the stage of events does in steps: who is named, which words name events, when and where."""
