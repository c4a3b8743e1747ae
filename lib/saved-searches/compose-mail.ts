/** The mails that readers get: plain text, and the same as simple HTML. Nothing in them is loaded or counted. */
import { escapeAttribute, escapeText } from "entities";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { CONFIRM_LIFE_HOURS } from "#lib/saved-searches/confirm-life.ts";
import type { Match, TextPart } from "#lib/search/types.ts";
import { counted } from "#lib/text/counted.ts";
import { shorten } from "#lib/text/shorten.ts";

const ARCHIVE = "The Diplomacy Archive";
const MAX_SUBJECT_CHARACTERS = 100;

export type ComposedMail = { subject: string; text: string; html: string };

/**
 * Asks an address whether it wants mails. Not a word in it comes from whoever typed the address, who may
 * be a stranger to its owner.
 */
export function composeRequest({
  archiveUrl,
  confirmUrl,
}: {
  archiveUrl: string;
  confirmUrl: string;
}): ComposedMail {
  const asked = `Somebody, probably you, asked ${ARCHIVE} (${archiveUrl}) to tell this address by e-mail what is new in a saved search.`;
  const todo = `To begin, open this page and press its button. The link is good for ${CONFIRM_LIFE_HOURS} hours.`;
  const otherwise =
    "If it was not you, do nothing: you get no further mail about this, and the address is forgotten.";
  return {
    subject: `Please confirm: mails from ${ARCHIVE}`,
    text: `${asked}\n\n${todo}\n\n${confirmUrl}\n\n${otherwise}\n`,
    html: page(
      paragraph(escapeText(asked)),
      paragraph(escapeText(todo)),
      paragraph(link(confirmUrl, "Confirm on the archive’s page")),
      paragraph(escapeText(otherwise)),
    ),
  };
}

export type AlertContent = {
  name: string;
  /** The articles of which the mail tells, the last released first. */
  matches: readonly Match[];
  /** How many are new; `isMore` where there may be more than that. */
  count: number;
  isMore: boolean;
  archiveUrl: string;
  searchUrl: string;
  /** The page with the button that ends these mails. */
  endUrl: string;
};

/** Tells what is new in a saved search: each article with the sentence that matched. */
export function composeAlert(content: AlertContent): ComposedMail {
  const { name, matches, count, isMore, archiveUrl, searchUrl, endUrl } = content;
  const total = `${isMore ? "At least " : ""}${counted(count, "new article")}`;
  const rest = count > matches.length ? `These are the last ${matches.length} of them.` : "";
  const lead = [`${total} in your saved search “${name}”.`, rest].filter(Boolean).join(" ");
  const reason = `You get this because you asked ${ARCHIVE} for it.`;
  return {
    subject: shorten(`${total}: ${name}`, MAX_SUBJECT_CHARACTERS),
    text: [
      lead,
      ...matches.map((match) => articleText(match, archiveUrl)),
      `The whole search: ${searchUrl}`,
      `-- \n${reason}\nStop these mails: ${endUrl}\n`,
    ].join("\n\n"),
    html: page(
      paragraph(escapeText(lead)),
      ...matches.map((match) => articleHtml(match, archiveUrl)),
      paragraph(link(searchUrl, "The whole search")),
      "<hr>",
      paragraph(`${escapeText(reason)} ${link(endUrl, "Stop these mails")}`),
    ),
  };
}

function articleText(match: Match, archiveUrl: string): string {
  const { headlineParts, sentence, path } = match;
  const lines = [
    textOf(headlineParts) + proposedNote(match),
    whereFrom(match),
    textOf(sentence),
    `${archiveUrl}${path}`,
  ];
  return lines.filter((line) => line !== "").join("\n");
}

function articleHtml(match: Match, archiveUrl: string): string {
  const { headlineParts, sentence, path } = match;
  const headline = `<a href="${escapeAttribute(`${archiveUrl}${path}`)}">${htmlOf(headlineParts)}</a>`;
  return [
    `<h2 style="margin:1.5em 0 0;font-size:1.1em">${headline}${escapeText(proposedNote(match))}</h2>`,
    `<p style="margin:0.2em 0;color:#5a564d">${escapeText(whereFrom(match))}</p>`,
    sentence.length > 0 ? `<p style="margin:0.2em 0">${htmlOf(sentence)}</p>` : "",
  ].join("\n");
}

function proposedNote({ headlineProposed }: Match): string {
  return headlineProposed ? " (proposed headline)" : "";
}

function whereFrom({ outlet, publishedOn }: Match): string {
  return [outlet?.name, formatDay(publishedOn)].filter(Boolean).join(", ");
}

/** Matches between asterisks, as people write by hand. */
function textOf(parts: readonly TextPart[]): string {
  return parts.map(({ text, isMatch }) => (isMatch ? `*${text}*` : text)).join("");
}

function htmlOf(parts: readonly TextPart[]): string {
  return parts
    .map(({ text, isMatch }) => (isMatch ? `<mark>${escapeText(text)}</mark>` : escapeText(text)))
    .join("");
}

function paragraph(html: string): string {
  return `<p>${html}</p>`;
}

function link(url: string, text: string): string {
  return `<a href="${escapeAttribute(url)}">${escapeText(text)}</a>`;
}

function page(...parts: string[]): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>${ARCHIVE}</title></head>
<body style="max-width:40em;font-family:Georgia,serif;line-height:1.5">
${parts.filter((part) => part !== "").join("\n")}
</body>
</html>
`;
}
