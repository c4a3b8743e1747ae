import type { z } from "zod";
import type { ArticleDraft } from "#lib/ingest/types.ts";
import type {
  actorsFileSchema,
  commitmentsFileSchema,
  eventSchema,
  frontMatterSchema,
  storiesFileSchema,
  topicsFileSchema,
} from "#lib/demo/schema.ts";

export type DemoTopic = z.infer<typeof topicsFileSchema>[number];
export type DemoEvent = z.infer<typeof eventSchema>;
export type DemoStory = z.infer<typeof storiesFileSchema>[number];
export type DemoCommitment = z.infer<typeof commitmentsFileSchema>[number];

export type DemoActor = {
  id: string;
  kind: "person" | "organisation" | "country";
  name: string;
  aliases: string[];
  country: string | null;
  wikidata: string | null;
  offices: z.infer<typeof actorsFileSchema>["people"][number]["offices"];
};

/** A piece of the archive desk: its file as an original, and what ordinary reading makes of it. */
export type DemoArticle = {
  fileName: string;
  bytes: Uint8Array<ArrayBuffer>;
  frontMatter: z.infer<typeof frontMatterSchema>;
  draft: ArticleDraft;
};

export type DemoArchive = {
  topics: DemoTopic[];
  actors: DemoActor[];
  events: DemoEvent[];
  articles: DemoArticle[];
  stories: DemoStory[];
  commitments: DemoCommitment[];
};

/** How many of each were added; all zero where nothing was missing. */
export type SeedResult = {
  created: boolean;
  topics: number;
  actors: number;
  events: number;
  articles: number;
  stories: number;
  commitments: number;
};
