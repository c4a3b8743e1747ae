import type { RequestListener } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { provideEnv } from "#lib/env.ts";
import { fetchIfChanged, fetchOutside } from "#lib/http/fetch-outside.ts";
import { isPublicAddress } from "#lib/http/public-address.ts";
import { closeSites, openSite } from "#lib/testing/site.ts";

const PAGE = "<!doctype html><title>Talks</title><p>Ministers met.</p>";
const MAX_BYTES = 100_000;

beforeAll(() => void provideEnv({ FETCH_ALLOWED_HOSTS: "localhost" }));
afterEach(closeSites);

/** A site that answers each path as told; each has an origin, so rules, of its own. */
const site = async (paths: Record<string, RequestListener>) => (await openSite(paths)).origin;

const page: RequestListener = (_req, res) =>
  res.writeHead(200, { "content-type": "text/html; charset=windows-1252" }).end(PAGE);
const redirectTo =
  (location: string): RequestListener =>
  (_req, res) =>
    res.writeHead(302, { location }).end();
const codeOf = (address: string) =>
  fetchOutside(address, MAX_BYTES).then(
    () => "none",
    ({ code }: { code: string }) => code,
  );

describe("a page from outside", () => {
  it("comes with what the site says of it, from where it was found in the end", async () => {
    const agents: (string | undefined)[] = [];
    const origin = await site({
      "/old": redirectTo("/new"),
      "/new": (req, res) => {
        agents.push(req.headers["user-agent"]);
        page(req, res);
      },
    });
    const fetched = await fetchOutside(`${origin}/old#part`, MAX_BYTES);
    expect(fetched).toMatchObject({
      url: `${origin}/new`,
      mediaType: "text/html",
      charset: "windows-1252",
    });
    expect(Buffer.from(fetched.bytes).toString()).toBe(PAGE);
    expect(agents).toEqual([expect.stringMatching(/^DiplomacyArchive\/.*\/about\)$/)]);
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ])("is decompressed from %s", async (coding, compress) => {
    const origin = await site({
      "/": (_req, res) => res.writeHead(200, { "content-encoding": coding }).end(compress(PAGE)),
    });
    const { bytes } = await fetchOutside(origin, MAX_BYTES);
    expect(Buffer.from(bytes).toString()).toBe(PAGE);
  });

  it("is refused when it is too large, before and after decompression", async () => {
    const origin = await site({
      "/long": (_req, res) => res.end("a".repeat(MAX_BYTES + 1)),
      "/bomb": (_req, res) =>
        res.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("a".repeat(50_000_000))),
      "/endless": (_req, res) => {
        const more = () => res.write("a".repeat(50_000), () => setImmediate(more));
        more();
      },
    });
    for (const path of ["/long", "/bomb", "/endless"])
      expect(await codeOf(origin + path), path).toBe("payload_too_large");
  });

  it("is refused with a reason when the site has none, or is not what it says", async () => {
    const origin = await site({
      "/broken": (_req, res) => res.writeHead(200, { "content-encoding": "gzip" }).end("no gzip"),
      "/twice": (_req, res) => res.writeHead(200, { "content-encoding": "gzip, gzip" }).end(PAGE),
      "/down": (_req, res) => res.writeHead(503).end(),
      "/loop": redirectTo("/loop"),
      "/cut": (_req, res) => {
        res.writeHead(200, { "content-length": "100" }).write("a");
        res.destroy();
      },
    });
    expect(await codeOf(`${origin}/absent`)).toBe("not_found");
    for (const path of ["/broken", "/twice", "/down", "/loop", "/cut"])
      expect(await codeOf(origin + path), path).toBe("unavailable");
  });
});

