/** The kinds of pages that other sites can embed. A kind is a pattern and what describes such a page. */
import { escapeAttribute, escapeText } from "entities";
import { getArticleAt } from "#lib/articles/data-article.ts";
import { formatDay, toDay } from "#lib/dates/calendar-day.ts";
import { getEventName } from "#lib/events/data-review.ts";
import {
  EVENT_FRAME,
  frameHtml,
  STORY_FRAME,
  TIMELINE_FRAME,
  timelineEmbedPath,
} from "#lib/exchange/embed-frame.ts";
import { getStory } from "#lib/stories/data.ts";

const QUOTE_SIZE = { width: 600, height: 200 };

/** The most room that there is, in pixels. */
export type EmbedRoom = { width: number; height: number };

export type EmbeddedPage = { title: string; author?: string; html: string } & EmbedRoom;

type Describe = (
  address: { parts: string[]; search: string },
  room: EmbedRoom,
  baseUrl: string,
) => Promise<EmbeddedPage | null>;

export const EMBEDDED_PAGES: readonly { pattern: RegExp; describe: Describe }[] = [
  {
    pattern: /^\/timeline$/,
    describe: async ({ search }, room, baseUrl) => {
      const path = timelineEmbedPath(`/timeline${search}`);
      return framed({ path, title: "Timeline", ...within(TIMELINE_FRAME, room) }, baseUrl);
    },
  },
  {
    pattern: /^\/events\/([a-z0-9-]+)$/,
    describe: async ({ parts: [id = ""] }, room, baseUrl) => {
      const event = await getEventName(id);
      if (!event) return null;
      const path = `/embed/events/${id}`;
      return framed({ path, title: event.title, ...within(EVENT_FRAME, room) }, baseUrl);
    },
  },
  {
    pattern: /^\/stories\/([a-z0-9-]+)$/,
    describe: async ({ parts: [slug = ""] }, room, baseUrl) => {
      const found = await getStory(slug);
      if (found?.state !== "found") return null;
      const { path, title } = found.story;
      return framed({ path: `${path}/embed`, title, ...within(STORY_FRAME, room) }, baseUrl);
    },
  },
  {
    pattern: /^\/(\d{4})\/(\d{2})\/(\d{2})\/([^/]+)$/,
    describe: async ({ parts: [year, month, day, slug = ""] }, room, baseUrl) => {
      const date = toDay({ year: Number(year), month: Number(month), day: Number(day) });
      const found = date ? await getArticleAt(date, slug) : null;
      if (found?.state !== "published") return null;
      const { headline, path, outlet, publishedOn, bylines } = found.article;
      const source = [outlet?.name, formatDay(publishedOn)].filter(Boolean).join(", ");
      const href = escapeAttribute(`${baseUrl}${path}`);
      return {
        title: headline,
        author: bylines.map(({ name }) => name).join(", "),
        html: `<blockquote cite="${href}"><p><a href="${href}">${escapeText(headline)}</a></p><footer>${escapeText(source)}. The Diplomacy Archive.</footer></blockquote>`,
        ...within(QUOTE_SIZE, room),
      };
    },
  },
];

function framed(frame: Parameters<typeof frameHtml>[0], baseUrl: string): EmbeddedPage {
  const { title, width, height } = frame;
  return { title, width, height, html: frameHtml(frame, baseUrl) };
}

function within(size: EmbedRoom, room: EmbedRoom): EmbedRoom {
  return {
    width: Math.min(size.width, room.width),
    height: Math.min(size.height, room.height),
  };
}
