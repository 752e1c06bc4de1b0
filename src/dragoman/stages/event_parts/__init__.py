"""What assertions, events and positions share: who is named, which words name events, when and where."""
