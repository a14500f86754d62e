-- What reviewers think of facts. Kept apart from them, and by what they were set on - the bytes of the document, the kind
-- and the words at their place -, so that they meet their facts again when documents are analysed anew, renamed or gone
-- for a while. All that was marked is kept here: it can be read without its document.
CREATE TABLE marks (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  kind TEXT NOT NULL
    CHECK (kind IN ('percentage', 'count', 'ratio', 'rank', 'money', 'measurement', 'reference', 'date')),
  span_start INTEGER NOT NULL CHECK (span_start >= 0),
  span_end INTEGER NOT NULL,
  surface TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong', 'corrected')),
  corrected TEXT CHECK (json_valid(corrected)),
  note TEXT CHECK (note <> ''),
  reviewer TEXT NOT NULL CHECK (reviewer <> ''),
  marked_at TEXT NOT NULL CHECK (marked_at GLOB '[0-9][0-9][0-9][0-9]-*'),
  fact_id TEXT NOT NULL CHECK (length(fact_id) = 32 AND fact_id NOT GLOB '*[^0-9a-f]*'),
  stated TEXT NOT NULL CHECK (json_valid(stated)),
  said TEXT NOT NULL CHECK (said <> ''),
  rule TEXT NOT NULL CHECK (rule <> ''),
  language TEXT NOT NULL CHECK (language <> ''),
  sentence TEXT NOT NULL CHECK (sentence <> ''),
  sentence_start INTEGER NOT NULL CHECK (sentence_start >= 0),
  path TEXT NOT NULL CHECK (path <> ''),
  UNIQUE (sha256, kind, span_start, span_end, surface),
  CONSTRAINT corrected_says_how CHECK ((verdict = 'corrected') = (corrected IS NOT NULL)),
  CONSTRAINT surface_fills_span CHECK (
    length(surface) >= 1 AND length(surface) <= span_end - span_start AND 2 * length(surface) >= span_end - span_start
  ),
  CONSTRAINT span_is_in_sentence CHECK (
    span_start >= sentence_start AND span_end - sentence_start <= 2 * length(sentence)
  )
) STRICT;

-- The documents that a mark may be of.
CREATE INDEX documents_by_content ON documents (sha256) WHERE sha256 IS NOT NULL;

-- Each mark with the fact that stands at its place now: where its words overlap the marked ones, or those of a sentence
-- that reads the same, should the text in front of it have changed.
CREATE VIEW marked_facts AS
SELECT
  met.id AS mark_id,
  met.verdict,
  CASE
    WHEN facts.id IS NULL THEN 'gone'
    WHEN facts.kind = met.kind AND met.said =
      coalesce(facts.value_text, facts.ref_number, facts.iso) || iif(facts.unit IS NULL, '', ' ' || facts.unit)
      THEN 'same'
    ELSE 'changed'
  END AS state,
  met.kind,
  met.surface,
  met.said,
  coalesce(facts.value_text, facts.ref_number, facts.iso) || iif(facts.unit IS NULL, '', ' ' || facts.unit) AS now,
  facts.kind AS kind_now,
  met.stated,
  met.corrected,
  met.note,
  met.reviewer,
  met.marked_at,
  met.language,
  met.rule,
  met.sentence,
  coalesce(documents.path, met.path) AS path,
  documents.title,
  documents.url,
  met.sha256,
  facts.id AS fact_id,
  documents.id AS document_id
FROM (
  SELECT
    marks.*,
    (
      SELECT here.id FROM documents AS here WHERE here.sha256 = marks.sha256 AND here.removed_at IS NULL
      ORDER BY here.duplicate_of IS NOT NULL, here.path LIMIT 1
    ) AS document,
    (
      SELECT fact.rowid
      FROM facts AS fact
      JOIN sentences AS around ON around.id = fact.sentence_id
      JOIN documents AS here ON here.id = fact.document_id
      WHERE fact.document_id = (
        SELECT first.id FROM documents AS first WHERE first.sha256 = marks.sha256 AND first.removed_at IS NULL
        ORDER BY first.duplicate_of IS NOT NULL, first.path LIMIT 1
      ) AND (
        (
          fact.span_start < marks.span_end AND fact.span_end > marks.span_start
          AND (instr(fact.surface, marks.surface) > 0 OR instr(marks.surface, fact.surface) > 0)
        ) OR (
          fact.span_start - around.span_start < marks.span_end - marks.sentence_start
          AND fact.span_end - around.span_start > marks.span_start - marks.sentence_start
          AND substr(here.text, around.text_start, around.text_length) = marks.sentence
        )
      )
      ORDER BY
        fact.kind = marks.kind DESC, fact.surface = marks.surface DESC, abs(fact.span_start - marks.span_start),
        fact.span_start, fact.id
      LIMIT 1
    ) AS fact_row
  FROM marks
) AS met
LEFT JOIN documents ON documents.id = met.document
LEFT JOIN facts ON facts.rowid = met.fact_row;
