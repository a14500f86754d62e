import type { Store } from "../../pipeline/store/store.js";
import { sampleAnalysis } from "../store/sample-analysis.js";
import { SAMPLE_FACTS } from "../store/sample-facts.js";
import { type SampleApp, sampleApp } from "./sample-app.js";

export const HOSTILE_TITLE = `<script>alert("title")</script>`;
export const HOSTILE_PUBLISHER = `"><img src=x onerror=alert(1)>`;

/** An app over a few articles of different months and publishers, a failed file and a change; texts that hope to be markup. */
export function richSample(): SampleApp {
  const text = SAMPLE_FACTS.map((sample) => sample.text).join("\n");
  const facts = SAMPLE_FACTS.map(({ fact }) => fact);
  const analyses = ["a", "b", "c"].map((name) =>
    sampleAnalysis({ path: `articles/${name}.txt`, text: `${text}\nArtikel ${name}.`, facts, title: HOSTILE_TITLE }),
  );
  return sampleApp(analyses, { prepare: enrich });
}

function enrich(store: Store): void {
  const publish = store.prepare("UPDATE documents SET published_at = ?, publisher = ? WHERE path = ?");
  publish.run("2024-03-05T10:00:00Z", HOSTILE_PUBLISHER, "articles/a.txt");
  publish.run("2024-05-01", "Küstenblatt", "articles/b.txt");
  store
    .prepare(
      `INSERT INTO documents (id, path, status, run_id, lexicon_version, engine_id)
       SELECT 77, '<b>broken</b>.pdf', 'failed', run_id, lexicon_version, engine_id FROM documents LIMIT 1`,
    )
    .run();
  store
    .prepare(
      `INSERT INTO diagnostics (document_id, ordinal, run_id, code, severity, stage, message)
       SELECT 77, 0, id, 'read.damaged', 'error', 'read', 'the file is damaged; save it again' FROM runs LIMIT 1`,
    )
    .run();
  store
    .prepare(
      `INSERT INTO fact_changes (run_id, path, change, kind, label, before, after, fact_id)
       SELECT runs.id, 'articles/a.txt', 'changed', 'count', '<i>haushalt</i>', '12', '13', facts.id FROM runs, facts LIMIT 1`,
    )
    .run();
  store.prepare(`UPDATE runs SET counts = '{"changes":{"added":0,"changed":1,"gone":0}}'`).run();
}
