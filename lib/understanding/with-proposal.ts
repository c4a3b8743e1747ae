import type { Gazetteer } from "#lib/ingest/pipeline.ts";
import type { Proposal } from "#lib/understanding/types.ts";

/** What the archive would know with a definition as it is proposed; in the same order. */
export function withProposal(gazetteer: Gazetteer, proposal: Proposal): Gazetteer {
  const { id } = proposal;
  if (proposal.kind === "topic") {
    const { label, definition, keywords, exceptions, hitsNeeded } = proposal.fields;
    const topic = { id, label, definition, keywords, exceptions, hitsNeeded };
    return {
      ...gazetteer,
      topics: gazetteer.topics.map((each) => (each.id === id ? topic : each)),
    };
  }
  const { name, kind, country, aliases, offices } = proposal.fields;
  const actor = {
    ...{ id, name, kind, country, aliases },
    offices: offices.map(({ title, heldFrom, heldTo }) => ({ title, from: heldFrom, to: heldTo })),
  };
  return { ...gazetteer, actors: gazetteer.actors.map((each) => (each.id === id ? actor : each)) };
}
