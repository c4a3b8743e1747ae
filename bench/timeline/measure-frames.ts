import { chromium, type Page } from "playwright";
import { CHROMIUM_ARGS, requireBrowser } from "#lib/testing/browser.ts";
import { quantiles } from "./measure-views.ts";

const SECONDS = 5;
const MOVES_A_TURN = 30;
const STEP_PX = 9;
/** A frame in sixty a second, and what the clock of the browser rounds by. */
const FRAME_MS = 16.7;
const CLOCK_MS = 0.2;

export type Frames = {
  gesture: string;
  frames: number;
  p50Ms: number;
  p95Ms: number;
  /** Of frames that came in time. */
  share: number;
};

/** Times between frames while the picture is moved and zoomed, in a Chromium without a GPU. */
export async function measureFrames(address: string): Promise<Frames[]> {
  const browser = await chromium.launch({
    executablePath: (await requireBrowser()).path,
    args: [...CHROMIUM_ARGS, "--disable-gpu"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${address}/timeline`);
    await page.locator("[data-place][data-live]").waitFor();
    await measure(page, "warm-up", pan, 1);
    return [
      await measure(page, "nothing moves", async () => page.waitForTimeout(250)),
      await measure(page, "pan by the pointer", pan),
      await measure(page, "zoom by the wheel", zoom),
    ];
  } finally {
    await browser.close();
  }
}

async function measure(
  page: Page,
  gesture: string,
  turn: (page: Page, number: number) => Promise<void>,
  seconds = SECONDS,
): Promise<Frames> {
  await page.evaluate(() => {
    const times: number[] = [];
    const note = (time: number) => {
      times.push(time);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    Object.assign(globalThis, { benchTimes: times });
  });
  const ends = performance.now() + seconds * 1_000;
  for (let number = 0; performance.now() < ends; number++) await turn(page, number);
  const times = await page.evaluate(
    () => (globalThis as unknown as { benchTimes: number[] }).benchTimes,
  );
  const lengths = times.slice(1).map((time, i) => time - (times[i] as number));
  const inTime = lengths.filter((length) => length <= FRAME_MS + CLOCK_MS).length;
  return { gesture, frames: lengths.length, ...quantiles(lengths), share: inTime / lengths.length };
}

async function pan(page: Page, number: number): Promise<void> {
  const [x, y] = [700, 320];
  const direction = number % 2 === 0 ? -1 : 1;
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let move = 1; move <= MOVES_A_TURN; move++)
    await page.mouse.move(x + direction * move * STEP_PX, y);
  await page.mouse.up();
}

async function zoom(page: Page, number: number): Promise<void> {
  const direction = number % 2 === 0 ? -1 : 1;
  await page.mouse.move(800, 320);
  for (let turn = 0; turn < MOVES_A_TURN; turn++) await page.mouse.wheel(0, direction * 40);
}
