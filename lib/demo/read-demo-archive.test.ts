import { beforeAll, describe, expect, it } from "vitest";
import { parseEdtf } from "#lib/dates/edtf.ts";
import { eventIdsOf, toMentions, toGazetteer } from "#lib/demo/article-rows.ts";
import { actorIdsByName, readDemoArchive } from "#lib/demo/read-demo-archive.ts";
import type { DemoArchive, DemoArticle, DemoEvent } from "#lib/demo/types.ts";
import { bodyOf, understand } from "#lib/ingest/pipeline.ts";

let archive: DemoArchive;
beforeAll(async () => {
  archive = await readDemoArchive();
});

const withPlainApostrophes = (text: string) => text.replaceAll(/[‘’]/g, "'");

function eventsOf(article: DemoArticle): DemoEvent[] {
  const ids = eventIdsOf(article);
  return archive.events.filter(({ id }) => ids.includes(id));
}

/** The file names of the pieces for which `complaint` has something to say, each with it. */
function complaints(complaint: (article: DemoArticle) => unknown): unknown[] {
  return archive.articles.flatMap((article) => {
    const said = complaint(article);
    return said ? [[article.fileName, said]] : [];
  });
}

describe("the demo archive", () => {
  it("holds the whole chronology and enough pieces, spread over its years", () => {
    expect(archive.events).toHaveLength(233);
    expect(archive.topics).toHaveLength(38);
    expect(archive.articles.length).toBeGreaterThanOrEqual(60);
    const years = new Set(archive.articles.map(({ frontMatter }) => frontMatter.date.slice(0, 4)));
    expect(years.size).toBeGreaterThanOrEqual(8);
  });

  it("knows each name once, and no office as a name", () => {
    const names = archive.actors.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(
      names.filter((name) => /^the .*(minister|secretary|president|king)$/i.test(name)),
    ).toEqual([]);
    expect(() => actorIdsByName(archive.actors)("Nobody At All")).toThrow("Nobody At All");
  });

  it("has a tree of topics without a loop", () => {
    const parents = new Map(archive.topics.map(({ id, broader }) => [id, broader]));
    for (const { id } of archive.topics) {
      let steps = 0;
      for (let at = parents.get(id); at; at = parents.get(at)) expect(steps++).toBeLessThan(5);
    }
    expect(parents.get("us-backstop")).toBe("security-guarantees");
  });

  it("is read by the ordinary reader just as its front matter says, with nothing left over", () => {
    expect(
      complaints(({ draft, frontMatter }) => {
        const read = [draft.headline, draft.summary, draft.publishedOn].map(
          (found) => found?.value,
        );
        const said = [frontMatter.headline, frontMatter.summary, frontMatter.date];
        const same = JSON.stringify(read) === JSON.stringify(said);
        return !same || draft.headlineProposed || draft.unused.length || draft.warnings.length;
      }),
    ).toEqual([]);
  });

  it("has fields and mentions that stand where they are said to stand", () => {
    const gazetteer = toGazetteer(archive);
    const names = new Map(archive.actors.map(({ id, name }) => [id, name]));
    expect(
      complaints((article) => {
        const { draft } = article;
        const misplaced = [draft.headline, draft.summary, draft.publishedOn, ...draft.paragraphs]
          .filter((found) => found?.span)
          .filter(
            (found) => draft.text.slice(found?.span?.start, found?.span?.end) !== found?.value,
          );
        const unnamed = toMentions(understand(draft, gazetteer)).filter(
          ({ startsAt, endsAt, actorId }) => {
            const text = bodyOf(draft).slice(startsAt, endsAt);
            return !/\p{Lu}/u.test(text) || !names.has(actorId);
          },
        );
        return misplaced.length + unnamed.length;
      }),
    ).toEqual([]);
  });
});

describe("each piece of the archive desk", () => {
  it("has 150 to 500 words", () => {
    expect(
      complaints(({ draft }) => {
        const words = bodyOf(draft).split(/\s+/).length;
        return words < 150 || words > 500 ? words : null;
      }),
    ).toEqual([]);
  });

  it("quotes only what the chronology has, exactly", () => {
    expect(
      complaints((article) => {
        const known = eventsOf(article).flatMap(({ quotations }) =>
          quotations.map(({ words }) => withPlainApostrophes(words)),
        );
        const text = `${article.frontMatter.headline} ${article.frontMatter.summary} ${bodyOf(article.draft)}`;
        const quoted = [...text.matchAll(/“([^”]*)”/g)].map(([, words = ""]) =>
          withPlainApostrophes(words).replace(/[,.]$/, ""),
        );
        const invented = quoted.filter((words) => !known.some((each) => each.includes(words)));
        return invented.length > 0 || /["„«»]/.test(text) ? invented : null;
      }),
    ).toEqual([]);
  });

  it("names a publisher of its event's sources", () => {
    expect(
      complaints((article) => {
        const own = archive.events.find(({ id }) => id === article.frontMatter.event);
        const body = bodyOf(article.draft);
        // "Khaleej Times (AFP)" is named by either.
        const names = own?.sources.flatMap(({ publisher }) => publisher.split(/ ?[()/] ?| via /));
        return !names?.some((name) => name !== "" && body.includes(name));
      }),
    ).toEqual([]);
  });

  it("is dated within its event and after its background", () => {
    expect(
      complaints(({ frontMatter: { date, event, background } }) => {
        const rangeOf = (id: string) =>
          parseEdtf(archive.events.find((each) => each.id === id)?.date ?? "");
        const own = rangeOf(event);
        const isWithin = own && own.start <= date && date <= own.end;
        return !isWithin || background.some((id) => (rangeOf(id)?.start ?? "9999") > date);
      }),
    ).toEqual([]);
  });

  it("says so where its event is yet to be verified", () => {
    expect(
      complaints((article) => {
        const own = archive.events.find(({ id }) => id === article.frontMatter.event);
        return !own?.checked && !/verif|single source|one source/i.test(bodyOf(article.draft));
      }),
    ).toEqual([]);
  });
});
