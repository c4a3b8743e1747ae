/** Mozilla's Readability, the baseline for pages. */
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";
import type { PageItem } from "./page-items.ts";

export type Baseline = { title: string; body: string; byline: string; date: string | null };

/** What Readability makes of a page; blanks where it finds nothing or fails. Runs no script. */
export function readWithReadability({ html, url }: PageItem): Baseline {
  // Style sheets say nothing here, and jsdom takes minutes over some.
  const markup = html.replace(/<style\b[\s\S]*?<\/style>/gi, "");
  const dom = new JSDOM(markup, { url, virtualConsole: new VirtualConsole() });
  try {
    const found = new Readability(dom.window.document).parse();
    return {
      title: found?.title ?? "",
      body: blockText(dom, found?.content ?? ""),
      byline: found?.byline ?? "",
      date: /^\d{4}-\d{2}-\d{2}/.exec(found?.publishedTime ?? "")?.[0] ?? null,
    };
  } catch {
    return { title: "", body: "", byline: "", date: null };
  } finally {
    dom.window.close();
  }
}

/** Its text with a line break around blocks, which `textContent` would run together. */
function blockText(dom: JSDOM, content: string): string {
  const holder = dom.window.document.createElement("div");
  holder.innerHTML = content.replace(
    /<(?=\/?(?:p|div|h\d|li|ul|ol|br|blockquote|tr|td)\b)/gi,
    "\n<",
  );
  return holder.textContent ?? "";
}
