import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { parse as parseYaml } from "yaml";
import {
  actorsFileSchema,
  commitmentsFileSchema,
  eventSchema,
  frontMatterSchema,
  storiesFileSchema,
  topicsFileSchema,
} from "#lib/demo/schema.ts";
import type { DemoActor, DemoArchive, DemoArticle, DemoEvent } from "#lib/demo/types.ts";
import { draftFromBytes, type Gazetteer } from "#lib/ingest/pipeline.ts";

const DEMO_DIR = path.resolve(import.meta.dirname, "../../prisma/demo");
const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;

/**
 * The demo archive as its files have it: validated, every name in it resolved, events in order of
 * time. Throws where a file breaks its schema or names what does not exist.
 */
export async function readDemoArchive(): Promise<DemoArchive> {
  const [topics, actors, events, articles, stories, commitments] = await Promise.all([
    readJson("topics.json").then((json) => topicsFileSchema.parse(json)),
    readJson("actors.json").then(toActors),
    readEvents(),
    readArticles(),
    readJson("stories.json").then((json) => storiesFileSchema.parse(json)),
    readJson("commitments.json").then((json) => commitmentsFileSchema.parse(json)),
  ]);
  const archive = { topics, actors, events, articles, stories, commitments };
  requireResolved(archive);
  requireTold(archive);
  return archive;
}

/** What texts can be understood by where there is no database: the demo archive's actors and topics. */
export async function readDemoGazetteer(): Promise<Gazetteer> {
  const [topics, actors] = await Promise.all([
    readJson("topics.json").then((json) => topicsFileSchema.parse(json)),
    readJson("actors.json").then(toActors),
  ]);
  return { topics, actors };
}

/** Which actor a participant's or organisation's name stands for. Throws for a name unknown. */
export function actorIdsByName(actors: readonly DemoActor[]): (name: string) => string {
  const ids = new Map(
    actors.flatMap(({ id, name, aliases }) => [name, ...aliases].map((each) => [each, id])),
  );
  return (name) => ids.get(name) ?? fail(`No actor is named ${name}`);
}

async function readJson(fileName: string): Promise<unknown> {
  return JSON.parse(await readFile(path.join(DEMO_DIR, fileName), "utf8"));
}

function toActors(json: unknown): DemoActor[] {
  const { people, organisations, countries } = actorsFileSchema.parse(json);
  return [
    ...people.map((actor) => ({ ...actor, kind: "person" as const })),
    ...organisations.map((actor) => ({ ...actor, kind: "organisation" as const, offices: [] })),
    ...countries.map((actor) => ({
      ...actor,
      kind: "country" as const,
      country: actor.name,
      offices: [],
    })),
  ];
}

async function readEvents(): Promise<DemoEvent[]> {
  const lines = (await readFile(path.join(DEMO_DIR, "events.jsonl"), "utf8")).trim().split("\n");
  return lines.map((line) => eventSchema.parse(JSON.parse(line)));
}

async function readArticles(): Promise<DemoArticle[]> {
  const directory = path.join(DEMO_DIR, "articles");
  const fileNames = (await readdir(directory)).filter((name) => name.endsWith(".md")).sort();
  return Promise.all(
    fileNames.map(async (fileName) => {
      const bytes = new Uint8Array(await readFile(path.join(directory, fileName)));
      const draft = await draftFromBytes(bytes, { mediaType: "text/markdown", fileName });
      const yaml = FRONT_MATTER.exec(draft.text)?.[1] ?? fail(`${fileName} has no front matter`);
      return { fileName, bytes, draft, frontMatter: frontMatterSchema.parse(parseYaml(yaml)) };
    }),
  );
}

function requireResolved({ topics, actors, events, articles }: DemoArchive): void {
  const topicIds = new Set(topics.map(({ id }) => id));
  const eventIds = new Set(events.map(({ id }) => id));
  const requireIn = (ids: Set<string>, id: string, where: string) =>
    ids.has(id) || fail(`${where} names ${id}, which does not exist`);
  const actorIdOf = actorIdsByName(actors);
  for (const { id, broader } of topics) if (broader) requireIn(topicIds, broader, id);
  for (const event of events) {
    for (const topic of event.topics) requireIn(topicIds, topic, event.id);
    for (const related of event.related) requireIn(eventIds, related, event.id);
    for (const { name } of event.participants) actorIdOf(name);
    event.organisations.forEach(actorIdOf);
  }
  for (const { fileName, frontMatter } of articles) {
    for (const topic of frontMatter.topics) requireIn(topicIds, topic, fileName);
    for (const event of [frontMatter.event, ...frontMatter.background])
      requireIn(eventIds, event, fileName);
  }
}

function requireTold({ topics, actors, events, stories, commitments }: DemoArchive): void {
  const [topicIds, actorIds, eventIds] = [topics, actors, events].map(
    (list) => new Set(list.map(({ id }) => id)),
  ) as [Set<string>, Set<string>, Set<string>];
  const requireIn = (ids: Set<string>, id: string, where: string) =>
    ids.has(id) || fail(`${where} names ${id}, which does not exist`);
  for (const { slug, steps } of stories)
    for (const { event } of steps) requireIn(eventIds, event, slug);
  for (const { id, event, by, to, topics: own, evidence, changes } of commitments) {
    requireIn(eventIds, event, id);
    for (const actor of [...by, ...to]) requireIn(actorIds, actor, id);
    for (const topic of own) requireIn(topicIds, topic, id);
    for (const each of [...evidence, ...changes.flatMap((change) => change.evidence)])
      if ("event" in each) requireIn(eventIds, each.event, id);
  }
}

function fail(message: string): never {
  throw new Error(`The demo archive is damaged. ${message}.`);
}
