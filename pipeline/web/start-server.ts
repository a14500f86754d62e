import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { FaktumError } from "../runtime/faktum-error.js";
import { openStore } from "../store/open-store.js";
import { type AppOptions, buildApp } from "./build-app.js";
import { FactIndex } from "./facts/fact-index.js";
import { QueryPool } from "./sql/query-pool.js";

export interface ServeOptions extends AppOptions {
  readonly database: string;
  /** 0: any that is free. */
  readonly port: number;
}

export interface RunningServer {
  /** Where a browser finds it. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Opens the database for reading and answers requests about it until it is closed. Throws FaktumError or StoreError, with
 * the remedy, when the database or the address cannot be used.
 */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const store = openStore(options.database, { mode: "read" });
  const queries = new QueryPool({ database: options.database });
  try {
    const app = buildApp({ store, queries, facts: new FactIndex(store) }, options);
    const server = createAdaptorServer({ fetch: app.fetch });
    try {
      server.listen(options.port, options.host);
      await once(server, "listening");
    } catch (error) {
      throw listenError(error, options);
    }
    const { port } = server.address() as AddressInfo;
    return {
      address: `http://${options.host.includes(":") ? `[${options.host}]` : options.host}:${port}/`,
      async close() {
        server.close();
        if ("closeAllConnections" in server) server.closeAllConnections();
        await once(server, "close");
        queries.close();
        store.close();
      },
    };
  } catch (error) {
    queries.close();
    store.close();
    throw error;
  }
}

function listenError(error: unknown, { host, port }: ServeOptions): unknown {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  const remedy = LISTEN_ERRORS[code];
  if (remedy === undefined) return error;
  return new FaktumError("serve.cannot-listen", `${host}:${port}: ${remedy}`, { exitCode: 2, cause: error });
}

const LISTEN_ERRORS: Readonly<Record<string, string>> = {
  EADDRINUSE: "another program listens there; choose another port with --port, or 0 for any",
  EACCES: "this port is not yours to use; choose one from 1024 on with --port",
  EADDRNOTAVAIL: "this machine has no such address; name one of its own with --host",
  ENOTFOUND: "no such name is known; name an address of this machine with --host",
  EAI_AGAIN: "the name could not be looked up; name an address of this machine with --host",
  EINVAL: "this address cannot be listened on; name another one with --host",
};
