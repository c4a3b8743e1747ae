import { COMMITMENT_STATES } from "#lib/commitments/schema.ts";
import type { AskedState, CommitmentsQuery } from "#lib/commitments/types.ts";
import { readRange } from "#lib/dates/reader-range.ts";
import { pageOf, textOf, type ReaderParameters } from "#lib/http/reader-parameters.ts";

export const PAGE_SIZE = 40;
export const MAX_PAGES = 250;
export const ASKED_STATES: readonly AskedState[] = ["overdue", ...COMMITMENT_STATES];

/** The list that nothing narrows. */
export const ALL_COMMITMENTS: CommitmentsQuery = {
  ...{ actorId: null, state: null, topicId: null, from: null, to: null, sort: "made", page: 1 },
};

export type ParsedCommitments = {
  query: CommitmentsQuery;
  /** The dates as typed, to be shown again in the form. */
  given: { from: string; to: string };
  /** Dates that could not be used, in a sentence for each field. */
  problems: { from?: string; to?: string };
};

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_ID_CHARACTERS = 120;

/**
 * The commitments that an address asks for. Never throws: what cannot be read is left out. `today` is
 * what `next month` counts from.
 */
export function parseCommitments(parameters: ReaderParameters, today: string): ParsedCommitments {
  const idOf = (name: string) => {
    const id = textOf(parameters[name]);
    return ID.test(id) && id.length <= MAX_ID_CHARACTERS ? id : null;
  };
  const given = { from: textOf(parameters.from), to: textOf(parameters.to) };
  const { from, to, problems } = readRange(given, today);
  const state = textOf(parameters.state);
  const query: CommitmentsQuery = {
    ...{ actorId: idOf("by"), topicId: idOf("topic"), from, to },
    state: ASKED_STATES.find((each) => each === state) ?? null,
    sort: textOf(parameters.sort) === "due" ? "due" : "made",
    page: pageOf(parameters.page, MAX_PAGES),
  };
  return { query, given, problems };
}

/** The query as the parameters of an address; what is not said is left out, as is the first page. */
export function commitmentParameters(query: CommitmentsQuery): string {
  const { actorId, state, topicId, from, to, sort, page } = query;
  const pairs: [string, string | null][] = [
    ["by", actorId],
    ["state", state],
    ["topic", topicId],
    ["from", from],
    ["to", to],
    ["sort", sort === "due" ? sort : null],
    ["page", page > 1 ? String(page) : null],
  ];
  const said = pairs.filter((pair): pair is [string, string] => pair[1] !== null);
  return said.length > 0 ? `?${new URLSearchParams(said)}` : "";
}

/** The address of a list, changed; every change begins at the first page unless it names one. */
export function commitmentsPath(
  query: CommitmentsQuery,
  change: Partial<CommitmentsQuery> = {},
): string {
  return `/commitments${commitmentParameters({ ...query, page: 1, ...change })}`;
}
