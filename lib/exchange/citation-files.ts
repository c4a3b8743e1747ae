/** The one place that knows citation-js: items of CSL-JSON as the files that reference managers read. */
import { Cite, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import type { CslItem } from "#lib/exchange/csl-item.ts";

// Labels are the items' own ids. Letters stay as they are: the plugin's own escapes leave out
// whatever is not Latin.
Object.assign(plugins.config.get("@bibtex").format, { useIdAsLabel: true, asciiOnly: false });

const TEX_ESCAPES: Record<string, string> = {
  ...{ "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "~": "\\textasciitilde{}" },
  ...{ "^": "\\textasciicircum{}", "<": "\\textless{}", ">": "\\textgreater{}" },
  ...{ "&": "\\&", "%": "\\%", $: "\\$", "#": "\\#", _: "\\_" },
};

/** The item as BibTeX in UTF-8. Its months have no days, so that the day is in the note only. */
export function toBibtex(item: CslItem): string {
  const [[year, month]] = item.issued["date-parts"];
  const dated = {
    ...item,
    ...{ title: toTex(item.title), note: toTex(item.note), publisher: toTex(item.publisher) },
    ...(item["container-title"] && { "container-title": toTex(item["container-title"]) }),
    author: item.author.map((name) =>
      "literal" in name
        ? { literal: toTex(name.literal) }
        : { ...name, family: toTex(name.family), ...(name.given && { given: toTex(name.given) }) },
    ),
    issued: { "date-parts": [month === undefined ? [year] : [year, month]] },
  };
  return `${new Cite([dated]).format("bibtex").trim()}\n`;
}

/** The item as RIS, each tag on one line: citation-js breaks long ones in the middle of words. */
export function toRis(item: CslItem): string {
  const ris = new Cite([item]).format("ris").trim();
  const lines = ris.replace(/\r?\n(?![A-Z][A-Z0-9] {2}-)/g, "").split(/\r?\n/);
  if (item.type === "article-newspaper") lines.splice(1, 1, ...newspaperLines(item));
  // Its specification asks for two digits of months and days, and for these ends of lines.
  const dated = lines.map((line) =>
    /^(?:DA|Y2) /.test(line) ? line.replace(/\/(\d)(?=\/)/g, "/0$1") : line,
  );
  return `${dated.join("\r\n")} \r\n`;
}

/** What citation-js leaves out of a newspaper's article, and its id, which it cuts short. */
function newspaperLines({ id, author, issued }: CslItem): string[] {
  const [day] = issued["date-parts"];
  const names = author.map((name) =>
    "literal" in name ? name.literal : [name.family, name.given].filter(Boolean).join(", "),
  );
  return [`ID  - ${id}`, ...names.map((name) => `AU  - ${name}`), `DA  - ${day.join("/")}/`];
}

/** The item as CSL-JSON: a list of one, as processors take it. */
export function toCslJson(item: CslItem): string {
  return `${JSON.stringify([item], null, 2)}\n`;
}

/** Text in which nothing is a command to TeX, nor markup to citation-js. */
function toTex(text: string): string {
  return text.replace(/[\\{}~^<>&%$#_]/g, (character) => TEX_ESCAPES[character] ?? character);
}
