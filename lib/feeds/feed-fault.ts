import type { AppError } from "#lib/errors.ts";

const ADVICE_BY_STATUS = new Map([
  [401, "It wants a password, which the archive has none for."],
  [403, "It does not let programs have the feed. Ask the outlet."],
  [404, "There is nothing at this address. Look on the site for the feed's address."],
  [410, "The feed is gone for good. Look on the site for another."],
  [429, "It asks to be left alone for a while."],
  [503, "It asks to be left alone for a while."],
]);

/** Why a feed could not be had, in words for those who follow it. */
export function describeFault({ details, message }: AppError): string {
  const { status } = details;
  if (typeof status !== "number") return message;
  const advice = ADVICE_BY_STATUS.get(status) ?? "Look whether the feed opens in your browser.";
  return `The site answered ${status}. ${advice}`;
}
