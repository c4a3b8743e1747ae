import type { Kind } from "#lib/exchange/export-tables.ts";
import {
  commitmentLineSchema,
  editLineSchema,
  storyLineSchema,
} from "#lib/exchange/schema-told.ts";

/** What editors write themselves, as an export holds it. */
export const TOLD_KINDS = {
  stories: {
    table: "stories",
    schema: storyLineSchema,
    idType: "uuid",
    unique: [["slug"]],
    parts: {
      steps: {
        ...{ table: "story_steps", parent: "storyId", orderBy: "position" },
        references: { eventId: "events" },
      },
      citations: {
        ...{ table: "story_citations", parent: "storyId", orderBy: "step, position" },
        references: { eventId: "events", articleId: "articles" },
      },
      addresses: {
        ...{ table: "story_addresses", parent: "storyId", orderBy: 'slug COLLATE "C"' },
        unique: ["slug"],
      },
    },
  },
  commitments: {
    table: "commitments",
    schema: commitmentLineSchema,
    idType: "text",
    references: { eventId: "events" },
    parts: {
      actors: {
        ...{ table: "commitment_actors", parent: "commitmentId", orderBy: "side, position" },
        references: { actorId: "actors" },
      },
      topics: {
        ...{ table: "commitment_topics", parent: "commitmentId", only: "topicId" },
        ...{ orderBy: 'topic_id COLLATE "C"', references: { topicId: "topics" } },
      },
      changes: { table: "commitment_changes", parent: "commitmentId", orderBy: "position" },
      evidence: {
        ...{ table: "commitment_evidence", parent: "commitmentId", orderBy: "change, position" },
        references: { eventId: "events", articleId: "articles" },
      },
    },
  },
  edits: {
    table: "edit_revisions",
    schema: editLineSchema,
    idType: "uuid",
    orderBy: 'subject COLLATE "C", subject_id COLLATE "C", number',
    references: { savedById: "users" },
    unique: [["subject", "subjectId", "number"]],
  },
} satisfies Record<string, Kind>;
