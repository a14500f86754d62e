-- One row for each call of `faktum run` that stored something; an interrupted one is taken up again under its id.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  faktum_version TEXT NOT NULL CHECK (faktum_version <> ''),
  lexicon_version TEXT NOT NULL CHECK (lexicon_version <> ''),
  paths TEXT NOT NULL CHECK (json_valid(paths)),
  documents_stored INTEGER NOT NULL DEFAULT 0 CHECK (documents_stored >= 0),
  documents_refused INTEGER NOT NULL DEFAULT 0 CHECK (documents_refused >= 0),
  documents_failed INTEGER NOT NULL DEFAULT 0 CHECK (documents_failed >= 0),
  facts_stored INTEGER NOT NULL DEFAULT 0 CHECK (facts_stored >= 0)
) STRICT;

CREATE TABLE lexicon_versions (
  version TEXT PRIMARY KEY CHECK (version <> ''),
  language TEXT NOT NULL CHECK (language <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE rules (
  lexicon_version TEXT NOT NULL REFERENCES lexicon_versions (version) ON DELETE CASCADE,
  id TEXT NOT NULL CHECK (id <> ''),
  kind TEXT NOT NULL
    CHECK (kind IN ('percentage', 'count', 'ratio', 'rank', 'money', 'measurement', 'reference', 'date')),
  template TEXT NOT NULL,
  PRIMARY KEY (lexicon_version, id)
) STRICT, WITHOUT ROWID;

-- `text` stands last: what does not fit a page overflows there, and the other columns are read without it.
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE CHECK (path <> ''),
  sha256 TEXT CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  bytes INTEGER CHECK (bytes >= 0),
  media_type TEXT CHECK (media_type LIKE '_%/_%'),
  encoding TEXT CHECK (encoding <> ''),
  title TEXT,
  byline TEXT,
  publisher TEXT,
  url TEXT,
  published_at TEXT CHECK (published_at GLOB '[0-9][0-9][0-9][0-9]*'),
  language TEXT CHECK (language <> ''),
  language_score REAL CHECK (language_score BETWEEN 0 AND 1),
  runner_up TEXT,
  named_language TEXT,
  status TEXT NOT NULL CHECK (status IN ('ok', 'refused', 'failed')),
  run_id INTEGER NOT NULL REFERENCES runs (id),
  lexicon_version TEXT NOT NULL CHECK (lexicon_version <> ''),
  text TEXT,
  CONSTRAINT read_documents_are_whole CHECK (
    status = 'failed' OR (
      sha256 IS NOT NULL AND bytes IS NOT NULL AND media_type IS NOT NULL AND encoding IS NOT NULL
      AND language IS NOT NULL AND language_score IS NOT NULL AND text IS NOT NULL
    )
  ),
  CONSTRAINT failed_documents_hold_no_text CHECK (status <> 'failed' OR (language IS NULL AND text IS NULL)),
  CONSTRAINT refused_means_undetermined CHECK (status = 'failed' OR (status = 'refused') = (language = 'und'))
) STRICT;

-- All that a run must know to skip what has not changed, and a summary to count, without a look at the texts.
CREATE INDEX documents_known ON documents (path, sha256, lexicon_version, status, language);

CREATE TABLE sentences (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  span_start INTEGER NOT NULL CHECK (span_start >= 0),
  span_end INTEGER NOT NULL,
  language TEXT NOT NULL CHECK (language <> ''),
  text_start INTEGER NOT NULL CHECK (text_start >= 1),
  text_length INTEGER NOT NULL CHECK (text_length >= 1),
  UNIQUE (document_id, ordinal),
  CONSTRAINT span_is_not_empty CHECK (span_end > span_start),
  CONSTRAINT substr_is_within_span CHECK (
    text_start <= span_start + 1 AND text_length <= span_end - span_start AND 2 * text_length >= span_end - span_start
  )
) STRICT;

-- Two files with the same bytes carry the same fact ids: an id names a statement, a row names where it stands.
CREATE TABLE facts (
  id TEXT NOT NULL CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentences (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  value REAL,
  value_text TEXT,
  low REAL,
  high REAL,
  numerator REAL,
  denominator REAL,
  rank_of REAL,
  unit TEXT,
  item TEXT CHECK (item <> ''),
  item_key TEXT CHECK (item_key <> ''),
  subject TEXT CHECK (subject <> ''),
  holds_for TEXT,
  modifier TEXT,
  ref_type TEXT,
  ref_number TEXT,
  ref_year INTEGER,
  iso TEXT,
  dual INTEGER NOT NULL,
  surface TEXT NOT NULL,
  span_start INTEGER NOT NULL CHECK (span_start >= 0),
  span_end INTEGER NOT NULL,
  slots TEXT CHECK (json_valid(slots)),
  rule TEXT NOT NULL,
  lexicon_version TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  PRIMARY KEY (id, document_id),
  FOREIGN KEY (lexicon_version, rule) REFERENCES rules (lexicon_version, id),

  CONSTRAINT kind_is_known CHECK (
    kind IN ('percentage', 'count', 'ratio', 'rank', 'money', 'measurement', 'reference', 'date')
  ),
  CONSTRAINT value_or_range_by_kind CHECK (
    CASE
      WHEN kind IN ('reference', 'date') THEN value IS NULL AND value_text IS NULL AND low IS NULL AND high IS NULL
      WHEN value IS NOT NULL THEN value_text IS NOT NULL AND low IS NULL AND high IS NULL
      ELSE kind <> 'ratio' AND value_text IS NOT NULL AND low IS NOT NULL AND high IS NOT NULL
    END
  ),
  CONSTRAINT range_ascends CHECK (low <= high),
  CONSTRAINT numbers_are_finite CHECK (
    abs(coalesce(value, 0)) < 9e307 AND abs(coalesce(low, 0)) < 9e307 AND abs(coalesce(high, 0)) < 9e307
    AND abs(coalesce(numerator, 0)) < 9e307 AND abs(coalesce(denominator, 0)) < 9e307
  ),
  CONSTRAINT value_text_is_plain_decimal CHECK (value_text NOT GLOB '*[^-0-9./]*'),
  CONSTRAINT value_text_says_the_value CHECK (
    CASE
      WHEN value_text IS NULL THEN TRUE
      WHEN kind = 'ratio' THEN
        instr(value_text, '/') > 1
        AND abs(numerator - CAST(value_text AS REAL)) <= abs(numerator) * 1e-12
        AND abs(denominator - CAST(substr(value_text, instr(value_text, '/') + 1) AS REAL)) <= abs(denominator) * 1e-12
      WHEN value IS NOT NULL THEN
        instr(value_text, '..') = 0 AND instr(value_text, '/') = 0
        AND abs(value - CAST(value_text AS REAL)) <= abs(value) * 1e-12
      ELSE
        instr(value_text, '..') > 1
        AND abs(low - CAST(substr(value_text, 1, instr(value_text, '..') - 1) AS REAL)) <= abs(low) * 1e-12
        AND abs(high - CAST(substr(value_text, instr(value_text, '..') + 2) AS REAL)) <= abs(high) * 1e-12
    END
  ),
  CONSTRAINT ratio_has_its_two_numbers CHECK (
    CASE kind
      WHEN 'ratio' THEN
        numerator IS NOT NULL AND denominator IS NOT NULL AND denominator > 0
        AND abs(value * denominator - numerator) <= abs(numerator) * 1e-12
      ELSE numerator IS NULL AND denominator IS NULL
    END
  ),
  CONSTRAINT rank_is_a_place CHECK (
    CASE kind
      WHEN 'rank' THEN
        coalesce(value, low) >= 1 AND coalesce(value, low) = round(coalesce(value, low))
        AND coalesce(high, 1) = round(coalesce(high, 1)) AND coalesce(rank_of, 1) >= 1
      ELSE rank_of IS NULL
    END
  ),
  CONSTRAINT unit_by_kind CHECK (
    CASE kind
      WHEN 'percentage' THEN unit IS NOT NULL AND unit IN ('%', 'pp', 'per_mille')
      WHEN 'money' THEN unit IS NOT NULL AND unit GLOB '[A-Z][A-Z][A-Z]'
      WHEN 'measurement' THEN unit IS NOT NULL AND unit <> ''
      ELSE unit IS NULL
    END
  ),
  CONSTRAINT item_by_kind CHECK (item IS NULL OR kind IN ('count', 'ratio', 'rank', 'percentage')),
  CONSTRAINT item_key_needs_item CHECK (item_key IS NULL OR item IS NOT NULL),
  CONSTRAINT subject_by_kind CHECK (subject IS NULL OR kind IN ('percentage', 'rank', 'money', 'measurement', 'count')),
  CONSTRAINT holds_for_is_a_date CHECK (
    holds_for IS NULL OR (kind <> 'date' AND length(holds_for) >= 4 AND holds_for NOT GLOB '*[^-0-9Q/]*')
  ),
  CONSTRAINT modifier_is_known CHECK (
    modifier IS NULL OR (
      kind NOT IN ('reference', 'date')
      AND modifier IN ('approx', 'nearly', 'more_than', 'less_than', 'at_least', 'at_most')
    )
  ),
  CONSTRAINT reference_has_type_and_number CHECK (
    CASE kind
      WHEN 'reference' THEN
        ref_type IS NOT NULL AND ref_number IS NOT NULL AND ref_number <> ''
        AND ref_type IN (
          'decision', 'resolution', 'law', 'decree', 'circular', 'directive', 'regulation', 'order', 'plan',
          'program', 'project', 'bill', 'judgment', 'article', 'standard', 'other'
        )
        AND coalesce(ref_year, 1) BETWEEN 1 AND 9999
      ELSE ref_type IS NULL AND ref_number IS NULL AND ref_year IS NULL
    END
  ),
  CONSTRAINT date_has_iso CHECK (
    CASE kind
      WHEN 'date' THEN iso IS NOT NULL AND length(iso) >= 4 AND iso NOT GLOB '*[^-0-9Q/]*'
      ELSE iso IS NULL
    END
  ),
  CONSTRAINT dual_by_kind CHECK (dual = 0 OR (dual = 1 AND kind IN ('count', 'measurement'))),
  CONSTRAINT surface_fills_span CHECK (
    length(surface) >= 1 AND length(surface) <= span_end - span_start AND 2 * length(surface) >= span_end - span_start
  )
) STRICT;

CREATE INDEX facts_by_document ON facts (document_id);
CREATE INDEX facts_by_sentence ON facts (sentence_id);
CREATE INDEX facts_by_reference ON facts (ref_number) WHERE kind = 'reference';
CREATE INDEX facts_by_date ON facts (iso) WHERE kind = 'date';

CREATE TABLE diagnostics (
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  run_id INTEGER NOT NULL REFERENCES runs (id),
  code TEXT NOT NULL CHECK (code LIKE '_%._%'),
  severity TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
  stage TEXT NOT NULL CHECK (stage IN ('read', 'language', 'sentences', 'mentions', 'facts', 'store')),
  message TEXT NOT NULL CHECK (message <> ''),
  span_start INTEGER CHECK (span_start >= 0),
  span_end INTEGER,
  PRIMARY KEY (document_id, ordinal),
  CONSTRAINT span_is_whole CHECK (
    CASE WHEN span_start IS NULL THEN span_end IS NULL ELSE span_end IS NOT NULL AND span_end >= span_start END
  )
) STRICT, WITHOUT ROWID;
