-- The same text in several documents, whole or nearly: all but the first are linked to it.
ALTER TABLE documents ADD COLUMN text_hash INTEGER;
ALTER TABLE documents ADD COLUMN duplicate_of INTEGER REFERENCES documents (id) ON DELETE SET NULL;
CREATE INDEX documents_by_text ON documents (text_hash, coalesce(published_at, '9999'), path) WHERE text_hash IS NOT NULL;
CREATE INDEX documents_by_original ON documents (duplicate_of) WHERE duplicate_of IS NOT NULL;

-- What texts are compared by; one row for each text, however many documents have it.
CREATE TABLE texts (
  hash INTEGER PRIMARY KEY,
  sampling INTEGER NOT NULL CHECK (sampling >= 0),
  keys BLOB NOT NULL,
  shingles BLOB NOT NULL,
  figures BLOB NOT NULL
) STRICT;

CREATE TABLE text_keys (
  key INTEGER NOT NULL,
  text_hash INTEGER NOT NULL REFERENCES texts (hash),
  PRIMARY KEY (key, text_hash)
) STRICT, WITHOUT ROWID;

DROP VIEW evidence;
DROP VIEW dates;

-- Every fact with where it stands, those of duplicates too.
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
JOIN documents ON documents.id = facts.document_id;

-- Each story's facts once. The other views are cuts of this one. The list of duplicates is read from its index alone.
CREATE VIEW evidence AS
SELECT
  fact_id, kind, value, value_text, low, high, numerator, denominator, rank_of, unit, modifier, item, item_key, subject,
  holds_for, ref_type, ref_number, ref_year, iso, iso_implied, surface, sentence, language, path, title, url, publisher,
  published_at, source_link, page, table_row, table_column, rule, confidence, document_id, sentence_id
FROM all_evidence
WHERE document_id NOT IN (SELECT id FROM documents WHERE duplicate_of IS NOT NULL);

CREATE VIEW dates AS
SELECT
  fact_id, language, iso, iso_implied,
  surface, sentence, path, title, url, published_at, confidence, document_id, sentence_id
FROM evidence
WHERE kind = 'date';
