-- What a document's facts were made by: the program, the language detector, and the lexicons of its own languages. When
-- one of them changes, only the documents that it touches are made anew, from their stored text.
CREATE TABLE engines (
  id INTEGER PRIMARY KEY,
  description TEXT NOT NULL UNIQUE CHECK (json_valid(description))
) STRICT;

ALTER TABLE documents ADD COLUMN engine_id INTEGER REFERENCES engines (id);
-- Milliseconds since 1970: with `bytes` what an unchanged file is known by without opening it.
ALTER TABLE documents ADD COLUMN file_modified REAL;
-- When a run no longer found the file. Its facts leave the views, and the database with the next `faktum gc`.
ALTER TABLE documents ADD COLUMN removed_at TEXT CHECK (removed_at GLOB '[0-9][0-9][0-9][0-9]-*');
-- When somebody decided that a document that failed need not be told of again.
ALTER TABLE documents ADD COLUMN ignored_at TEXT CHECK (ignored_at GLOB '[0-9][0-9][0-9][0-9]-*');
-- The lines of the text and, of a page, all that it shows (deflated): with them a text is analysed again without its file.
ALTER TABLE documents ADD COLUMN blocks TEXT CHECK (json_valid(blocks));
ALTER TABLE documents ADD COLUMN shown BLOB;

-- Whether it is an article of a container, and not a file of its own.
ALTER TABLE documents ADD COLUMN member INTEGER NOT NULL DEFAULT 0 CHECK (member IN (0, 1));
UPDATE documents SET member = 1 WHERE EXISTS (
  SELECT 1 FROM containers WHERE substr(documents.path, 1, length(containers.path) + 1) = containers.path || '#'
);

-- All that a run must know to skip what has not changed, and a summary to count, without a look at the texts.
DROP INDEX documents_known;
CREATE INDEX documents_by_file
  ON documents (path, status, engine_id, bytes, file_modified, removed_at, ignored_at) WHERE member = 0;
CREATE INDEX documents_by_outcome ON documents (status, language, engine_id);
CREATE INDEX documents_removed ON documents (id) WHERE removed_at IS NOT NULL;
DROP INDEX documents_by_text;
CREATE INDEX documents_by_text ON documents (text_hash, coalesce(published_at, '9999'), path)
  WHERE text_hash IS NOT NULL AND removed_at IS NULL;

ALTER TABLE containers ADD COLUMN engine_id INTEGER REFERENCES engines (id);
ALTER TABLE containers ADD COLUMN file_modified REAL;
ALTER TABLE containers ADD COLUMN removed_at TEXT CHECK (removed_at GLOB '[0-9][0-9][0-9][0-9]-*');
ALTER TABLE containers ADD COLUMN failed INTEGER NOT NULL DEFAULT 0 CHECK (failed >= 0);

-- What a run counted, by language and kind, and how long its stages took, in seconds of all threads together.
ALTER TABLE runs ADD COLUMN documents_removed INTEGER NOT NULL DEFAULT 0 CHECK (documents_removed >= 0);
ALTER TABLE runs ADD COLUMN documents_renamed INTEGER NOT NULL DEFAULT 0 CHECK (documents_renamed >= 0);
ALTER TABLE runs ADD COLUMN counts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(counts));
ALTER TABLE runs ADD COLUMN timings TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(timings));

-- What became of the facts of documents that a run stored in the place of older ones.
CREATE TABLE fact_changes (
  run_id INTEGER NOT NULL REFERENCES runs (id),
  path TEXT NOT NULL,
  change TEXT NOT NULL CHECK (change IN ('added', 'changed', 'gone')),
  kind TEXT NOT NULL,
  label TEXT,
  before TEXT,
  after TEXT,
  fact_id TEXT,
  CONSTRAINT both_sides_by_change CHECK (
    CASE change
      WHEN 'added' THEN before IS NULL AND after IS NOT NULL AND fact_id IS NOT NULL
      WHEN 'gone' THEN before IS NOT NULL AND after IS NULL AND fact_id IS NULL
      ELSE before IS NOT NULL AND after IS NOT NULL AND fact_id IS NOT NULL
    END
  )
) STRICT;
CREATE INDEX fact_changes_by_run ON fact_changes (run_id, path);

