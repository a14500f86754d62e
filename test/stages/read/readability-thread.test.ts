import { readDocument } from "../../../pipeline/stages/1-read.js";
import { ReadabilityThread } from "../../../pipeline/stages/read/readability-thread.js";
import { boilerplateWords } from "./boilerplate-words.js";

const SENTENCE = "Im Landkreis sind 80,47 % der Haushalte an das Glasfasernetz angeschlossen.";
const HTML = `<body><h1>Ausbau</h1><article>${`<p>${SENTENCE}</p>`.repeat(6)}</article>`;

/** A thread's script as an address: it hangs on sources that hold HANG, dies on DIE, and else answers with its own name. */
const SCRIPT = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from "node:worker_threads";
    parentPort.on("message", (source) => {
      while (source.includes("HANG"));
      if (source.includes("DIE")) throw new Error("out of memory");
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

  test("a page over which the thread dies has no answer, the next one has", async () => {
    const thread = new ReadabilityThread({ limit: 5_000, script: SCRIPT });
    expect(await thread.find("<p>DIE")).toEqual({ missing: "failed" });
    expect(await thread.find("<p>a")).toEqual({ texts: [expect.any(String)] });
    await thread.close();
  });

  test("a thread that cannot start gives no answer", async () => {
    const thread = new ReadabilityThread({ script: new URL("file:///no/such/worker.js") });
    expect(await thread.find(HTML)).toEqual({ missing: "failed" });
  });

  test("a document whose page hangs is read by its build, with a diagnostic", async () => {
    const thread = new ReadabilityThread({ limit: 300, script: SCRIPT });
    const bytes = new TextEncoder().encode(HTML.replace("Ausbau", "HANG im Ausbau"));
    const { text, diagnostics } = await readDocument({ path: "hang.html", bytes }, boilerplateWords(), {
      findReadable: thread.find,
    });
    expect(text.split("\n")).toEqual(["HANG im Ausbau", ...Array(6).fill(SENTENCE)]);
    expect(diagnostics).toEqual([expect.objectContaining({ code: "read.page-timeout", severity: "warning" })]);
    await thread.close();
  });
});
