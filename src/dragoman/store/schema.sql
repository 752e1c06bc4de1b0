-- The whole of a Dragoman store: one SQLite file that you own. It opens as it is in Datasette or any SQLite browser.
-- Records are kept once, as JSON, in `findings` and `story_findings`; the views below show them under plain names,
-- one row per thing, each with the article, the sentence and the exact words it rests on.
-- Offsets count Unicode code points of articles.text, half-open: substr(text, char_start + 1, char_end - char_start).

-- Plans under which documents were read: a changed setting, rule or table makes a new plan, and stale stages are made again.
CREATE TABLE plans (
    id          TEXT NOT NULL,               -- digest of all its rows
    stage       TEXT NOT NULL,
    fingerprint TEXT NOT NULL,               -- digest of version, settings, tables and everything upstream
    PRIMARY KEY (id, stage)
) WITHOUT ROWID;

-- Pages and texts as they came. Nothing is changed here after it was written, but the plan.
CREATE TABLE documents (
    id          TEXT PRIMARY KEY,            -- digest of media, address, outlet and bytes
    location    TEXT NOT NULL,               -- path, or path#line, as given
    media       TEXT NOT NULL,               -- text/html or text/plain
    charset     TEXT NOT NULL,
    route       TEXT NOT NULL,               -- how the charset was found
    given       TEXT NOT NULL,               -- JSON: what came beside the text (url, outlet, title, authors, published)
    collected   TEXT,                        -- UTC; null when the source does not tell
    raw         BLOB NOT NULL,               -- the bytes, zstd
    plan        TEXT NOT NULL                -- the plan it was last read under
);
CREATE INDEX documents_by_plan ON documents (plan);

-- Clean text of one report, with every line classed.
CREATE TABLE articles (
    number      INTEGER PRIMARY KEY,         -- only to tie the search index to its row
    id          TEXT NOT NULL UNIQUE REFERENCES documents (id),
    location    TEXT NOT NULL,
    url         TEXT,
    outlet      TEXT,
    title       TEXT,
    authors     TEXT NOT NULL,               -- JSON list
    published   TEXT,                        -- ISO 8601, as precise as told; null when the outlet does not say
    published_day TEXT,
    digest      TEXT NOT NULL,               -- digest of text: evidence is checked against it
    text        TEXT NOT NULL,               -- all lines, dropped ones too
    lines       TEXT NOT NULL,               -- JSON: [start, end, class] per line
    offsets     TEXT                         -- JSON: [in text, in decoded document] break points; null for HTML
);
CREATE INDEX articles_by_day ON articles (published_day, id);

CREATE TABLE sentences (
    article     TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,            -- from 1 through the article
    char_start  INTEGER NOT NULL,
    char_end    INTEGER NOT NULL,
    role        TEXT NOT NULL,               -- title, heading, body, list_item
    PRIMARY KEY (article, number)
) WITHOUT ROWID;

-- What the reader model says of sentences, so that none is read twice: wire copy repeats, and a changed rule reads all
-- again. Only a cache: it can be emptied at any time, and is when the model changes. A sentence takes about 100 bytes.
CREATE TABLE readings (
    key         BLOB PRIMARY KEY,            -- digest of model, tokenizer and sentence
    packed      BLOB NOT NULL                -- see src/dragoman/models/pack.py
) WITHOUT ROWID;

-- Everything found in one article: mentions, links, times, quotes, assertions, events, positions, terms.
-- Kept in order of article, and without an index on the ids, which are spread at random: with one, writing an
-- article cost 6 ms in an empty store and 14 ms beside 2,000 others; so it is 2 ms in both (2026-11-21).
CREATE TABLE findings (
    id          TEXT NOT NULL,               -- digest of kind, article and what the record is about
    article     TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL,
    ordinal     INTEGER NOT NULL,            -- reading order within article and kind
    record      TEXT NOT NULL,               -- JSON; a span is [start, end], evidence [article, digest, start, end]
    PRIMARY KEY (article, kind, ordinal)
) WITHOUT ROWID;
CREATE INDEX findings_by_kind ON findings (kind, article);

CREATE TABLE story_rows (
    id          TEXT PRIMARY KEY,            -- digest of the first article: it stays when later ones join
    title       TEXT NOT NULL,
    first_day   TEXT,
    last_day    TEXT,
    made        TEXT NOT NULL                -- what origins, meetings and claims were made from: equal means still valid
) WITHOUT ROWID;

