/** From what pages write about authors to one name each. */
import { cleanText, withoutShouting } from "#lib/text/clean.ts";
import { isName } from "../names.ts";
import { isAgency, outletConfidence } from "../outlets.ts";
import { isRole } from "../roles.ts";

const LABEL =
  /^(?:(?:words|story|report|text|written|posted|published|reported|analysis|opinion|article|review|reviewed|photographs?|author|authors)\s+)?(?:by|von|par|por|di|author)\b[:\s]*|^(?:authors?|text|autor(?:in)?|auteur)\s*:\s*/i;
const CONTACT = /\S+@\S+\.\S+|(?:^|\s)@\w{2,30}/g;
const STRONG_JOINT = /\s*(?:;|\||\s\/\s|•|·|\n|(?<![\p{L}])(?:and|und|et|y)(?![\p{L}])|&)\s*/iu;
const MAX_NAME_LENGTH = 70;
const NO_NAME =
  /^(?:admin|administrator|editor|staff|webmaster|author|guest|undefined|null|none|anonymous|unknown|user|n\/?a|home|about|contact|share|follow|updated|published|read more|view (?:all|profile).*|more (?:by|from).*|see (?:all|more).*)$/i;

/** The names in what a page gives as an author, in order; none where it is an address or a label. */
export function splitNames(written: string): string[] {
  const text = written
    .replace(CONTACT, " ")
    .replace(/\s*\([^()]*\)/g, "")
    .trim();
  if (/^https?:|^www\.|^\//i.test(text)) return [];
  return text.split(STRONG_JOINT).flatMap(splitAtCommas).flatMap(toName);
}

/** `Ada Brook, Jo Dene` are two; `Ada Brook, political editor` and `Jo Dene, Jr.` are one. */
function splitAtCommas(part: string): string[] {
  const pieces = part.split(/\s*,\s*/).filter((piece) => piece !== "");
  if (pieces.length < 2) return pieces;
  const names = pieces.filter((piece, i) => i === 0 || (looksLikeName(piece) && !isRole(piece)));
  return names;
}

function looksLikeName(text: string): boolean {
  const plain = text.replace(LABEL, "");
  return isName(plain) || isAgency(plain) || outletConfidence(plain) > 0;
}

function toName(part: string): string[] {
  const name = withoutShouting(
    cleanText(part)
      .replace(LABEL, "")
      .replace(/^[\s,.:–—-]+|[\s,:–—-]+$/g, ""),
  );
  const isPlausible =
    name.length >= 2 &&
    name.length <= MAX_NAME_LENGTH &&
    /\p{L}/u.test(name) &&
    !NO_NAME.test(name);
  return isPlausible && name.split(/\s+/).length <= 7 ? [name] : [];
}
