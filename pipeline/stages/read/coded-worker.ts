import { parentPort } from "node:worker_threads";
import { answerCoded, type CodedQuestion } from "./coded-answer.js";

/** A thread that answers each file it is sent with its article. It first says that it is ready. */
parentPort?.on("message", async (question: CodedQuestion) => parentPort?.postMessage(await answerCoded(question)));
parentPort?.postMessage("ready");
