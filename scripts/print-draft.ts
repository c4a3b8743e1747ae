import { bodyOf, listUnknownNames, type UnderstoodDraft } from "#lib/ingest/pipeline.ts";
import type { ArticleDraft, Found, Span } from "#lib/ingest/types.ts";
import { wordsOfStatement } from "#lib/statements/words.ts";

const VALUE_MAX_CHARACTERS = 88;
const FIELD_WIDTH = 12;
const PLACE_WIDTH = 15;

type Row = { field: string; found: Found<string>; note?: string };

/**
 * A draft for people to read: each field with where it stands (line:column, from–to), which rule
 * found it and how sure that is, then who says what in it, who is named that is not known, the text
 * that went into no field, and the warnings.
 */
export function printDraft(draft: UnderstoodDraft): string {
  const placeOf = placesIn(draft.text);
  const rows = listRows(draft).map(({ field, found, note }) =>
    [
      `  ${field.padEnd(FIELD_WIDTH)}`,
      (found.span ? placeOf(found.span) : "–").padEnd(PLACE_WIDTH),
      `${found.rule} ${found.confidence.toFixed(2)}${note ? `, ${note}` : ""}`,
      `\n    ${shorten(found.value)}`,
    ].join(" "),
  );
  const unused = draft.unused.map(
    (span) => `  ${placeOf(span)}\n    ${shorten(draft.text.slice(span.start, span.end))}`,
  );
  const warnings = draft.warnings.map(
    ({ message, span }) => `  ${span ? `${placeOf(span)} ` : ""}${message}`,
  );
  const statements = listStatements(draft);
  const unknown = listUnknownNames(bodyOf(draft), draft.mentions);
  return [
    ...rows,
    ...(statements.length > 0 ? ["\nWho says what:", ...statements] : []),
    ...(unknown.length > 0 ? ["\nNamed, and not known here:"] : []),
    ...unknown.map(({ name, type }) => `  ${type.padEnd(FIELD_WIDTH)} ${shorten(name)}`),
    unused.length > 0 ? "\nIn no field:" : "\nEvery character went into a field.",
    ...unused,
    ...(warnings.length > 0 ? ["\nTo be seen to:", ...warnings] : []),
  ].join("\n");
}

/** Each with its speaker, the actor that this is, venue and day as far as they are told. */
function listStatements(draft: UnderstoodDraft): string[] {
  const body = bodyOf(draft);
  return draft.statements.map((statement) => {
    const { kind, speakerText, speakerId, isAnonymous, venue, saidOn, confidence } = statement;
    const who = [speakerText, speakerId && `(${speakerId})`].filter(Boolean).join(" ");
    const facts = [who || "nobody named", isAnonymous && "anonymous", venue, saidOn];
    return [
      `  ${kind.padEnd(FIELD_WIDTH)} ${facts.filter(Boolean).join(", ")} ${confidence.toFixed(2)}`,
      `    ${shorten(wordsOfStatement(body, statement.parts))}`,
    ].join("\n");
  });
}

function listRows(draft: ArticleDraft): Row[] {
  const one = (field: string, found: Found<string> | null, note?: string): Row[] =>
    found ? [{ field, found, ...(note ? { note } : {}) }] : [];
  const all = (field: string, list: Found<string>[]) => list.flatMap((found) => one(field, found));
  return [
    ...one("headline", draft.headline, draft.headlineProposed ? "proposed" : undefined),
    ...one("summary", draft.summary),
    ...one("outlet", draft.outlet),
    ...one("published", draft.publishedOn),
    ...one("time", draft.publishedAt),
    ...one("modified", draft.modifiedOn),
    ...draft.bylines.flatMap(({ name, role, note }) => [
      ...one("byline", name),
      ...one("  role", role),
      ...one("  note", note),
    ]),
    ...one("dateline", draft.dateline),
    ...all("credit", draft.mediaCredits),
    ...all("caption", draft.captions),
    ...all("paragraph", draft.paragraphs),
    ...all("furniture", draft.furniture),
    ...one("address", draft.sourceUrl),
    ...one("language", draft.language),
  ];
}

/** Line and column from 1, as editors count them; the end is the last character itself. */
function placesIn(text: string): (span: Span) => string {
  const lineStarts = [
    0,
    ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length),
  ];
  const placeOf = (offset: number) => {
    const line = lineStarts.findLastIndex((start) => start <= offset);
    return `${line + 1}:${offset - (lineStarts[line] ?? 0) + 1}`;
  };
  return ({ start, end }) => `${placeOf(start)}–${placeOf(Math.max(start, end - 1))}`;
}

function shorten(value: string): string {
  const line = value.replace(/\s+/g, " ").trim();
  return line.length > VALUE_MAX_CHARACTERS ? `${line.slice(0, VALUE_MAX_CHARACTERS - 1)}…` : line;
}