-- Documents that failed and wait for their file or faktum to change, with what is wrong and what to do about it.
CREATE VIEW quarantine AS
SELECT
  documents.path,
  diagnostics.stage,
  diagnostics.code,
  iif(instr(diagnostics.message, '; ') > 0,
    substr(diagnostics.message, 1, instr(diagnostics.message, '; ') - 1), diagnostics.message) AS reason,
  iif(instr(diagnostics.message, '; ') > 0,
    substr(diagnostics.message, instr(diagnostics.message, '; ') + 2), NULL) AS remedy,
  runs.started_at AS since,
  documents.ignored_at,
  documents.id AS document_id
FROM documents
JOIN diagnostics ON diagnostics.document_id = documents.id
JOIN runs ON runs.id = diagnostics.run_id
WHERE diagnostics.severity = 'error' AND documents.removed_at IS NULL;

-- The last run that stored something, beside what stood there before it.
CREATE VIEW changes AS
SELECT
  fact_changes.run_id AS run,
  runs.started_at,
  fact_changes.path,
  fact_changes.change,
  fact_changes.kind,
  fact_changes.label,
  fact_changes.before,
  fact_changes.after,
  fact_changes.fact_id
FROM fact_changes
JOIN runs ON runs.id = fact_changes.run_id;

-- Without the documents whose files are gone; else as before.
DROP VIEW all_evidence;
CREATE VIEW all_evidence AS
SELECT
  facts.id AS fact_id,
  facts.kind,
  facts.value,
  facts.value_text,
  facts.low,
  facts.high,
  facts.numerator,
  facts.denominator,
  facts.rank_of,
  facts.unit,
  facts.modifier,
  facts.item,
  facts.item_key,
  facts.subject,
  facts.holds_for,
  facts.ref_type,
  facts.ref_number,
  facts.ref_year,
  facts.iso,
  facts.iso_implied,
  facts.surface,
  substr(documents.text, sentences.text_start, sentences.text_length) AS sentence,
  sentences.language,
  documents.path,
  documents.title,
  documents.url,
  documents.publisher,
  documents.published_at,
  CASE
    WHEN sentences.fragment IS NOT NULL
      THEN documents.url || iif(instr(documents.url, '#') > 0, ':~:text=', '#:~:text=') || sentences.fragment
    WHEN sentences.page IS NOT NULL AND instr(documents.url, '#') = 0 THEN documents.url || '#page=' || sentences.page
    ELSE documents.url
  END AS source_link,
  sentences.page,
  facts.table_row,
  facts.table_column,
  facts.rule,
  facts.confidence,
  facts.document_id,
  facts.sentence_id,
  documents.duplicate_of
FROM facts
JOIN sentences ON sentences.id = facts.sentence_id
JOIN documents ON documents.id = facts.document_id
WHERE facts.document_id NOT IN (SELECT id FROM documents WHERE removed_at IS NOT NULL);

DROP VIEW problems;
CREATE VIEW problems AS
SELECT
  documents.path,
  documents.status,
  diagnostics.stage,
  diagnostics.code,
  diagnostics.severity,
  diagnostics.message,
  diagnostics.run_id AS run
FROM diagnostics
JOIN documents ON documents.id = diagnostics.document_id
WHERE documents.removed_at IS NULL;

DROP VIEW sentence_search;
CREATE VIEW sentence_search AS
SELECT
  substr(documents.text, sentences.text_start, sentences.text_length) AS sentence,
  sentences.language,
  documents.path,
  documents.title,
  documents.url,
  documents.published_at,
  sentence_words.rank AS rank,
  sentences.id AS sentence_id,
  documents.id AS document_id,
  sentence_words.sentence_words AS sentence_search
FROM sentence_words
JOIN sentences ON sentences.id = sentence_words.rowid
JOIN documents ON documents.id = sentences.document_id
WHERE sentences.document_id NOT IN (SELECT id FROM documents WHERE removed_at IS NOT NULL);
