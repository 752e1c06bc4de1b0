-- A cache of what the reader model says of sentences. Schema 1 is the first; each step here makes the schema of its number.
CREATE TABLE readings (
    key         BLOB PRIMARY KEY,            -- digest of model, tokenizer and sentence
    packed      BLOB NOT NULL                -- see src/dragoman/models/pack.py
) WITHOUT ROWID;

