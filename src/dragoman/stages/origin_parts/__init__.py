"""How two articles of one story are compared, before origins are made of the judgements."""
