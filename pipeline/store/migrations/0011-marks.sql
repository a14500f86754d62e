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
  marks.id AS mark_id,
  marks.verdict,
  CASE
    WHEN facts.id IS NULL THEN 'gone'
    WHEN facts.kind = marks.kind AND marks.said =
      coalesce(facts.value_text, facts.ref_number, facts.iso) || iif(facts.unit IS NULL, '', ' ' || facts.unit)
      THEN 'same'
    ELSE 'changed'
  END AS state,
  marks.kind,
  marks.surface,
  marks.said,
  coalesce(facts.value_text, facts.ref_number, facts.iso) || iif(facts.unit IS NULL, '', ' ' || facts.unit) AS now,
  facts.kind AS kind_now,
  marks.stated,
  marks.corrected,
  marks.note,
  marks.reviewer,
  marks.marked_at,
  marks.language,
  marks.rule,
  marks.sentence,
  coalesce(documents.path, marks.path) AS path,
  documents.title,
  documents.url,
  marks.sha256,
  facts.id AS fact_id,
  documents.id AS document_id
FROM marks
LEFT JOIN documents ON documents.id = (
  SELECT same.id FROM documents AS same WHERE same.sha256 = marks.sha256 AND same.removed_at IS NULL
  ORDER BY same.duplicate_of IS NOT NULL, same.path LIMIT 1
)
LEFT JOIN facts ON facts.rowid = (
  -- What they are ordered by stands inside: before 3.41 SQLite knew no columns from outside in an ORDER BY.
  SELECT near.fact_row
  FROM (
    SELECT
      fact.rowid AS fact_row,
      fact.id AS near_id,
      fact.kind = marks.kind AS is_same_kind,
      fact.surface = marks.surface AS is_same_surface,
      abs(fact.span_start - marks.span_start) AS distance
    FROM facts AS fact
    JOIN sentences AS around ON around.id = fact.sentence_id
    WHERE fact.document_id = documents.id AND (
      (
        fact.span_start < marks.span_end AND fact.span_end > marks.span_start
        AND (instr(fact.surface, marks.surface) > 0 OR instr(marks.surface, fact.surface) > 0)
      ) OR (
        fact.span_start - around.span_start < marks.span_end - marks.sentence_start
        AND fact.span_end - around.span_start > marks.span_start - marks.sentence_start
        AND substr(documents.text, around.text_start, around.text_length) = marks.sentence
      )
    )
  ) AS near
  ORDER BY near.is_same_kind DESC, near.is_same_surface DESC, near.distance, near.near_id
  LIMIT 1
);
