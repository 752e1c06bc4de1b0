"""Learned parts behind ports: the reader and the encoder of sentences. numpy and onnxruntime are imported here alone."""
