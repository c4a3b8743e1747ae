/** The timeline with many events: how fast it is served, what a view weighs, how smoothly it moves. */
import { database } from "#lib/db/client.ts";
import { AppError } from "#lib/errors.ts";
import { startBenchArchive } from "./archive/bench-archive.ts";
import { BULK_ARTICLES } from "./data/shared-data.ts";
import { copyEvents } from "./timeline/copy-events.ts";
import { measureFrames, type Frames } from "./timeline/measure-frames.ts";
import {
  measureServer,
  weigh,
  weighViews,
  type Times,
  type ViewBytes,
} from "./timeline/measure-views.ts";
import { printTimeline, verdictsOf } from "./timeline/print-timeline.ts";

const DEFAULT_EVENTS = 10_000;
const DEFAULT_ARTICLES = 2_000;

type Options = {
  events?: string;
  articles?: string;
  data?: string;
  folder?: string;
  json?: boolean;
};

export type TimelineResult = {
  events: number;
  copies: number;
  articles: number;
  source: string;
  server: Times[];
  views: ViewBytes[];
  scriptBytes: number;
  frames: Frames[];
};

export const benchCommand = {
  describe: "milliseconds and bytes of the timeline with 10,000 events, and frames while it moves",
  options: {
    events: { type: "string" },
    articles: { type: "string" },
    data: { type: "string" },
    folder: { type: "string" },
  },
  /** 0 when every bar holds, else 1. */
  async run({ events, articles, data = BULK_ARTICLES, folder, json }: Options): Promise<number> {
    const [wanted, filled] = [
      Number(events ?? DEFAULT_EVENTS),
      Number(articles ?? DEFAULT_ARTICLES),
    ];
    if (![wanted, filled].every((number) => Number.isInteger(number) && number >= 0))
      throw new AppError("invalid_input", "Give numbers, as --events 10000 --articles 2000.");
    const archive = await startBenchArchive(filled, data, folder);
    try {
      const made = await copyEvents(wanted);
      const result: TimelineResult = {
        ...{ ...made, articles: await database.article.count(), source: archive.source },
        server: await measureServer(archive.address),
        views: await weighViews(archive.address),
        scriptBytes: await weigh(`${archive.address}/timeline-picture.js`),
        frames: await measureFrames(archive.address),
      };
      const verdicts = verdictsOf(result);
      if (json) console.log(JSON.stringify({ ...result, verdicts }, null, 2));
      else {
        printTimeline(result);
        for (const { bar, value, isHeld } of verdicts)
          console.log(`${bar}: ${value} (${isHeld ? "holds" : "missed"})`);
      }
      return verdicts.every(({ isHeld }) => isHeld) ? 0 : 1;
    } finally {
      await database.$disconnect();
      await archive.stop();
    }
  },
};
