import { buildApp } from "../../pipeline/web/build-app.js";
import { isLoopback, isOwnName } from "../../pipeline/web/safety/check-host.js";
import { SAMPLE_HOST, type SampleApp, sampleApp } from "./sample-app.js";

const STYLE = "/static/faktum.css";
const TOKEN = "correct-horse-battery";

let sample: SampleApp;
let guarded: SampleApp;

beforeAll(() => {
  sample = sampleApp([]);
  guarded = sampleApp([], { token: TOKEN });
});

afterAll(() => {
  expect([...sample.failures, ...guarded.failures]).toEqual([]);
  sample.remove();
  guarded.remove();
});

describe("the Host header", () => {
  test.each([
    ["127.0.0.1:8765", "127.0.0.1", true],
    ["localhost:8765", "127.0.0.1", true],
    ["LOCALHOST", "127.0.0.1", true],
    ["[::1]:8765", "127.0.0.1", true],
    ["127.8.9.1:80", "127.0.0.1", true],
    ["facts.example:8765", "facts.example", true],
    ["192.168.1.7:8765", "0.0.0.0", true],
    ["[fe80::1]:8765", "::", true],
    ["[fe80::1]:8765", "fe80::1", true],
    ["evil.example:8765", "127.0.0.1", false],
    ["evil.example", "0.0.0.0", false],
    ["192.168.1.7:8765", "127.0.0.1", false],
    ["localhost.evil.example:8765", "127.0.0.1", false],
    ["127.0.0.1.evil.example", "127.0.0.1", false],
    ["127.evil.example", "127.0.0.1", false],
    ["evil.example#localhost", "127.0.0.1", false],
    ["evil.example@localhost", "127.0.0.1", false],
    ["localhost:8765, evil.example", "127.0.0.1", false],
    ["", "127.0.0.1", false],
    ["[::1", "127.0.0.1", false],
  ])("%s on a server at %s: %s", (stated, boundTo, expected) => {
    expect(isOwnName(stated, boundTo)).toBe(expected);
  });

  test("a request meant for another name gets nothing, and is told why", async () => {
    const answer = await sample.get(STYLE, { host: "evil.example:8765" });
    expect(answer.status).toBe(421);
    expect(await answer.text()).toContain("Host: this server answers to localhost only");
  });

  test.each([
    ["127.0.0.1", true],
    ["localhost", true],
    ["::1", true],
    ["0.0.0.0", false],
    ["::", false],
    ["192.168.1.7", false],
    ["127.example", false],
  ])("%s is reached by this machine only: %s", (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});

describe("headers", () => {
  test.each([[STYLE], ["/no-such-page"], ["/static/no-such-file"]])("of %s", async (path) => {
    const { headers } = await sample.get(path);
    const policy = headers.get("content-security-policy") ?? "";
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy.split("; ")).toContain(rule);
    }
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
  });

  test("are there when a request is refused too", async () => {
    const { headers } = await sample.get(STYLE, { host: "evil.example" });
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });
});

describe("static files", () => {
  test.each([
    ["/static/faktum.css", "text/css; charset=utf-8"],
    ["/static/faktum.js", "text/javascript; charset=utf-8"],
    ["/static/icon.svg", "image/svg+xml"],
  ])("%s", async (path, type) => {
    const answer = await sample.get(path);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, type]);
  });

  test.each([
    "/static/../build-app.ts",
    "/static/..%2fbuild-app.ts",
    "/static/%2e%2e/%2e%2e/%2e%2e/package.json",
    "/static/..%5c..%5cpackage.json",
    "/static/%2fetc%2fpasswd",
    "/static/faktum.css%00.svg",
    "/static/",
    "/static",
    "/static//etc/passwd",
    "/static/constructor",
  ])("%s is not there", async (path) => {
    const answer = await sample.get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toMatch(/"name": "faktum"|root:/u);
  });
});

describe("the token", () => {
  test("without it there is no page", async () => {
    const answer = await guarded.get("/no-such-page");
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    expect(await answer.text()).toContain("A token is needed");
  });

  test.each([
    [`Bearer ${TOKEN}`, 404],
    [`bearer  ${TOKEN}`, 404],
    [`Bearer ${TOKEN}x`, 401],
    [`Bearer ${TOKEN.slice(1)}`, 401],
    [`Basic ${TOKEN}`, 401],
    ["Bearer", 401],
  ])("Authorization: %s gives %i", async (authorization, status) => {
    expect((await guarded.get("/no-such-page", { authorization })).status).toBe(status);
  });

  test("in the address it is changed for a cookie that scripts cannot read", async () => {
    const answer = await guarded.get(`/no-such-page?q=a&token=${TOKEN}`);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/no-such-page?q=a"]);
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Strict");
    expect(cookie).not.toContain(TOKEN);
    const [pair = ""] = cookie.split(";");
    expect((await guarded.get("/no-such-page", { cookie: pair })).status).toBe(404);
    expect((await guarded.get("/no-such-page", { cookie: `${pair}0` })).status).toBe(401);
  });

  test("a wrong one in the address sets nothing", async () => {
    const answer = await guarded.get("/no-such-page?token=wrong");
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([401, null]);
  });

  test("the browser is not sent to another server", async () => {
    const answer = await guarded.get(`//evil.example/?token=${TOKEN}`);
    expect(answer.headers.get("location") ?? "/").toMatch(/^\/(?!\/)/u);
  });
});

describe("what changes something", () => {
  const post = (headers: Readonly<Record<string, string>>, body = "a=b") =>
    sample.app.request("/no-such-page", {
      method: "POST",
      headers: { host: SAMPLE_HOST, "content-type": "application/x-www-form-urlencoded", ...headers },
      body,
    });

  test.each([
    [{}, 403],
    [{ origin: "null" }, 403],
    [{ origin: "http://evil.example" }, 403],
    [{ origin: "http://localhost:9999" }, 403],
    [{ origin: `ftp://${SAMPLE_HOST}` }, 403],
    [{ origin: `http://${SAMPLE_HOST}`, "sec-fetch-site": "cross-site" }, 403],
    [{ origin: `http://${SAMPLE_HOST}`, "sec-fetch-site": "same-site" }, 403],
    [{ origin: `http://${SAMPLE_HOST}`, "sec-fetch-site": "same-origin" }, 404],
    [{ origin: `http://${SAMPLE_HOST}` }, 404],
  ])("sent with %j: %i", async (headers, status) => {
    expect((await post(headers as Readonly<Record<string, string>>)).status).toBe(status);
  });

  test("a form beyond all measure is refused", async () => {
    const answer = await post({ origin: `http://${SAMPLE_HOST}`, "content-length": "100000" }, "a".repeat(100_000));
    expect(answer.status).toBe(413);
  });
});

test("an error that nobody foresaw is told to the terminal and not to the browser", async () => {
  const failures: unknown[] = [];
  const app = buildApp(sample.context, { host: "127.0.0.1", failed: (error) => failures.push(error) });
  app.get("/breaks", () => {
    throw new Error("secret path /home/someone");
  });
  const answer = await app.request("/breaks", { headers: { host: SAMPLE_HOST } });
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("secret");
  expect(failures).toHaveLength(1);
});
