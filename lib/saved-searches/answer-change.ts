/** What the forms of saved searches do; the addresses themselves are in app/saved and app/alerts. */
import { cookies } from "next/headers.js";
import { getEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { parseInput } from "#lib/http/parse-input.ts";
import { getRequestContext } from "#lib/http/request-context.ts";
import { isMailConfigured } from "#lib/mail/send-mail.ts";
import { readTokens, tokensCookie, writeTokens } from "#lib/saved-searches/browser-tokens.ts";
import { listOpening } from "#lib/saved-searches/data.ts";
import {
  changeCadence,
  confirmAlert,
  endAlert,
  getStoppedAddress,
  requestAlert,
  resumeAlert,
} from "#lib/saved-searches/mutations-alerts.ts";
import { countMailAsked, countSave } from "#lib/saved-searches/mutations-limits.ts";
import {
  deleteSearch,
  markSeen,
  notThere,
  renameSearch,
  restoreSearch,
  saveSearch,
} from "#lib/saved-searches/mutations.ts";
import {
  changeSchema,
  confirmationSchema,
  MAX_SAVED_PER_BROWSER,
  newSearchSchema,
  secretSchema,
  type SavedSearchChange,
} from "#lib/saved-searches/schema.ts";

/** The saved searches that the browser of this request remembers, by their secrets. */
export async function listRememberedTokens(): Promise<string[]> {
  return readTokens((await cookies()).get(tokensCookie(getEnv().ARCHIVE_URL).name)?.value);
}

/** Saves a search, remembers it in this browser, and leads to its page. Throws `AppError`. */
export async function answerNewSearch(form: URLSearchParams): Promise<string> {
  const { search } = parseInput(newSearchSchema, Object.fromEntries(form));
  // What was forgotten for good takes no room.
  const known = await listOpening(await listRememberedTokens());
  requireRoom(known.length + 1);
  await countSave(getRequestContext().clientAddress);
  const token = await saveSearch(search, known);
  if (!known.includes(token)) await remember([token, ...known]);
  return `/saved/${token}`;
}

/** Does what a form on the page of a saved search asks, and leads back to it. Throws `AppError`. */
export async function answerChange(form: URLSearchParams, token: string): Promise<string> {
  if (!secretSchema.safeParse(token).success) throw notThere();
  const change = parseInput(changeSchema, Object.fromEntries(form));
  await applyChange(token, change);
  return change.do === "forget" ? "/saved" : `/saved/${token}`;
}

/** Begins the mails that a link confirms, and leads back to its page, which then says so. Throws `AppError`. */
export async function answerConfirmation(form: URLSearchParams): Promise<string> {
  const { token } = parseInput(confirmationSchema, Object.fromEntries(form));
  await confirmAlert(token);
  return "/alerts/confirmed";
}

async function applyChange(token: string, change: SavedSearchChange): Promise<void> {
  switch (change.do) {
    case "see":
      return await markSeen(token, { until: change.asOf, snapshot: change.snapshot });
    case "rename":
      return await renameSearch(token, change.name);
    case "delete":
      return await deleteSearch(token);
    case "restore":
      return await restoreSearch(token);
    case "remember":
    case "forget": {
      const others = (await listRememberedTokens()).filter((other) => other !== token);
      return await remember(change.do === "remember" ? [token, ...others] : others);
    }
    default:
      return await applyMailChange(token, change);
  }
}

type MailChange = Extract<SavedSearchChange, { do: "mail" | "pace" | "resume" | "unmail" }>;

async function applyMailChange(token: string, change: MailChange): Promise<void> {
  // To end mails is possible whatever the operator has set meanwhile.
  if (change.do === "unmail") return await endAlert(token);
  if (!isMailConfigured()) throw new AppError("not_found", "This archive sends no mail.");
  if (change.do === "pace") return await changeCadence(token, change.cadence);
  const { clientAddress } = getRequestContext();
  if (change.do === "resume") {
    await countMailAsked(clientAddress, await getStoppedAddress(token));
    return await resumeAlert(token);
  }
  await countMailAsked(clientAddress, change.email);
  await requestAlert(token, change);
}

function requireRoom(count: number): void {
  if (count <= MAX_SAVED_PER_BROWSER) return;
  const full = `This browser remembers ${MAX_SAVED_PER_BROWSER} saved searches, and no more. Let it forget one first.`;
  throw new AppError("conflict", full);
}

async function remember(tokens: readonly string[]): Promise<void> {
  requireRoom(tokens.length);
  const { name, ...attributes } = tokensCookie(getEnv().ARCHIVE_URL);
  (await cookies()).set(name, writeTokens(tokens), attributes);
}
