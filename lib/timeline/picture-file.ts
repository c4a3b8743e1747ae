/** The picture of a window as a file to take along, with a line that says where it is from. */
import sharp from "sharp";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { today } from "#lib/dates/today.ts";
import { getEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { countRequest } from "#lib/http/rate-limit.ts";
import { getRequestContext } from "#lib/http/request-context.ts";
import { getPictureData } from "#lib/timeline/data-picture.ts";
import { drawPicture } from "#lib/timeline/draw.ts";
import { FILE_COLOURS, fileStyle } from "#lib/timeline/file-style.ts";
import {
  fromAddress,
  timelineHref,
  windowHref,
  type TimelineQuery,
} from "#lib/timeline/timeline-query.ts";
import type { PictureData } from "#lib/timeline/types.ts";
import { windowParameters } from "#lib/timeline/view-window.ts";
import { pictureInWords } from "#lib/timeline/window-words.ts";
import { escapeXml } from "#lib/timeline/write-svg.ts";

const DEFAULT_WIDTH = 1_400;
const [MIN_WIDTH, MAX_WIDTH] = [600, 2_400];
const HEAD_HEIGHT = 50;
const FOOT_HEIGHT = 30;
const MARGIN = 24;
/** For print: twice the pixels of the drawing. */
const SCALE = 2;
const PX_PER_INCH = 72;

export type PictureKind = "svg" | "png";

const MEDIA_TYPES: Record<PictureKind, string> = { svg: "image/svg+xml", png: "image/png" };

/**
 * The picture that an address asks for; `width` in it is that of the drawing, 600 to 2,400 pixels.
 * Throws `AppError` "not_found" where there is nothing to draw, "invalid_input" where a date cannot be
 * read, and "too_many_requests" as the API does.
 */
export async function pictureFile(request: Request, kind: PictureKind): Promise<Response> {
  const limit = kind === "png" ? "picture" : "network";
  const limitHeaders = await countRequest(limit, getRequestContext().clientAddress);
  const query = fromAddress(request.url, today());
  if (query.problems.length > 0) throw new AppError("invalid_input", query.problems.join(" "));
  const data = await getPictureData(query);
  if (!data) throw new AppError("not_found", "Nothing in the archive meets all of this.");
  const svg = drawFile(data, query, readWidth(new URL(request.url).searchParams.get("width")));
  const body = kind === "svg" ? svg : await toPng(svg);
  const { from, to } = windowParameters(data.window);
  const name = `timeline-${from}-to-${to}.${kind}`.replaceAll(":", "");
  return new Response(body, {
    headers: {
      ...limitHeaders,
      "Content-Type": MEDIA_TYPES[kind],
      "Content-Disposition": `inline; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}

function drawFile(data: PictureData, { written, narrowing }: TimelineQuery, width: number): string {
  const { ARCHIVE_URL } = getEnv();
  const hrefOf = (span: PictureData["window"]) => ARCHIVE_URL + windowHref(written, span);
  const picture = drawPicture(data, width, { hrefOf, prefix: "file" });
  const inner = picture.svg.replaceAll('href="/', `href="${escapeXml(ARCHIVE_URL)}/`);
  const [fullWidth, fullHeight] = [width + 2 * MARGIN, picture.height + HEAD_HEIGHT + FOOT_HEIGHT];
  const address = ARCHIVE_URL + timelineHref({ ...written, ...windowParameters(data.window) });
  const known = narrowing.knownOn ? `, as known on ${formatDay(narrowing.knownOn)}` : "";
  const title = `Timeline, ${pictureInWords(data.window, picture.layout)}${known}`;
  const source = `The Diplomacy Archive: ${address}, accessed ${formatDay(today())}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${fullWidth} ${fullHeight}" width="${fullWidth}" height="${fullHeight}">
<title>${escapeXml(title)}</title>
<style>${fileStyle(data.lanes)}</style>
<rect width="${fullWidth}" height="${fullHeight}" fill="${FILE_COLOURS.paper}"/>
<text x="${MARGIN}" y="32" data-part="title">${escapeXml(title)}</text>
<g transform="translate(${MARGIN} ${HEAD_HEIGHT})">${inner}</g>
<text x="${MARGIN}" y="${fullHeight - 11}" data-part="source">${escapeXml(source)}</text>
</svg>
`;
}

/** One at a time: a wide one keeps a core busy for half a second. */
let drawing: Promise<unknown> = Promise.resolve();

function toPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const png = drawing.then(() =>
    sharp(Buffer.from(svg), { density: PX_PER_INCH * SCALE })
      .png({ compressionLevel: 6 })
      .toBuffer(),
  );
  drawing = png.catch(() => undefined);
  return png.then((bytes) => new Uint8Array(bytes));
}

function readWidth(given: string | null): number {
  const width = /^\d{1,5}$/.test(given ?? "") ? Number(given) : DEFAULT_WIDTH;
  return Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width));
}
