-- The facts of a kind in the order in which they are read: the first hundred are found without a look at the others.
CREATE INDEX facts_by_kind ON facts (kind, sentence_id);
