import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { escapeText } from "entities";
import { AppError } from "#lib/errors.ts";
import { readAllJsonLines } from "../data/json-lines.ts";

/** Something to read that was made to do harm, or is broken. */
export type HostileItem = {
  id: string;
  /** Made when it is needed: bombs are large. */
  bytes: () => Buffer | Promise<Buffer>;
  fileName: string;
  /** Where it is read as plain text, the text must come out as it was. */
  text?: string;
};
export type HostileGroup = {
  name: string;
  items: HostileItem[];
  /** True: each in a process of its own, so that its memory is its own, and each is told. */
  isEachAlone?: boolean;
};

const BROKEN_COPIES = 3;
const FLIPPED_BYTES = 24;

/**
 * The groups of a folder or file: a folder is one group of documents for each folder in it, a JSON
 * array of strings or gzipped JSON Lines with a `payload` is a group of texts.
 */
export async function readHostileGroups(source: string): Promise<HostileGroup[]> {
  const info = await stat(source).catch(() => null);
  if (!info) throw new AppError("not_found", `There is nothing at ${source}.`);
  if (!info.isDirectory()) return [await readFileGroup(source)];
  const entries = await readdir(source, { withFileTypes: true });
  const groups = await Promise.all(
    entries
      .sort((a, b) => a.name.localeCompare(b.name))
      .map(({ name }) => path.join(source, name))
      .map(async (entry) =>
        (await stat(entry)).isDirectory() ? readFolderGroup(entry) : readFileGroup(entry),
      ),
  );
  return groups;
}

/** The texts of other groups as web pages, and as the entries of a feed, which is how they would come. */
export function marksUpOf(groups: HostileGroup[]): HostileGroup[] {
  return groups.flatMap(({ name, items }) => {
    const texts = items.flatMap(({ id, text }) => (text === undefined ? [] : [{ id, text }]));
    if (texts.length === 0) return [];
    const pages = texts.map(({ id, text }) => ({
      id: `page:${id}`,
      fileName: "page.html",
      bytes: () => Buffer.from(`<!doctype html><title>Talks</title><article>${text}</article>`),
    }));
    const entries = texts.map(({ text }) => {
      const escaped = escapeText(text);
      return `<item><title>${escaped}</title><description>${escaped}</description></item>`;
    });
    const feed = {
      id: `feed:${name}`,
      fileName: "feed.xml",
      bytes: () => Buffer.from(`<rss version="2.0"><channel>${entries.join("")}</channel></rss>`),
    };
    return [
      { name: `${name} in pages`, items: pages },
      { name: `${name} in a feed`, items: [feed] },
    ];
  });
}

/** Cut and scratched copies of the documents of other groups, the same in every run. */
export function brokenCopiesOf(groups: HostileGroup[]): HostileGroup {
  const items = groups
    .flatMap((group) => group.items)
    .filter(({ text }) => text === undefined)
    .flatMap((item) =>
      Array.from({ length: BROKEN_COPIES }, (_, copy) => ({
        id: `${item.id}#${copy}`,
        fileName: item.fileName,
        bytes: async () => breakCopy(await item.bytes(), copy),
      })),
    );
  return { name: "broken copies", items };
}

async function readFileGroup(file: string): Promise<HostileGroup> {
  const name = path.basename(file).replace(/\..*$/, "");
  if (file.endsWith(".jsonl.gz")) {
    const payloads = await readAllJsonLines<{ id: string; payload: string }>(file);
    return { name, items: payloads.map(({ id, payload }) => textItem(id, payload)) };
  }
  if (file.endsWith(".json")) {
    const strings = JSON.parse(await readFile(file, "utf8")) as string[];
    return { name, items: strings.map((text, i) => textItem(`${name}:${i}`, text)) };
  }
  return { name, items: [documentItem(name, file)], isEachAlone: true };
}

async function readFolderGroup(folder: string): Promise<HostileGroup> {
  const name = path.basename(folder);
  const files = (await readdir(folder)).sort();
  const items = files.map((file) => documentItem(name, path.join(folder, file)));
  return { name, items, isEachAlone: true };
}

function documentItem(group: string, file: string): HostileItem {
  const fileName = path.basename(file);
  return { id: `${group}/${fileName}`, fileName, bytes: () => readFile(file) };
}

function textItem(id: string, text: string): HostileItem {
  return { id, fileName: "pasted.txt", text, bytes: () => Buffer.from(text) };
}

/** The first copy is cut in the middle; the others have bytes flipped. */
function breakCopy(bytes: Buffer, copy: number): Buffer {
  if (copy === 0) return bytes.subarray(0, Math.floor(bytes.length / 2));
  const broken = Buffer.from(bytes);
  let seed = copy * 7919 + bytes.length;
  for (let i = 0; i < FLIPPED_BYTES; i++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const at = seed % broken.length;
    broken[at] = (broken[at] ?? 0) ^ (1 << (seed % 8));
  }
  return broken;
}
