import { spawnSync } from "node:child_process";
import { readDocument } from "../../../pipeline/stages/1-read.js";
import { ReadabilityThread } from "../../../pipeline/stages/read/readability-thread.js";
import type { Readable } from "../../../pipeline/stages/read/readable-finder.js";
import { boilerplateWords } from "./boilerplate-words.js";

const SENTENCE = "Im Landkreis sind 80,47 % der Haushalte an das Glasfasernetz angeschlossen.";
const HTML = `<h1>Ausbau</h1><article>${`<p>${SENTENCE}</p>`.repeat(6)}</article>`;

/**
 * A thread's script as an address: it hangs on sources that hold HANG, dies on DIE,
 * ends on LEAVE, and else answers with its own name.
 */
const SCRIPT = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from "node:worker_threads";
    parentPort.on("message", (source) => {
      while (source.includes("HANG"));
      if (source.includes("DIE")) throw new Error("out of memory");
      if (source.includes("LEAVE")) process.exit(0);
      parentPort.postMessage({ texts: [String(threadId)] });
    });
    parentPort.postMessage("ready");
  `)}`,
);

describe("Readability in its thread", () => {
  test("finds the article", async () => {
    const thread = new ReadabilityThread();
    const found = await thread.find(HTML);
    expect(found).toEqual({ texts: expect.arrayContaining([SENTENCE.replaceAll(" ", "")]) });
    await thread.close();
  });

  test("a page that hangs is given up, the next one gets a new thread", async () => {
    const thread = new ReadabilityThread({ limit: 300, script: SCRIPT });
    const answers = await Promise.all(["<p>a", "<p>b", "<p>HANG", "<p>c"].map((source) => thread.find(source)));
    const [first, second, third, fourth] = answers;
    expect(first).toEqual({ texts: [expect.any(String)] });
    expect(second).toEqual(first);
    expect(third).toEqual({ missing: "timeout" });
    expect(fourth).toEqual({ texts: [expect.any(String)] });
    expect(fourth).not.toEqual(first);
    await thread.close();
  });

  test.each(["DIE", "LEAVE"])(
    "a page over which the thread dies (%s) has no answer, the next one has",
    async (word) => {
      const thread = new ReadabilityThread({ limit: 5_000, script: SCRIPT });
      expect(await thread.find(`<p>${word}`)).toEqual({ missing: "failed" });
      expect(await thread.find("<p>a")).toEqual({ texts: [expect.any(String)] });
      await thread.close();
    },
  );

  test.each(["file:///no/such/worker.js", "data:text/javascript,"])(
    "a thread that cannot start gives no answer: %s",
    async (script) => {
      const thread = new ReadabilityThread({ script: new URL(script) });
      expect(await thread.find(HTML)).toEqual({ missing: "failed" });
    },
  );

  test("keeps no process alive", () => {
    const module = new URL("../../../dist/pipeline/stages/read/readability-thread.js", import.meta.url);
    const code = `import { findInThread } from "${module}"; console.log("texts" in (await findInThread("${HTML}")));`;
    const { stdout, status } = spawnSync(process.execPath, ["--input-type=module", "-e", code], { timeout: 20_000 });
    expect({ status, stdout: String(stdout) }).toEqual({ status: 0, stdout: "true\n" });
  });

  test.each(["a.txt", "a.md"])("is not asked about %s", async (file) => {
    let asked = 0;
    const findReadable = async (): Promise<Readable> => {
      asked++;
      return { texts: [] };
    };
    const bytes = new TextEncoder().encode(SENTENCE);
    const { text } = await readDocument({ path: file, bytes }, boilerplateWords(), { readers: { findReadable } });
    expect({ text, asked }).toEqual({ text: SENTENCE, asked: 0 });
  });

  test("a document whose page hangs is read by its build, with a diagnostic", async () => {
    const thread = new ReadabilityThread({ limit: 300, script: SCRIPT });
    const bytes = new TextEncoder().encode(HTML.replace("Ausbau", "HANG im Ausbau"));
    const { text, diagnostics } = await readDocument({ path: "hang.html", bytes }, boilerplateWords(), {
      readers: { findReadable: thread.find },
    });
    expect(text.split("\n")).toEqual(["HANG im Ausbau", ...Array(6).fill(SENTENCE)]);
    expect(diagnostics).toEqual([expect.objectContaining({ code: "read.page-timeout", severity: "warning" })]);
    await thread.close();
  });
});
