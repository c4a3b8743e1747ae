/** From text to draft: header, body and trailer, each value with its place, nothing lost silently. */
import { cleanText } from "#lib/text/clean.ts";
import { isCalendarDay } from "#lib/dates/calendar-day.ts";
import { assembleFields, type HeaderFields } from "./assemble.ts";
import { readBody } from "./body.ts";
import { withCandidates } from "./candidates.ts";
import { accountFor } from "./coverage.ts";
import { readDateline } from "./dateline.ts";
import type { HeaderElement } from "./elements.ts";
import { readHeader } from "./header.ts";
import { proposeHeadline } from "./headline.ts";
import { readFrontMatter } from "./labelled-fields.ts";
import { detectLanguage } from "./language.ts";
import { layOut, layOutDeclared, type Layout, type Line } from "./layout.ts";
import { readTrailer } from "./trailer.ts";
import type {
  ArticleDraft,
  Declared,
  DraftWarning,
  Found,
  ParseOptions,
  RawArticle,
} from "./types.ts";
import { warnAboutDraft } from "./warnings.ts";

/**
 * What can be understood of an original. Never throws on any text: what is missing is null, empty, or
 * proposed, and a warning says so. Linear in the length of the text; pure.
 */
export function parseArticle(raw: RawArticle, options: ParseOptions = {}): ArticleDraft {
  const usable = withUsableOptions(options);
  if (raw.declared) return parseDeclared(raw, raw.declared, usable);
  const layout = layOut(raw);
  const front = layout.frontMatter && readFrontMatter(raw.text, layout.frontMatter, usable);
  const { header, trailer, onPage } = readEnds(layout.lines, usable, (front?.length ?? 0) > 0);
  const body = readBody(trailer.body, onPage);
  const opening = readOpening(body.paragraphs, layout, usable);
  const elements = [
    ...(front ?? []),
    ...(raw.named ?? []),
    ...header.elements,
    ...body.elements,
    ...trailer.elements,
    ...opening.elements,
  ];
  const all = withCandidates(elements, raw.candidates ?? [], raw.text);
  const fields = assembleFields(all, raw.text, usable);
  return finish(raw, layout, fields, opening);
}

/** The draft of a format that names its fields; only the dateline is left to be read from words. */
function parseDeclared(
  raw: RawArticle,
  { elements, paragraphs }: Declared,
  options: ParseOptions,
): ArticleDraft {
  const layout = layOutDeclared(raw.text);
  const opening = readOpening(paragraphs, layout, options);
  const fields = assembleFields([...elements, ...opening.elements], raw.text, options);
  return finish(raw, layout, fields, opening);
}

/** Header and trailer; a trailer shows that there was a page, and so what a header may be. */
function readEnds(lines: Line[], options: ParseOptions, hasFrontMatter: boolean) {
  const header = readHeader(lines, options, hasFrontMatter);
  const trailer = readTrailer(header.body, header.onPage, options);
  if (header.onPage || trailer.elements.length === 0) {
    return { header, trailer, onPage: header.onPage };
  }
  const onPage = true;
  const again = readHeader(lines, options, onPage);
  return { header: again, trailer: readTrailer(again.body, onPage, options), onPage };
}

type Opening = {
  dateline: Found<string> | null;
  elements: HeaderElement[];
  paragraphs: Found<string>[];
};

/** Takes the dateline off the first paragraph of sentences. */
function readOpening(paragraphs: Found<string>[], layout: Layout, options: ParseOptions): Opening {
  for (const [i, paragraph] of paragraphs.slice(0, 2).entries()) {
    const { span } = paragraph;
    if (!span) continue;
    const stretch = { text: layout.masked.slice(span.start, span.end), base: span.start };
    const dateline = readDateline(stretch, options);
    if (!dateline) continue;
    const start = span.start + dateline.end;
    const value = cleanText(layout.masked.slice(start, span.end));
    const rest = { ...paragraph, value, span: { start, end: span.end } };
    return {
      dateline: dateline.place,
      elements: dateline.elements,
      paragraphs: paragraphs.with(i, rest),
    };
  }
  return { dateline: null, elements: [], paragraphs };
}

function finish(
  raw: RawArticle,
  layout: Layout,
  fields: HeaderFields,
  { dateline, paragraphs }: Opening,
): ArticleDraft {
  const { warnings: dateWarnings, ...rest } = fields;
  const texts = paragraphs.map(({ value }) => value);
  const proposed = fields.headline ? null : proposeHeadline(texts);
  const draft = {
    ...rest,
    text: raw.text,
    headline: fields.headline ?? proposed,
    headlineProposed: proposed !== null,
    language: fields.language ?? detectLanguage(texts),
    dateline,
    paragraphs,
  };
  const { separators, unused } = accountFor(draft, layout.masked);
  const furniture = [...draft.furniture, ...separators].sort(
    (a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0),
  );
  const warnings: DraftWarning[] = [
    ...raw.warnings,
    ...(raw.text.trim() === "" ? [] : dateWarnings),
    ...warnAboutDraft(draft, layout),
  ];
  return { ...draft, furniture, unused, warnings };
}

/** A capture date that is none would make every relative date nonsense, so it is left out. */
function withUsableOptions({ capturedOn, ...rest }: ParseOptions): ParseOptions {
  return capturedOn !== undefined && isCalendarDay(capturedOn) ? { ...rest, capturedOn } : rest;
}
