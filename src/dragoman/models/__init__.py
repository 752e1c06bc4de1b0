"""Learned parts behind ports: the reader and the encoder of sentences. Nothing else imports numpy."""
