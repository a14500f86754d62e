-- Without its reference to `texts`: by the key of this table SQLite can only follow it by reading all of the table, which
-- it did whenever a text was deleted. Keys are deleted with their text; `faktum check` looks for others.
CREATE TABLE new_text_keys (
  key INTEGER NOT NULL,
  text_hash INTEGER NOT NULL,
  PRIMARY KEY (key, text_hash)
) STRICT, WITHOUT ROWID;
INSERT INTO new_text_keys (key, text_hash) SELECT key, text_hash FROM text_keys ORDER BY key, text_hash;
DROP TABLE text_keys;
ALTER TABLE new_text_keys RENAME TO text_keys;
