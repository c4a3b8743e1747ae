import { beforeAll, describe, expect, it } from "vitest";
import { parseEdtf } from "#lib/dates/edtf.ts";
import { readDemoArchive } from "#lib/demo/read-demo-archive.ts";
import type { DemoArchive, DemoEvent } from "#lib/demo/types.ts";

/** A stretch of the desk's own prose, with the events that it may speak of. */
type Prose = { where: string; text: string; events: DemoEvent[] };

let archive: DemoArchive;
let prose: Prose[];

const plain = (text: string) => text.replaceAll(/[‘’]/g, "'");
const eventsOf = (...ids: string[]) => archive.events.filter(({ id }) => ids.includes(id));

beforeAll(async () => {
  archive = await readDemoArchive();
  prose = [
    ...archive.stories.flatMap(({ slug, title, summary, steps }) => [
      {
        ...{ where: slug, text: `${title} ${summary}` },
        events: eventsOf(...steps.map(({ event }) => event)),
      },
      ...steps.map(({ event, heading, body, cites }) => ({
        ...{ where: `${slug}: ${event}`, text: `${heading} ${body.replaceAll(/\[\d+\]/g, "")}` },
        events: eventsOf(event, ...cites.map((path) => path.replace("/events/", ""))),
      })),
    ]),
    ...archive.commitments.map(({ id, title, detail, event, changes }) => ({
      ...{ where: id, text: [title, detail, ...changes.map(({ note }) => note)].join(" ") },
      events: eventsOf(event, ...changes.flatMap(({ evidence }) => evidence.flatMap(eventIdOf))),
    })),
  ];
});

function eventIdOf(evidence: { event: string } | { source: unknown }): string[] {
  return "event" in evidence ? [evidence.event] : [];
}

/** Where `complaint` has something to say, with it. */
function complaints(complaint: (each: Prose) => unknown): unknown[] {
  return prose.flatMap((each) => {
    const said = complaint(each);
    return said ? [[each.where, said]] : [];
  });
}

describe("the stories and commitments of the demo archive", () => {
  it("are enough to show what they are for", () => {
    expect(archive.stories.length).toBeGreaterThanOrEqual(3);
    for (const { steps } of archive.stories) {
      expect(steps.length).toBeGreaterThanOrEqual(5);
      expect(steps.length).toBeLessThanOrEqual(8);
    }
    expect(archive.commitments.length).toBeGreaterThanOrEqual(12);
    const states = archive.commitments.map(({ changes }) => changes.at(-1)?.state ?? "open");
    expect(new Set(states)).toEqual(new Set(["open", "kept", "missed", "superseded"]));
  });

  it("quote only what the chronology has, exactly", () => {
    expect(
      complaints(({ text, events }) => {
        const known = events.flatMap(({ quotations }) =>
          quotations.map(({ words }) => plain(words)),
        );
        const quoted = [...text.matchAll(/“([^”]*)”/g)].map(([, words = ""]) =>
          plain(words).replace(/[,.]$/, ""),
        );
        const invented = quoted.filter((words) => !known.some((each) => each.includes(words)));
        return invented.length > 0 || /["„«»]/.test(text) ? invented : null;
      }),
    ).toEqual([]);
  });

  it("have no figure that the chronology does not have", () => {
    expect(
      complaints(({ text, events }) => {
        const known = events.flatMap(({ title, facts, date, sources }) => [
          ...[title, ...facts, ...sources.map(({ publisher }) => publisher)].flatMap(figuresIn),
          ...date.split(/\D+/).map((figure) => String(Number(figure))),
        ]);
        const unknown = figuresIn(text).filter((figure) => !known.includes(figure));
        return unknown.length > 0 ? unknown : null;
      }),
    ).toEqual([]);
  });

  it("name a publisher of each step's sources, and say where there is none or it is unverified", () => {
    const silent = archive.stories.flatMap(({ slug, steps }) =>
      steps.flatMap(({ event: id, body }) => {
        const [event] = eventsOf(id);
        const names = event?.sources.flatMap(({ publisher }) => publisher.split(/ ?[()/] ?| via /));
        const isNamed = names?.some((name) => name !== "" && body.includes(name));
        const isSaid = event?.checked || /to be verified/.test(body);
        const hasNone = event?.sources.length === 0 && body.includes("No source has been recorded");
        return (isNamed || hasNone) && isSaid ? [] : [`${slug}: ${id}`];
      }),
    );
    expect(silent).toEqual([]);
  });

  it("say of a commitment whose event is unverified that it is", () => {
    const silent = archive.commitments.filter(({ event, evidence, detail }) => {
      const [own] = eventsOf(event);
      return !own?.checked && evidence.length === 0 && !/to be verified/.test(detail);
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it("date each commitment within its event, and each change not before it", () => {
    for (const { event, madeOn, changes } of archive.commitments) {
      const span = parseEdtf(eventsOf(event)[0]?.date ?? "");
      const made = parseEdtf(madeOn);
      expect(made && span && made.start >= span.start && made.end <= span.end).toBe(true);
      for (const { day } of changes) expect(day >= (made?.start ?? "9999")).toBe(true);
    }
  });
});

/** `5,000` as 5000; the parts of days and times alone. */
function figuresIn(text: string): string[] {
  const figures = text.replaceAll(/(\d),(?=\d{3})/g, "$1").match(/\d+(?:\.\d+)?/g) ?? [];
  return figures.map((figure) => String(Number(figure)));
}
