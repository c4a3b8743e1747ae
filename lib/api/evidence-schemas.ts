/** What the API says of what an event rests on. */
import { z } from "zod";
import { STANCES } from "#lib/language/cue-stance.ts";

const offset = z.int().min(0);

const sayingSchema = z.object({
  statementId: z.uuid(),
  stance: z.enum(STANCES).describe("By the verb with which the article reports it"),
  name: z.string(),
  actorId: z.string().nullable(),
  offices: z.array(z.string()).describe("Held on the day on which it was said"),
  status: z.enum(["suggested", "confirmed"]),
});

const sentenceSchema = z
  .object({
    text: z.string(),
    articleId: z.uuid(),
    path: z.string().describe("Its place in the article, with what makes a browser mark it"),
    outletName: z.string().nullable(),
    publishedOn: z.string().describe("YYYY-MM-DD, of the article"),
    shares: z.object({
      date: z.string().nullable(),
      place: z.string().nullable(),
      people: z.array(z.string()),
      words: z.array(z.string()),
    }),
    facts: z.array(offset).describe("Places in `facts` of those that it seems to bear out"),
    saidBy: z.array(sayingSchema).describe("Empty where the outlet says it in its own words"),
  })
  .meta({ id: "EvidenceSentence" });

/** What an event's answer has besides the event itself. */
export const evidenceShape = {
  importanceReasons: z
    .array(
      z.object({
        about: z.enum(["coverage", "offices", "kind", "links"]),
        points: z.int().min(0),
        of: z.int().min(0).describe("The most that this can give"),
        text: z.string(),
      }),
    )
    .describe("What is computed now; `importance` follows within seconds"),
  independentOutlets: z.int().min(0).describe("Copies of one text count once"),
  accounts: z
    .array(
      z.object({
        outlets: z.array(z.string()),
        how: z
          .enum(["copies", "one_of_named", "own"])
          .describe(
            "Copies of one text; or of one of several that an article names as its sources",
          ),
      }),
    )
    .describe("Each account, with every outlet that carries it or may have given it"),
  evidence: z
    .array(sentenceSchema)
    .describe("Suggested sentences of its published articles, as far as rights show them"),
  linkedArticles: z.int().min(0),
  statementIds: z.array(z.uuid()).describe("Said on its days, in its articles"),
};
