-- When a web archive took the article from its address.
ALTER TABLE documents ADD COLUMN retrieved_at TEXT CHECK (retrieved_at GLOB '[0-9][0-9][0-9][0-9]*');

-- Files that hold several articles. The articles are documents of their own, their paths begin with the container's path
-- and `#`. A run skips a container whose row is complete and the same in bytes, settings and lexicons.
CREATE TABLE containers (
  path TEXT PRIMARY KEY CHECK (path <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  media_type TEXT NOT NULL CHECK (media_type LIKE '_%/_%'),
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  documents INTEGER NOT NULL CHECK (documents >= 0),
  passed_over INTEGER NOT NULL CHECK (passed_over >= 0),
  complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
  lexicon_version TEXT NOT NULL CHECK (lexicon_version <> ''),
  run_id INTEGER NOT NULL REFERENCES runs (id)
) STRICT, WITHOUT ROWID;

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
JOIN documents ON documents.id = diagnostics.document_id;
