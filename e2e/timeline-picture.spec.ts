import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";

const PICTURE = "[data-place] svg";

/** The picture once the script has it. */
async function openPicture(page: Page, path = "/timeline") {
  await page.goto(path);
  const picture = page.locator("[data-place][data-live]");
  await expect(picture).toBeVisible();
  return picture;
}

const says = (page: Page) => page.locator("[data-says]").innerText();

/** The first and the last day of the window in the address. */
async function windowOf(page: Page): Promise<[number, number]> {
  await expect(page).toHaveURL(/from=.*to=/);
  const query = new URL(page.url()).searchParams;
  return [Date.parse(query.get("from") ?? ""), Date.parse(query.get("to") ?? "")];
}

const MS_PER_DAY = 86_400_000;
const lengthOf = ([from, to]: [number, number]) => (to - from) / MS_PER_DAY;

test("the wheel zooms about the pointer, drawing across moves, the address keeps it", async ({
  page,
}) => {
  const picture = await openPicture(page, "/timeline?from=2022&to=2025");
  const box = (await picture.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + box.width * 0.8, box.y + 120);
  for (let turn = 0; turn < 5; turn++) await page.mouse.wheel(0, -200);
  await expect(page).toHaveURL(/from=202[34]-/);
  const zoomed = await windowOf(page);
  expect(lengthOf(zoomed)).toBeLessThan(800);

  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.4, box.y + 130, { steps: 8 });
  await page.mouse.up();
  await expect.poll(async () => (await windowOf(page))[0]).toBeGreaterThan(zoomed[0]);
  const moved = await windowOf(page);
  expect(Math.abs(lengthOf(moved) - lengthOf(zoomed))).toBeLessThanOrEqual(2);

  await expect(page.locator("[data-says]")).not.toContainText(/\d:\d/);
  const words = await says(page);
  await page.reload();
  await expect(page.locator("[data-says]")).toHaveText(words);
  await page.goto("/about");
  await page.goBack();
  await expect(page.locator("[data-says]")).toHaveText(words);
});

test("buttons do what they say, and the list follows", async ({ page }) => {
  await openPicture(page, "/timeline?from=2022&to=2025");
  const nav = page.getByRole("navigation", { name: "Move through the timeline" });
  await nav.getByRole("link", { name: "Zoom in" }).click();
  await expect.poll(async () => lengthOf(await windowOf(page))).toBeLessThan(740);
  const [from] = await windowOf(page);
  await nav.getByRole("link", { name: "Later" }).click();
  await expect.poll(async () => (await windowOf(page))[0]).toBeGreaterThan(from + 300 * MS_PER_DAY);
  await expect(page.getByRole("textbox", { name: "From", exact: true })).toHaveValue(/^2024-/);
  const first = page.locator("[data-timeline-list] time").first();
  await expect(first).toHaveAttribute("datetime", /^202[56]/);
  await nav.getByRole("link", { name: "Everything" }).click();
  await expect(page).toHaveURL(/from=1994/);
  await nav.getByRole("link", { name: "Start" }).click();
  await expect(page).toHaveURL("/timeline");
});

test("a gathered mark opens into what it gathers", async ({ page }) => {
  await openPicture(page);
  const mark = page.locator(`${PICTURE} [data-part=gathered]`).last();
  const words = (await mark.getAttribute("aria-label")) ?? "";
  const count = Number(/^(\d+)/.exec(words)?.[1]);
  expect(count).toBeGreaterThan(1);
  await mark.click();
  await expect(page).toHaveURL(/from=/);
  await expect
    .poll(async () => Number(/: (\d+) event/.exec(await says(page))?.[1]))
    .toBeGreaterThanOrEqual(count);
});

test("keys alone zoom, move, and go from entry to entry to its page", async ({ page }) => {
  const picture = await openPicture(page);
  await picture.focus();
  const before = await says(page);
  await page.keyboard.press("+");
  await expect.poll(() => says(page)).not.toBe(before);
  const [from] = await windowOf(page);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(async () => (await windowOf(page))[0]).toBeLessThan(from);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("-");
  await page.keyboard.press("0");
  await expect(page).toHaveURL(/from=1994/);
  await page.keyboard.press("Home");
  await expect(page).toHaveURL("/timeline");

  await page.keyboard.press("j");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  const first = await focused();
  expect(first).toBeTruthy();
  await page.keyboard.press("ArrowDown");
  await expect.poll(focused).not.toBe(first);
  await page.keyboard.press("k");
  await expect.poll(focused).toBe(first);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("[data-place]"))).toBeNull();

  await page.locator(`${PICTURE} [data-part=named]`).first().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/events\//);
});

test("those who hear the page hear names, dates, lanes and the range", async ({ page }) => {
  await openPicture(page, "/timeline?from=2025-02-27&to=2025-03-03");
  const picture = page.getByRole("group", { name: "Picture of the timeline" });
  await expect(
    picture.getByRole("link", {
      name: /^28 February 2025: .*Oval Office \(United States, Ukraine/,
    }),
  ).toBeVisible();
  await expect(page.locator("[data-says]")).toHaveAttribute("aria-live", "polite");
  await expect(page.locator("[data-says]")).toHaveText(/^27 February to 3 March 2025: \d+ events/);
  const overview = page.locator("[data-overview]");
  await expect(overview.getByRole("link", { name: "Show 2022" })).toBeAttached();
});

test("labels and marks do not touch as they are drawn", async ({ page }) => {
  for (const width of [390, 834, 1440, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    await openPicture(page);
    await page.evaluate(() => document.fonts.ready);
    const touching = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll("[data-place] [data-part=label]")].map(
        (label) => ({
          words: label.textContent,
          ...label.getBoundingClientRect().toJSON(),
        }),
      );
      const isSameRow = (one: DOMRect, other: DOMRect) => Math.abs(one.top - other.top) < 8;
      return boxes.flatMap((one, i) =>
        boxes
          .slice(i + 1)
          .filter((two) => isSameRow(one, two) && one.left < two.right && two.left < one.right)
          .map((two) => `${one.words} / ${two.words}`),
      );
    });
    expect(touching, `at ${width} px`).toEqual([]);
  }
});

