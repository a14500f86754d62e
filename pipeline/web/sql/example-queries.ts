export interface ExampleQuery {
  readonly title: string;
  readonly sql: string;
}

/** Questions to begin with; each runs as it stands. */
export const EXAMPLE_QUERIES: readonly ExampleQuery[] = [
  {
    title: "High percentages, with their sentences",
    sql: `SELECT language, value, item, subject, sentence, path
FROM percentages
WHERE value >= 90
ORDER BY value DESC
LIMIT 100`,
  },
  {
    title: "Decisions that several articles cite",
    sql: `SELECT ref_number, ref_type, count(DISTINCT path) AS articles, group_concat(DISTINCT language) AS languages
FROM decisions
GROUP BY ref_number, ref_type
ORDER BY articles DESC, ref_number
LIMIT 50`,
  },
  {
    title: "The largest sums in each currency",
    sql: `SELECT currency, value_text, subject, holds_for, sentence, path
FROM (
  SELECT *, row_number() OVER (PARTITION BY currency ORDER BY coalesce(value, high) DESC) AS place
  FROM money
)
WHERE place <= 3
ORDER BY currency, place`,
  },
  {
    title: "Facts by language and kind",
    sql: `SELECT language, kind, count(*) AS facts, count(DISTINCT document_id) AS articles
FROM evidence
GROUP BY language, kind
ORDER BY language, facts DESC`,
  },
  {
    title: "Sentences about the internet",
    sql: `SELECT sentence, language, path
FROM sentence_search
WHERE sentence_search MATCH search_key('internet')
ORDER BY rank
LIMIT 50`,
  },
  {
    title: "What the last run changed",
    sql: `SELECT path, change, kind, label, before, after
FROM changes
WHERE run = (SELECT max(id) FROM runs)
ORDER BY change, path
LIMIT 200`,
  },
];
