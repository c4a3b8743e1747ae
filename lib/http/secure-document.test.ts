import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "#lib/http/security-headers.ts";
import { secureDocument, withoutMarkedScripts } from "#lib/http/secure-document.ts";

const MARKER = "secretMarker123";
const hashOf = (script: string) =>
  `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

describe("secureDocument", () => {
  it("allows the inline scripts that carry the marker and removes it", () => {
    const page = `<script nonce="${MARKER}">go()</script><script src="/a.js" nonce="${MARKER}"></script>`;
    const { html, scriptHashes } = secureDocument(page, MARKER);
    expect(scriptHashes).toEqual([hashOf("go()")]);
    expect(html).toBe('<script>go()</script><script src="/a.js"></script>');
  });

  it("gives a script without the marker no hash, whatever it pretends", () => {
    const page = `<script>alert(1)</script><script nonce="guess">alert(2)</script><script nonce="${MARKER}">ours()</script>`;
    expect(secureDocument(page, MARKER).scriptHashes).toEqual([hashOf("ours()")]);
  });

  it("hashes what is sent, where the marker stood inside a script too", () => {
    const page = `<script nonce="${MARKER}">push("nonce ${MARKER}")</script>`;
    const { html, scriptHashes } = secureDocument(page, MARKER);
    expect(html).not.toContain(MARKER);
    expect(scriptHashes).toEqual([hashOf('push("nonce ")')]);
  });

  it("gives the same bytes for the same page under another marker", () => {
    const page = (marker: string) => `<p>x</p><script nonce="${marker}">go()</script>`;
    expect(secureDocument(page("one1"), "one1")).toEqual(secureDocument(page("two2"), "two2"));
  });
});

describe("withoutMarkedScripts", () => {
  it("takes out the marked scripts and their preloads, and nothing else", () => {
    const kept = `<link rel="preload" href="/a.woff2" as="font"><script type="module" src="/b.js"></script><script type="application/ld+json">{}</script>`;
    const page = `<link rel="preload" as="script" href="/a.js" nonce="${MARKER}"/>${kept}<script src="/a.js" nonce="${MARKER}" async=""></script><script nonce="${MARKER}">go("<p>")</script>`;
    expect(withoutMarkedScripts(page, MARKER)).toBe(kept);
  });
});

describe("contentSecurityPolicy", () => {
  it("never allows inline scripts as such", () => {
    const scripts = contentSecurityPolicy(["'sha256-x'"]).match(/script-src ([^;]*)/)?.[1];
    expect(scripts).toBe("'self' 'sha256-x'");
  });
});
