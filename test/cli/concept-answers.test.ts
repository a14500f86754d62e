import path from "node:path";
import { cachedLexicons } from "../../pipeline/runtime/cached-lexicons.js";
import { packageRoot } from "../../pipeline/runtime/package-root.js";
import { openStore } from "../../pipeline/store/open-store.js";
import { rowsOf } from "../store/temporary-store.js";
import { at, run, useFolder, write } from "./run-in-folder.js";

useFolder();

const SENTENCES = {
  "nb.txt":
    "I kommunen har nå 81,5 prosent av husholdningene fått fiber, opplyser fylket i en rapport som ble lagt fram i dag.",
  "nn.txt":
    "I kommunen har no 82,5 prosent av hushalda fått breiband, opplyser fylket i ein rapport som vart lagd fram i dag.",
};

test("one question over the sample articles answers over all languages", async () => {
  for (const [name, text] of Object.entries(SENTENCES)) write(name, `${text}\n`);
  await run(path.join(packageRoot(), "seeds"), at("articles"));
  const store = openStore(at("facts.db"), { mode: "read" });
  const percentages = rowsOf(
    store,
    "SELECT language, value FROM percentages WHERE concept = 'household' ORDER BY language, value",
  );
  expect(percentages).toEqual([
    ["ar", 72.595],
    ["ar", 92.7],
    ["de", 80.47],
    ["id", 60.06],
    ["id", 92.7],
    ["nb", 81.5],
    ["nn", 82.5],
  ]);
  const { concepts } = await cachedLexicons();
  const used = rowsOf(store, "SELECT DISTINCT concept FROM facts WHERE concept IS NOT NULL").flat();
  expect(used.length).toBeGreaterThan(50);
  expect(used.filter((id) => !concepts.has(String(id)))).toEqual([]);
  store.close();
});
