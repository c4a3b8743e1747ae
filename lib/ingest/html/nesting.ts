/** Which tags end which others, after the HTML standard's rules for what authors leave out. */

const words = (list: string) => new Set(list.split(/\s+/));

export const VOID_NAMES = words(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr",
);
const ENDS_PARAGRAPH = words(
  `address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr li dd dt main menu nav ol p pre search section summary table ul`,
);
/** What an unclosed paragraph, or an end tag, does not reach out of. */
const SCOPE = words(
  "#document html table td th caption button object template marquee applet svg math",
);
const TABLE_NAMES = words("table thead tbody tfoot tr td th caption");
const HEADINGS = words("h1 h2 h3 h4 h5 h6");
const MAX_INLINE_DEPTH = 40;
/** Elements that a list item's start looks through for an earlier one left open. */
const LOOKED_THROUGH = words("address div p");

/** An open element that a start tag ends, and how far out it is looked for. */
type ImpliedEnd = { ends: Set<string>; within: Set<string> };

const IMPLIED_ENDS = new Map<string, ImpliedEnd>([
  ["li", { ends: words("li"), within: words("ul ol menu dir") }],
  ["dd", { ends: words("dd dt"), within: words("dl") }],
  ["dt", { ends: words("dd dt"), within: words("dl") }],
  ["td", { ends: words("td th"), within: words("tr table") }],
  ["th", { ends: words("td th"), within: words("tr table") }],
  ["tr", { ends: words("tr"), within: words("table") }],
  ["tbody", { ends: words("tbody thead tfoot"), within: words("table") }],
  ["thead", { ends: words("tbody thead tfoot"), within: words("table") }],
  ["tfoot", { ends: words("tbody thead tfoot"), within: words("table") }],
  ["option", { ends: words("option"), within: words("select datalist") }],
  ["optgroup", { ends: words("option optgroup"), within: words("select") }],
  ["body", { ends: words("head"), within: words("body") }],
]);

/**
 * How many of the open elements (outermost first) stay open when a tag starts; the others it ends.
 * `isOpen` tells at once whether a search can find anything.
 */
export function openAfterStart(
  open: readonly string[],
  name: string,
  isOpen: (name: string) => boolean,
): number {
  const implied = IMPLIED_ENDS.get(name);
  if (implied && [...implied.ends].some(isOpen)) {
    const at = findOpen(open, implied);
    if (at !== null) return at;
  }
  if (ENDS_PARAGRAPH.has(name) && isOpen("p")) {
    const at = findOpen(open, { ends: words("p"), within: SCOPE });
    if (at !== null) return at;
  }
  const current = open.at(-1) ?? "";
  if (HEADINGS.has(name) && HEADINGS.has(current)) return open.length - 1;
  if (name === "a" && isOpen("a")) return openBeforeInline(open, "a") ?? open.length;
  return open.length;
}

/** How many elements stay open when an end tag comes; all of them where it ends nothing. */
export function openAfterEnd(open: readonly string[], name: string): number {
  if (name === "body" || name === "html") return open.length;
  if (!isBlockLike(name)) return openBeforeInline(open, name) ?? open.length;
  for (let at = open.length - 1; at > 0; at--) {
    const each = open[at] as string;
    if (each === name) return at;
    if (SCOPE.has(each) && !TABLE_NAMES.has(name)) break;
  }
  return open.length;
}

function findOpen(open: readonly string[], { ends, within }: ImpliedEnd): number | null {
  const isOfTable = within !== SCOPE && within.has("table");
  for (let at = open.length - 1; at > 0; at--) {
    const each = open[at] as string;
    if (ends.has(each)) return at;
    if (within.has(each) || (SCOPE.has(each) && !(isOfTable && TABLE_NAMES.has(each)))) return null;
    if (within.has("ul") && isBlockLike(each) && !LOOKED_THROUGH.has(each)) return null;
  }
  return null;
}

/** An inline element is not closed across a block: what was opened within stays open. */
function openBeforeInline(open: readonly string[], name: string): number | null {
  const furthest = Math.max(0, open.length - 1 - MAX_INLINE_DEPTH);
  for (let at = open.length - 1; at > furthest; at--) {
    const each = open[at] as string;
    if (each === name) return at;
    if (isBlockLike(each)) return null;
  }
  return null;
}

function isBlockLike(name: string): boolean {
  return ENDS_PARAGRAPH.has(name) || SCOPE.has(name) || TABLE_NAMES.has(name) || name === "head";
}