test("the strip is drawn across, moved and clicked", async ({ page }) => {
  await openPicture(page);
  const strip = page.locator("[data-overview]");
  await strip.scrollIntoViewIfNeeded();
  const box = (await strip.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + box.width * 0.6, box.y + 15);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.75, box.y + 15, { steps: 6 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=2013/);
  const drawn = await windowOf(page);
  expect(lengthOf(drawn)).toBeGreaterThan(1_200);
  await page.mouse.click(box.x + box.width * 0.2, box.y + 15);
  await expect.poll(async () => (await windowOf(page))[1]).toBeLessThan(drawn[0]);
});

test("reduced motion jumps", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openPicture(page, "/timeline?from=2022&to=2025");
  const labels = () =>
    page.locator(`${PICTURE} [data-part=axis]`).evaluate((axis) => axis.textContent ?? "");
  const before = await labels();
  const after = await page.evaluate(async () => {
    document.querySelector<HTMLElement>("[data-action=in]")?.click();
    const seen = new Set<string>();
    for (let frame = 0; frame < 12; frame++) {
      await new Promise(requestAnimationFrame);
      seen.add(document.querySelector("[data-place] [data-part=grid]")?.getAttribute("d") ?? "");
    }
    return seen.size;
  });
  expect(after).toBeLessThanOrEqual(2);
  expect(await labels()).not.toBe(before);
});

test("what is shown, words, person, kind and outlet narrow it, and the statements are counted", async ({
  page,
  expectAccessibleInBoth,
}) => {
  await page.goto("/timeline");
  await page.getByRole("checkbox", { name: "articles" }).uncheck();
  await page.getByRole("checkbox", { name: "statements" }).check();
  await page.getByLabel("Person").selectOption({ label: "Keir Starmer" });
  await page.getByLabel("Kind").selectOption("meeting");
  await page.getByLabel("Words").fill("white house");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  const query = new URL(page.url()).searchParams;
  expect(query.getAll("show")).toEqual(["events", "statements"]);
  expect(query.get("kind")).toBe("meeting");
  const lines = page.getByRole("main").locator("[data-entry]");
  await expect(lines.first()).toBeVisible();
  for (const line of await lines.all()) await expect(line).toHaveAttribute("href", /^\/events\//);
  await expect(page.getByRole("link", { name: "read them in the ledger" })).toHaveAttribute(
    "href",
    /^\/statements\?.*starmer/,
  );
  await expectAccessibleInBoth();
});

test("as known on a day before the archive began there is nothing, and it says what that means", async ({
  page,
}) => {
  await page.goto("/timeline?known=2020");
  await expect(page.getByText("As known on 31 December 2020")).toBeVisible();
  await expect(page.getByText("Nothing in the archive meets all of this.")).toBeVisible();
  await page.goto("/timeline?known=2100");
  await expect(page.locator("[data-entry]").first()).toBeVisible();
});

test("axe finds nothing in the living picture, light or dark", async ({
  page,
  expectAccessibleInBoth,
}) => {
  await openPicture(page);
  await expectAccessibleInBoth();
  await openPicture(page, "/timeline?from=2025-02-10&to=2025-03-10&show=events&show=statements");
  await expectAccessibleInBoth();
});

test.describe("by touch", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a finger moves through time, two fingers zoom", async ({ page }) => {
    const picture = await openPicture(page, "/timeline?from=2022&to=2025");
    await picture.scrollIntoViewIfNeeded();
    const box = (await picture.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const y = box.y + 60;
    const session = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", xs: number[]) =>
      session.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: xs.map((x, id) => ({ x, y, id })),
      });
    await touch("touchStart", [300]);
    for (let x = 290; x >= 150; x -= 10) await touch("touchMove", [x]);
    await touch("touchEnd", []);
    await expect(page).toHaveURL(/from=202[34]/);
    const moved = await windowOf(page);
    await touch("touchStart", [180, 220]);
    for (let by = 10; by <= 100; by += 10) await touch("touchMove", [180 - by, 220 + by]);
    await touch("touchEnd", []);
    await expect.poll(async () => lengthOf(await windowOf(page))).toBeLessThan(lengthOf(moved) / 2);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the picture is whole, and its links zoom and move", async ({ page }) => {
    await page.goto("/timeline");
    const picture = page.locator(`${PICTURE}:visible`);
    await expect(picture).toHaveCount(1);
    expect(await picture.locator("[data-part=label]").count()).toBeGreaterThan(20);
    await picture.locator("[data-part=gathered]").last().click();
    await expect(page).toHaveURL(/from=.*to=/);
    await page.getByRole("link", { name: "Zoom out" }).click();
    await page
      .locator("[data-overview] svg:visible")
      .getByRole("link", { name: "Show 2022" })
      .click();
    await expect(page).toHaveURL("/timeline?from=2022-01-01&to=2022-12-31");
    await expect(page.locator("[data-says]")).toHaveText(/^2022: \d+ events/);
    await picture.locator("[data-part=named]").first().click();
    await expect(page).toHaveURL(/\/events\//);
  });
});