describe("a feed that was had before", () => {
  const NEVER_HAD = { etag: null, lastModified: null };

  it("comes again only if it has changed, by either validator", async () => {
    const asked: (string | undefined)[][] = [];
    const lastModified = "Thu, 27 Feb 2025 10:00:00 GMT";
    const origin = await site({
      "/": (req, res) => {
        const { "if-none-match": etag, "if-modified-since": since } = req.headers;
        asked.push([etag, since]);
        if (since) return res.writeHead(304, { "cache-control": "public, max-age=600" }).end();
        res.writeHead(200, { etag: 'W/"é"', "last-modified": lastModified }).end(PAGE);
      },
    });
    const first = await fetchIfChanged(origin, MAX_BYTES, NEVER_HAD);
    // One that cannot be sent back is none.
    expect(first).toMatchObject({ etag: null, lastModified, freshSeconds: 0, movedTo: null });
    const second = await fetchIfChanged(origin, MAX_BYTES, first);
    expect(second).toMatchObject({ page: null, lastModified, freshSeconds: 600 });
    expect(asked).toEqual([
      [undefined, undefined],
      [undefined, lastModified],
    ]);
  });

  it.each([
    [[301, 308], "/c"],
    [[301, 302], "/b"],
    [[302, 301], null],
  ])("has moved for good as far as %j say", async ([first, second], movedTo) => {
    const leadTo =
      (status: number | undefined, location: string): RequestListener =>
      (_req, res) =>
        res.writeHead(status ?? 0, { location }).end();
    const origin = await site({
      "/a": leadTo(first, "/b"),
      "/b": leadTo(second, "/c"),
      "/c": page,
    });
    const fetched = await fetchIfChanged(`${origin}/a`, MAX_BYTES, NEVER_HAD);
    expect(fetched.page?.url).toBe(`${origin}/c`);
    expect(fetched.movedTo).toBe(movedTo && origin + movedTo);
  });

  it.each([
    ["120", 120],
    [new Date(Date.now() + 3_600_000).toUTCString(), expect.closeTo(3_600, -2)],
    ["Thu, 27 Feb 2025 10:00:00 GMT", 0],
    ["soon", undefined],
  ])("is asked for again when the site says: %s", async (retryAfter, seconds) => {
    const origin = await site({
      "/": (_req, res) => res.writeHead(503, { "retry-after": retryAfter }).end(),
    });
    const failed = fetchIfChanged(origin, MAX_BYTES, NEVER_HAD);
    await expect(failed).rejects.toMatchObject({
      details: { status: 503, ...(seconds !== undefined && { retryAfterSeconds: seconds }) },
    });
  });
});

describe("what is not fetched", () => {
  it.each(["ftp://example.org/a", "file:///etc/passwd", "no address", "http://a:b@example.org/"])(
    "%s",
    async (address) => expect(await codeOf(address)).toBe("invalid_input"),
  );

  it.each([
    ...["http://127.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://0.0.0.0/"],
    ...["http://[::1]/", "http://[::ffff:10.0.0.1]/", "http://[::7f00:1]/", "http://[fe80::1]/"],
    ...["http://10.1.2.3/", "http://172.16.0.1/", "http://192.168.1.1/", "http://169.254.169.254/"],
  ])("an address of a private network: %s", async (address) => {
    await expect(fetchOutside(address, MAX_BYTES)).rejects.toThrow(/private network/);
  });

  it("is a name that leads into a private network, until an operator allows it", async () => {
    const origin = await site({ "/": page });
    provideEnv({ FETCH_ALLOWED_HOSTS: "" });
    try {
      await expect(fetchOutside(origin, MAX_BYTES)).rejects.toThrow(/private network/);
    } finally {
      provideEnv({ FETCH_ALLOWED_HOSTS: "localhost" });
    }
    expect(await codeOf(origin)).toBe("none");
  });

  it("is a private address that a public one redirects to", async () => {
    const inner = await site({ "/": page });
    const origin = await site({ "/": redirectTo(inner.replace("localhost", "127.0.0.1")) });
    await expect(fetchOutside(origin, MAX_BYTES)).rejects.toThrow(/private network/);
  });

  it("is what robots.txt excludes, for this program or for all", async () => {
    const robots = (text: string): RequestListener => {
      return (_req, res) => res.end(text);
    };
    const paths = { "/a": page, "/b": page };
    const origin = await site({ ...paths, "/robots.txt": robots("User-agent: *\nDisallow: /a") });
    expect([await codeOf(`${origin}/a`), await codeOf(`${origin}/b`)]).toEqual([
      "forbidden",
      "none",
    ]);
    const ours = "User-agent: DiplomacyArchive\nDisallow: /\n\nUser-agent: *\nAllow: /";
    const named = await site({ ...paths, "/robots.txt": robots(ours) });
    expect(await codeOf(`${named}/b`)).toBe("forbidden");
  });

  it("is a page of a site whose robots.txt fails", async () => {
    const origin = await site({
      "/": page,
      "/robots.txt": (_req, res) => res.writeHead(500).end(),
    });
    expect(await codeOf(origin)).toBe("forbidden");
  });
});

it.each([
  ["8.8.8.8", true],
  ["2606:4700:4700::1111", true],
  ["100.64.0.1", false],
  ["64:ff9b::a00:1", false],
  ["2002:a00:1::", false],
  ["fd00::1", false],
  ["224.0.0.1", false],
  ["::", false],
  ["localhost", false],
])("%s is public: %s", (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});
