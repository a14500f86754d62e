-- What else is known of an article. SQLite can only add columns behind `text`: reading them costs a longer way, so
-- nothing that is asked of many documents at once stands here without an index.
ALTER TABLE documents ADD COLUMN modified_at TEXT CHECK (modified_at GLOB '[0-9][0-9][0-9][0-9]*');
ALTER TABLE documents ADD COLUMN section TEXT CHECK (section <> '');
ALTER TABLE documents ADD COLUMN claimed_language TEXT CHECK (claimed_language <> '');
ALTER TABLE documents ADD COLUMN origins TEXT CHECK (json_valid(origins));

-- The way back into the source.
ALTER TABLE sentences ADD COLUMN page INTEGER CHECK (page >= 1);
ALTER TABLE sentences ADD COLUMN fragment TEXT CHECK (fragment <> '');
ALTER TABLE facts ADD COLUMN table_row INTEGER CHECK (table_row >= 1);
ALTER TABLE facts ADD COLUMN table_column INTEGER CHECK (table_column >= 1);

ALTER TABLE facts ADD COLUMN iso_implied TEXT CHECK (
  iso_implied IS NULL
  OR (kind = 'date' AND iso LIKE '--%' AND length(iso_implied) >= 10 AND iso_implied NOT GLOB '*[^-0-9/]*')
);
