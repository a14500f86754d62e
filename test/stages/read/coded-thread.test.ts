import { readDocument } from "../../../pipeline/stages/1-read.js";
import { readCoded } from "../../../pipeline/stages/read/coded-answer.js";
import { CodedThread } from "../../../pipeline/stages/read/coded-thread.js";
import { pdfArticle } from "../../../pipeline/stages/read/pdf-article.js";
import { boilerplateWords } from "./boilerplate-words.js";
import { codedSamples } from "./coded-samples.js";

/** A thread's script as an address: it hangs on a file called hang.pdf, dies on die.pdf, and answers all others. */
const SCRIPT = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from "node:worker_threads";
    parentPort.on("message", ({ path }) => {
      while (path === "hang.pdf");
      if (path === "die.pdf") throw new Error("out of memory");
      parentPort.postMessage({ article: { text: path, blocks: [] } });
    });
    parentPort.postMessage("ready");
  `)}`,
);
const boilerplate = boilerplateWords();
const format = "application/pdf";
const question = (path: string, bytes: Uint8Array = new Uint8Array()) =>
  ({ format, path, bytes, boilerplate }) as const;

describe("PDF and Word files in their thread", () => {
  test("the article is the same as without a thread", async () => {
    const thread = new CodedThread();
    const [path, bytes] = [...codedSamples()].find(([name]) => name.endsWith(".pdf")) ?? ["", new Uint8Array()];
    const article = await thread.read(question(path, bytes));
    expect(article).toEqual(await pdfArticle(Uint8Array.from(bytes), boilerplate, path));
    await thread.close();
  });

  test("a document is the same when its reader runs in this thread, and when in its own", async () => {
    for (const [path, bytes] of codedSamples()) {
      const part = { path, bytes: Uint8Array.from(bytes) };
      const direct = await readDocument(part, boilerplate, { readers: { readCoded } });
      expect(direct).toEqual(await readDocument({ path, bytes: Uint8Array.from(bytes) }, boilerplate));
    }
  });

  test("what is refused there is refused here, by code and message", async () => {
    const thread = new CodedThread();
    const bytes = new TextEncoder().encode("%PDF-1.7 and nothing else");
    await expect(thread.read(question("a/b.pdf", bytes))).rejects.toMatchObject({
      name: "ReadError",
      code: "read.damaged",
      message: expect.stringMatching(/^a\/b\.pdf: a PDF file that is cut off or damaged; /u),
      path: "a/b.pdf",
    });
    await thread.close();
  });

  test.each([
    ["hang.pdf", "read.too-slow", "hang.pdf: not read after 0.3 s; save its text as .txt and add that"],
    ["die.pdf", "read.damaged", /^die\.pdf: it is damaged, or takes too much memory to be read; /u],
  ])("%s is given up, and the next file is read", async (path, code, message) => {
    const thread = new CodedThread({ limit: 300, script: SCRIPT });
    await expect(thread.read(question(path))).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    expect((await thread.read(question("next.pdf"))).text).toBe("next.pdf");
    await thread.close();
  });
});
