import { createHash } from "node:crypto";
import { getGazetteer } from "#lib/actors/data-gazetteer.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { Gazetteer } from "#lib/ingest/pipeline.ts";
import type { Proposal } from "#lib/understanding/types.ts";
import { withProposal } from "#lib/understanding/with-proposal.ts";

/** What texts are understood by. */
export type Definitions = {
  gazetteer: Gazetteer;
  /** Set: those that are saved, where the gazetteer has a proposal among them. */
  saved?: Gazetteer;
  /** SHA-256 of all that the rules read of them. */
  sha256: string;
};

/** The definitions as they are now, with a proposal in place of its topic or actor. */
export async function getDefinitions(
  proposal: Proposal | null,
  client?: Transaction,
): Promise<Definitions> {
  const saved = await getGazetteer(client);
  const gazetteer = proposal ? withProposal(saved, proposal) : saved;
  return { gazetteer, ...(proposal && { saved }), sha256: digestOf([gazetteer, saved]) };
}

function digestOf(gazetteers: Gazetteer[]): string {
  const read = gazetteers.map(({ actors, topics }) => [
    actors,
    topics.map(({ id, label, keywords, exceptions, hitsNeeded }) => {
      return [id, label, keywords, exceptions, hitsNeeded];
    }),
  ]);
  return createHash("sha256").update(JSON.stringify(read)).digest("hex");
}
