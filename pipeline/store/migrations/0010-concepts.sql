-- What a fact counts or measures, by the same name in every language: an id of the vocabulary in `lexicons/shared/concepts.yaml`.
ALTER TABLE facts ADD COLUMN concept TEXT CHECK (concept <> '')
  CONSTRAINT concept_needs_words CHECK (concept IS NULL OR item IS NOT NULL OR subject IS NOT NULL);
CREATE INDEX facts_by_concept ON facts (concept, kind) WHERE concept IS NOT NULL;

-- The views once more, with the concept right behind the item's key, or behind the subject where there is no item.
DROP VIEW measurements;
DROP VIEW money;
DROP VIEW ranks;
DROP VIEW ratios;
DROP VIEW counts;
DROP VIEW percentages;
DROP VIEW evidence;
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
  facts.concept,
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

CREATE VIEW evidence AS
SELECT
  fact_id, kind, value, value_text, low, high, numerator, denominator, rank_of, unit, modifier, item, item_key, concept,
  subject, holds_for, ref_type, ref_number, ref_year, iso, iso_implied, surface, sentence, language, path, title, url,
  publisher, published_at, source_link, page, table_row, table_column, rule, confidence, document_id, sentence_id
FROM all_evidence
WHERE document_id NOT IN (SELECT id FROM documents WHERE duplicate_of IS NOT NULL);

CREATE VIEW percentages AS
SELECT
  fact_id, language, value, value_text, low, high, unit, modifier, item, item_key, concept, subject, holds_for,
  surface, sentence, path, title, url, published_at, confidence, document_id, sentence_id
FROM evidence
WHERE kind = 'percentage';

CREATE VIEW counts AS
SELECT
  fact_id, language, value, value_text, low, high, modifier, item, item_key, concept, subject, holds_for,
  surface, sentence, path, title, url, published_at, confidence, document_id, sentence_id
FROM evidence
WHERE kind = 'count';

CREATE VIEW ratios AS
SELECT
  fact_id, language, numerator, denominator, value, value_text, modifier, item, item_key, concept, holds_for,
  surface, sentence, path, title, url, published_at, confidence, document_id, sentence_id
FROM evidence
WHERE kind = 'ratio';

CREATE VIEW ranks AS
SELECT
  fact_id, language, value, value_text, low, high, rank_of, modifier, item, item_key, concept, subject, holds_for,
  surface, sentence, path, title, url, published_at, confidence, document_id, sentence_id
FROM evidence
WHERE kind = 'rank';

CREATE VIEW money AS
SELECT
  fact_id, language, value, value_text, low, high, unit, unit AS currency, modifier, subject, concept, holds_for,
  surface, sentence, path, title, url, published_at, confidence, document_id, sentence_id
FROM evidence
WHERE kind = 'money';

CREATE VIEW measurements AS
SELECT
  fact_id, language, value, value_text, low, high, unit, modifier, subject, concept, holds_for,
  surface, sentence, path, title, url, published_at, confidence, document_id, sentence_id
FROM evidence
WHERE kind = 'measurement';
