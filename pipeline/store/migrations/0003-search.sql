-- Holds no text of its own: `words` is every word of a sentence folded by search_words(), `forms` its further spellings
-- by search_forms(). Works in every SQLite from 3.37 on; options of newer versions would lock older tools out.
CREATE VIRTUAL TABLE sentence_words USING fts5 (
  words, forms, content = '', tokenize = 'unicode61 remove_diacritics 2'
);

-- An index without text must be told what to forget. The two functions exist in faktum only: another program that
-- deletes a document is stopped here instead of leaving a false index behind.
CREATE TRIGGER documents_leave_search BEFORE DELETE ON documents
BEGIN
  INSERT INTO sentence_words (sentence_words, rowid, words, forms)
  SELECT
    'delete',
    sentences.id,
    search_words(substr(old.text, sentences.text_start, sentences.text_length)),
    search_forms(substr(old.text, sentences.text_start, sentences.text_length))
  FROM sentences
  WHERE sentences.document_id = old.id;
END;

CREATE VIEW sentence_search AS
SELECT
  substr(documents.text, sentences.text_start, sentences.text_length) AS sentence,
  sentences.language,
  documents.path,
  documents.title,
  documents.url,
  documents.published_at,
  sentence_words.rank AS rank,
  sentences.id AS sentence_id,
  documents.id AS document_id,
  sentence_words.sentence_words AS sentence_search
FROM sentence_words
JOIN sentences ON sentences.id = sentence_words.rowid
JOIN documents ON documents.id = sentences.document_id;
