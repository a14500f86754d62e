import { parentPort } from "node:worker_threads";
import { findReadable } from "./readable-texts.js";

/** A thread that answers each source it is sent with what Readability finds. It first says that it is ready. */
parentPort?.on("message", async (source: string) => parentPort?.postMessage(await findReadable(source)));
parentPort?.postMessage("ready");
