-- A fact with where it stands: its sentence, its file and its address. The other views are cuts of this one.
CREATE VIEW evidence AS
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
  facts.surface,
  substr(documents.text, sentences.text_start, sentences.text_length) AS sentence,
  sentences.language,
  documents.path,
  documents.title,
  documents.url,
  documents.publisher,
  documents.published_at,
  facts.rule,
  facts.confidence,
  facts.document_id,
  facts.sentence_id
FROM facts
JOIN sentences ON sentences.id = facts.sentence_id
JOIN documents ON documents.id = facts.document_id;

CREATE VIEW percentages AS
SELECT
  fact_id, language, value, value_text, low, high, unit, modifier, item, item_key, subject, holds_for,
  surface, sentence, path, title, url, published_at, confidence, document_id, sentence_id
FROM evidence
WHERE kind = 'percentage';

CREATE VIEW counts AS
SELECT
  fact_id, language, value, value_text, low, high, modifier, item, item_key, subject, holds_for,
  surface, sentence, path, title, url, published_at, confidence, document_id, sentence_id
FROM evidence
WHERE kind = 'count';

CREATE VIEW ratios AS
SELECT
  fact_id, language, numerator, denominator, value, value_text, modifier, item, item_key, holds_for,
  surface, sentence, path, title, url, published_at, confidence, document_id, sentence_id
FROM evidence
WHERE kind = 'ratio';

CREATE VIEW ranks AS
SELECT
  fact_id, language, value, value_text, low, high, rank_of, modifier, item, item_key, subject, holds_for,
  surface, sentence, path, title, url, published_at, confidence, document_id, sentence_id
FROM evidence
WHERE kind = 'rank';

CREATE VIEW money AS
SELECT
  fact_id, language, value, value_text, low, high, unit, unit AS currency, modifier, subject, holds_for,
  surface, sentence, path, title, url, published_at, confidence, document_id, sentence_id
FROM evidence
WHERE kind = 'money';

CREATE VIEW measurements AS
SELECT
  fact_id, language, value, value_text, low, high, unit, modifier, subject, holds_for,
  surface, sentence, path, title, url, published_at, confidence, document_id, sentence_id
FROM evidence
WHERE kind = 'measurement';

CREATE VIEW decisions AS
SELECT
  fact_id, language, ref_type, ref_number, ref_year, holds_for,
  surface, sentence, path, title, url, published_at, confidence, document_id, sentence_id
FROM evidence
WHERE kind = 'reference';

CREATE VIEW dates AS
SELECT
  fact_id, language, iso,
  surface, sentence, path, title, url, published_at, confidence, document_id, sentence_id
FROM evidence
WHERE kind = 'date';
