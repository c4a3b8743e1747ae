/** What Lighthouse says of the four kinds of page that readers come by, on a simulated slow phone. */
import { gzipSync } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse, { type Flags, type Result as Report } from "lighthouse";
import { AppError } from "#lib/errors.ts";
import { CHROMIUM_ARGS, requireBrowser } from "#lib/testing/browser.ts";
import { startBenchArchive } from "./archive/bench-archive.ts";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const MIN_SCORE = 95;
const MAX_SCRIPT_BYTES = 150_000;
/** A single visit depends on what else the machine does; of three, the middle one is told. */
const DEFAULT_VISITS = 3;
/** On a busy machine Chromium at times loses the trace of a visit. */
const MAX_ATTEMPTS = 3;
const PAGES = [
  { name: "front page", path: "/" },
  { name: "timeline", path: "/timeline" },
  { name: "article", path: "/2025/02/27/starmer-hands-trump-invitation-asks-for-backstop" },
  { name: "search", path: "/search?q=backstop" },
];

type Category = (typeof CATEGORIES)[number];
type Options = { visits?: string; json?: boolean };
type PageResult = {
  page: string;
  scores: Record<Category, number>;
  /** All scripts that the page loads, each gzipped. */
  scriptBytes: number;
  /** What cost points, as Lighthouse titles it. */
  faults: string[];
};

export const benchCommand = {
  describe: "Lighthouse's four scores, and the bytes of script, of readers' pages",
  options: { visits: { type: "string" } },
  /** 0 when every score and every page's script keeps its bar, else 1. */
  async run({ visits, json }: Options): Promise<number> {
    const browser = await requireBrowser();
    const archive = await startBenchArchive(0, "");
    const chrome = await launch({
      chromePath: browser.path,
      chromeFlags: ["--headless=new", ...CHROMIUM_ARGS],
      logLevel: "error",
    });
    try {
      const results: PageResult[] = [];
      for (const { name, path } of PAGES) {
        const url = archive.address + path;
        results.push(await judge(name, url, chrome.port, Number(visits ?? DEFAULT_VISITS)));
      }
      report(results, json ?? false);
      return results.every(isKept) ? 0 : 1;
    } finally {
      chrome.kill();
      await archive.stop();
    }
  },
};

async function judge(page: string, url: string, port: number, visits: number) {
  const reports: Report[] = [];
  for (let visit = 0; visit < visits; visit++) reports.push(await visitPage(url, port));
  const scores = Object.fromEntries(
    CATEGORIES.map((category) => [
      category,
      median(reports.map((each) => scoreOf(each, category))),
    ]),
  ) as PageResult["scores"];
  const faults = new Set(reports.flatMap(listFaults));
  const scriptBytes = await measureScripts(reports[0] as Report);
  return { page, scores, scriptBytes, faults: [...faults] };
}

async function visitPage(url: string, port: number): Promise<Report> {
  const flags: Flags = { port, onlyCategories: [...CATEGORIES], logLevel: "error" };
  let problem = "";
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const lhr = (await lighthouse(url, flags))?.lhr;
    if (lhr && !lhr.runtimeError) return lhr;
    problem = lhr?.runtimeError?.message ?? "no result";
  }
  throw new AppError("internal", `Lighthouse could not visit ${url}: ${problem}`);
}

function scoreOf(report: Report, category: Category): number {
  return Math.round((report.categories[category]?.score ?? 0) * 100);
}

function listFaults({ categories, audits }: Report): string[] {
  return CATEGORIES.flatMap((category) =>
    (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const audit = audits[id];
      const isFault = weight > 0 && audit && audit.score !== null && audit.score < 0.9;
      return isFault ? [`${category}: ${audit.title}`] : [];
    }),
  );
}

async function measureScripts({ audits }: Report): Promise<number> {
  const requests = audits["network-requests"]?.details;
  const items = requests?.type === "table" ? requests.items : [];
  const urls = items.flatMap((item) =>
    item.resourceType === "Script" && typeof item.url === "string" ? [item.url] : [],
  );
  const bodies = await Promise.all(
    [...new Set(urls)].map(async (url) => (await fetch(url)).arrayBuffer()),
  );
  return bodies.reduce((sum, body) => sum + gzipSync(Buffer.from(body)).length, 0);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function isKept({ scores, scriptBytes }: PageResult): boolean {
  return (
    CATEGORIES.every((category) => scores[category] >= MIN_SCORE) && scriptBytes <= MAX_SCRIPT_BYTES
  );
}

function report(results: PageResult[], json: boolean): void {
  if (json) return console.log(JSON.stringify(results, null, 2));
  console.log(`Lighthouse on a simulated phone; bars: ${MIN_SCORE}, ${MAX_SCRIPT_BYTES / 1000} kB`);
  console.table(
    results.map((result) => ({
      page: result.page,
      ...result.scores,
      "script kB gzipped": Number((result.scriptBytes / 1000).toFixed(1)),
      "": isKept(result) ? "holds" : "missed",
    })),
  );
  for (const { page, faults } of results.filter((result) => !isKept(result))) {
    for (const fault of faults) console.log(`${page}: ${fault}`);
  }
}