CREATE TABLE story_articles (
    story       TEXT NOT NULL REFERENCES story_rows (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,            -- in order of publication
    article     TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (story, position)
) WITHOUT ROWID;
CREATE INDEX story_articles_by_article ON story_articles (article);

-- What a story's reports show side by side: origins, meetings, claims.
CREATE TABLE story_findings (
    id          TEXT PRIMARY KEY,
    story       TEXT NOT NULL REFERENCES story_rows (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL,
    ordinal     INTEGER NOT NULL,
    record      TEXT NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX story_findings_by_story ON story_findings (story, kind, ordinal);

-- What was set aside, and why. One row per input, stage, reason and content: a file that changed is another document.
CREATE TABLE quarantine (
    location    TEXT NOT NULL,
    stage       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    detail      TEXT NOT NULL,
    document    TEXT                         -- the document, where its bytes could be read
);
CREATE UNIQUE INDEX quarantine_once ON quarantine (location, stage, reason, ifnull(document, ''));
CREATE INDEX quarantine_by_document ON quarantine (document);

-- Marks of the run that must survive it, such as what the stories were last made from.
CREATE TABLE marks (
    name        TEXT PRIMARY KEY,
    value       TEXT NOT NULL
) WITHOUT ROWID;

-- Words of titles and article lines (not of dropped lines). Contentless: the text itself stands in articles.
CREATE VIRTUAL TABLE article_search USING fts5 (title, body, content='', tokenize = 'unicode61 remove_diacritics 2');

-- Every finding's words. `quote` is cut from the text here; `dragoman verify` checks it against the digest.
CREATE VIEW evidence AS
SELECT f.id AS finding_id, f.kind, f.article AS article_id,
       (SELECT max(s.number) FROM sentences s
         WHERE s.article = f.article AND s.char_start <= json_extract(e.value, '$[2]')) AS sentence_no,
       json_extract(e.value, '$[2]') AS char_start, json_extract(e.value, '$[3]') AS char_end,
       substr(a.text, json_extract(e.value, '$[2]') + 1,
              json_extract(e.value, '$[3]') - json_extract(e.value, '$[2]')) AS quote,
       json_extract(e.value, '$[1]') AS digest
  FROM findings f
  JOIN articles a ON a.id = f.article
  JOIN json_each(f.record, '$.basis.evidence') e
 WHERE f.kind <> 'terms'
UNION ALL
SELECT f.id, f.kind, json_extract(e.value, '$[0]'),
       (SELECT max(s.number) FROM sentences s
         WHERE s.article = json_extract(e.value, '$[0]') AND s.char_start <= json_extract(e.value, '$[2]')),
       json_extract(e.value, '$[2]'), json_extract(e.value, '$[3]'),
       substr(a.text, json_extract(e.value, '$[2]') + 1,
              json_extract(e.value, '$[3]') - json_extract(e.value, '$[2]')),
       json_extract(e.value, '$[1]')
  FROM story_findings f
  JOIN json_each(f.record, '$.basis.evidence') e
  JOIN articles a ON a.id = json_extract(e.value, '$[0]')
 WHERE f.kind IN ('meeting', 'claim');

CREATE VIEW stories AS
SELECT s.id AS story_id, s.title, s.first_day, s.last_day,
       (SELECT count(*) FROM story_articles m WHERE m.story = s.id) AS texts,
       (SELECT count(*) FROM story_findings o WHERE o.story = s.id AND o.kind = 'origin') AS origins,
       (SELECT count(DISTINCT a.outlet) FROM story_articles m JOIN articles a ON a.id = m.article
         WHERE m.story = s.id) AS publishers
  FROM story_rows s;

CREATE VIEW meetings AS
SELECT f.id AS meeting_id, f.story AS story_id,
       json_extract(f.record, '$.kind') AS kind,
       (SELECT group_concat(json_extract(p.value, '$.name'), '; ')
          FROM json_each(f.record, '$.participants') p) AS participants,
       json_extract(f.record, '$.status') AS status,
       json_extract(f.record, '$.when.start') AS day_start, json_extract(f.record, '$.when.end') AS day_end,
       json_extract(f.record, '$.when.precision') AS precision,
       json_extract(f.record, '$.where.name') AS place, json_extract(f.record, '$.where.state') AS place_state,
       json_extract(f.record, '$.protocol.format') AS format, json_extract(f.record, '$.protocol.rank') AS rank,
       json_extract(f.record, '$.protocol.days') AS length_days,
       json_extract(f.record, '$.texts') AS texts, json_extract(f.record, '$.origins') AS origins,
       e.article_id, e.sentence_no, e.char_start, e.char_end, e.quote
  FROM story_findings f
  LEFT JOIN (SELECT x.*, row_number() OVER (PARTITION BY finding_id ORDER BY article_id, char_start) AS place_in
               FROM evidence x WHERE x.kind = 'meeting') e ON e.finding_id = f.id AND e.place_in = 1
 WHERE f.kind = 'meeting';

CREATE VIEW quotes AS
SELECT f.id AS quote_id, f.article AS article_id,
       (SELECT max(s.number) FROM sentences s
         WHERE s.article = f.article AND s.char_start <= json_extract(f.record, '$.content[0]')) AS sentence_no,
       json_extract(f.record, '$.kind') AS kind, json_extract(f.record, '$.name') AS speaker,
       json_extract(f.record, '$.actor') AS actor_id,
       substr(a.text, json_extract(f.record, '$.cue[0]') + 1,
              json_extract(f.record, '$.cue[1]') - json_extract(f.record, '$.cue[0]')) AS cue,
       json_extract(f.record, '$.content[0]') AS char_start, json_extract(f.record, '$.content[1]') AS char_end,
       substr(a.text, json_extract(f.record, '$.content[0]') + 1,
              json_extract(f.record, '$.content[1]') - json_extract(f.record, '$.content[0]')) AS quote
  FROM findings f JOIN articles a ON a.id = f.article
 WHERE f.kind = 'quote';

CREATE VIEW events AS
SELECT f.id AS event_id, f.article AS article_id,
       (SELECT max(s.number) FROM sentences s
         WHERE s.article = f.article AND s.char_start <= json_extract(f.record, '$.trigger[0]')) AS sentence_no,
       json_extract(f.record, '$.kind') AS kind, json_extract(f.record, '$.status') AS status,
       (SELECT group_concat(json_extract(r.value, '$.role') || ': ' || json_extract(r.value, '$.name'), '; ')
          FROM json_each(f.record, '$.roles') r) AS roles,
       json_extract(f.record, '$.when.start') AS day_start, json_extract(f.record, '$.when.end') AS day_end,
       json_extract(f.record, '$.when.precision') AS precision,
       json_extract(f.record, '$.where.name') AS place, json_extract(f.record, '$.where.state') AS place_state,
       json_extract(f.record, '$.trigger[0]') AS char_start, json_extract(f.record, '$.trigger[1]') AS char_end,
       substr(a.text, json_extract(f.record, '$.trigger[0]') + 1,
              json_extract(f.record, '$.trigger[1]') - json_extract(f.record, '$.trigger[0]')) AS quote
  FROM findings f JOIN articles a ON a.id = f.article
 WHERE f.kind = 'event';

-- One row per variant of a fact: what is told, by how many texts and independent origins, and how the reports stand to it.
CREATE VIEW claims AS
SELECT f.id AS claim_id, f.story AS story_id,
       json_extract(f.record, '$.subject') AS subject, json_extract(f.record, '$.relation') AS relation,
       json_extract(f.record, '$.scope') AS scope, json_extract(f.record, '$.agreement') AS agreement,
       json_extract(v.value, '$.value') AS value,
       json_array_length(v.value, '$.articles') AS texts, json_extract(v.value, '$.origins') AS origins,
       json_array_length(f.record, '$.silent') AS silent_texts,
       json_extract(v.value, '$.evidence[0][0]') AS article_id,
       (SELECT max(s.number) FROM sentences s
         WHERE s.article = json_extract(v.value, '$.evidence[0][0]')
           AND s.char_start <= json_extract(v.value, '$.evidence[0][2]')) AS sentence_no,
       json_extract(v.value, '$.evidence[0][2]') AS char_start, json_extract(v.value, '$.evidence[0][3]') AS char_end,
       substr(a.text, json_extract(v.value, '$.evidence[0][2]') + 1,
              json_extract(v.value, '$.evidence[0][3]') - json_extract(v.value, '$.evidence[0][2]')) AS quote
  FROM story_findings f
  JOIN json_each(f.record, '$.variants') v
  LEFT JOIN articles a ON a.id = json_extract(v.value, '$.evidence[0][0]')
 WHERE f.kind = 'claim';

-- How a store's documents add up: read = written + dropped, for each stage that can drop an input.
CREATE VIEW ledger AS
SELECT 'clean' AS stage,
       (SELECT count(*) FROM documents) AS read,
       (SELECT count(*) FROM articles) AS written,
       (SELECT count(*) FROM quarantine WHERE stage = 'clean') AS dropped;
