import { createHash } from "node:crypto";

const SCRIPT_PRELOAD = /<link\b[^>]*\bas="script"[^>]*>/g;
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;

export type SecuredDocument = { html: string; scriptHashes: string[] };

/**
 * Turns a page whose own scripts carry `marker` as their nonce into one that needs no nonce:
 * returns the page without the marker and a CSP source (`'sha256-…'`) for each inline script
 * that carried it. The marker is secret and changes with every process, so a script that came in
 * with an article's text can never carry it, gets no hash, and is not run. The same page always
 * gives the same bytes, which is what lets it be compressed once and kept.
 */
export function secureDocument(markedHtml: string, marker: string): SecuredDocument {
  const attribute = ` nonce="${marker}"`;
  const scriptHashes = new Set<string>();
  for (const [, attributes = "", content = ""] of markedHtml.matchAll(SCRIPT)) {
    if (!attributes.includes(attribute) || /\ssrc=/.test(attributes)) continue;
    scriptHashes.add(`'sha256-${sha256(content.replaceAll(marker, ""))}'`);
  }
  const html = markedHtml.replaceAll(attribute, "").replaceAll(marker, "");
  return { html, scriptHashes: [...scriptHashes] };
}

/**
 * Takes the scripts that carry `marker` out of a page, and with them the preloads of scripts: what
 * is left is the document as a reader without JavaScript has it, and the scripts of our own that
 * it names as files.
 */
export function withoutMarkedScripts(markedHtml: string, marker: string): string {
  const attribute = ` nonce="${marker}"`;
  return markedHtml
    .replace(SCRIPT, (script, attributes: string) => (attributes.includes(attribute) ? "" : script))
    .replace(SCRIPT_PRELOAD, (link) => (link.includes(attribute) ? "" : link));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
