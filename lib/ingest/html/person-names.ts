/** From what pages write about authors to one name each. */
import { cleanText, withoutShouting } from "#lib/text/clean.ts";
import { isName } from "../names.ts";
import { isAgency, outletConfidence } from "../outlets.ts";
import { isRole } from "../roles.ts";
import type { Page } from "./page.ts";

const LABEL =
  /^(?:(?:words|story|report|text|written|posted|published|reported|analysis|opinion|article|review|reviewed|photographs?|authors?)\s+)?(?:by|von|par|por|di|author)(?![\p{Ll}])[:\s]*|^(?:authors?|text|autor(?:in)?|auteur)\s*:\s*/iu;
const CONTACT = /\S+@\S+\.\S+|(?:^|\s)@\w{2,30}/g;
const STRONG_JOINT =
  /\s*(?:;|\||\s\/\s|•|·|\n|(?<![\p{L}])(?:and|und|et|y|with)(?![\p{L}])|&)\s*/iu;
const MAX_NAME_LENGTH = 70;
const NO_NAME =
  /^(?:admin|administrator|agenc(?:y|ies)|editor|staff|webmaster|author|guest|undefined|null|none|anonymous|unknown|user|n\/?a|home|about|contact|share|follow|updated|published|sponsored|partner content|head of .*|read more|view (?:all|profile).*|more (?:by|from).*|see (?:all|more).*)$/i;
const ORGANISATION =
  /\b(?:staff|desk|newsroom|team|news|press|network|times|media|magazine|agency|editors?|editorial|board|bureau|correspondents?|reporters?|wires?|services?|institute|university|foundation|company|inc|ltd)\b/i;

/** Words of buttons and labels that stand beside bylines and look like names. */
const LABEL_WORD =
  /(?<![\p{L}])(?:copy|link|icon|view|archive|share|follow|read|more|subscribe|profile|posts?|articles?|stories|updated|published|ago|min|save|print|email|facebook|twitter|click|here|close|open|photos?|images?|videos?|comments?|analyst|newsletter|listen|watch|gift|sign)(?![\p{L}])/iu;

/** The names in what a page gives as an author, in order; none where it is an address or a label. */
export function splitNames(written: string): string[] {
  const text = written
    .replace(CONTACT, " ")
    .replace(/\s*\([^()]*\)/g, "")
    .trim();
  if (/^https?:|^www\.|^\//i.test(text)) return [];
  return text.split(STRONG_JOINT).flatMap(splitAtCommas).flatMap(toName);
}

/** Text without the `By` or `Written by` it begins with. */
export function withoutLabel(text: string): string {
  return text.replace(LABEL, "");
}

/** False for what is written like a name and is a button, a label or a role. */
export function isLikelyName(name: string): boolean {
  return !LABEL_WORD.test(name) && !isRole(name) && !NO_NAME.test(name);
}

/** True for the name of the page's own outlet. */
export function isSiteName(
  name: string,
  { meta, articles }: Pick<Page, "meta" | "articles">,
): boolean {
  const publishers = articles.flatMap(({ publisher }) =>
    typeof publisher === "object" && publisher !== null && "name" in publisher
      ? [publisher.name]
      : [],
  );
  const key = keyOf(name);
  return [...meta.get("og:site_name"), ...publishers].some(
    (site) => typeof site === "string" && keyOf(site) === key,
  );
}

/** True for what is the name of an organisation rather than of a person. */
export function isOrganisation(name: string): boolean {
  if (isAgency(name) || outletConfidence(name) > 0 || ORGANISATION.test(name)) return true;
  return /^\p{Lu}{2,6}$|\.(?:com|org|net|co)\b/u.test(name) || !/\s/.test(name);
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+|[^\p{L}\p{N}]+|\.com$/gu, "")
    .trim();
}

/** `Ada Brook, Jo Dene` are two; `Ada Brook, political editor` and `Jo Dene, Jr.` are one. */
function splitAtCommas(part: string): string[] {
  const pieces = part.split(/\s*,\s*/).filter((piece) => piece !== "");
  if (pieces.length < 2) return pieces;
  return pieces.filter((piece, i) => i === 0 || (looksLikeName(piece) && !isRole(piece)));
}

function looksLikeName(text: string): boolean {
  const plain = withoutLabel(text);
  return isName(plain) || isAgency(plain) || outletConfidence(plain) > 0;
}

function toName(part: string): string[] {
  const name = withoutShouting(
    withoutLabel(cleanText(part)).replace(/^[\s,.:–—-]+|[\s,:–—-]+$/g, ""),
  );
  const isPlausible =
    name.length >= 2 &&
    name.length <= MAX_NAME_LENGTH &&
    /\p{L}/u.test(name) &&
    !NO_NAME.test(name);
  return isPlausible && name.split(/\s+/).length <= 7 ? [name] : [];
}
