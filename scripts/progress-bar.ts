const REDRAW_MS = 250;
const BAR_WIDTH = 24;
const CLEAR_LINE = "\r\u001b[2K";

/**
 * A line at the foot of the terminal that shows how far a long command is: how much of the whole is
 * done, how many articles, how fast, how long it will take. Nothing where standard error is none.
 */
export class ProgressBar {
  readonly #startedAt = performance.now();
  readonly #total: number | null;
  readonly #timer: NodeJS.Timeout | undefined;
  #done = 0;
  #articles = 0;

  /** `total`: the whole, in bytes or whatever `addDone` counts; null where nobody knows. */
  constructor(total: number | null) {
    this.#total = total;
    if (process.stderr.isTTY) this.#timer = setInterval(() => this.#draw(), REDRAW_MS);
  }

  addDone(amount: number): void {
    this.#done += amount;
  }

  addArticle(): void {
    this.addArticles(1);
  }

  addArticles(count: number): void {
    this.#articles += count;
  }

  /** Takes the line away, so that something else can be printed in its place. */
  clear(): void {
    if (this.#timer) process.stderr.write(CLEAR_LINE);
  }

  end(): void {
    this.clear();
    clearInterval(this.#timer);
  }

  #draw(): void {
    process.stderr.write(CLEAR_LINE + this.#line((performance.now() - this.#startedAt) / 1000));
  }

  #line(seconds: number): string {
    const count = `${this.#articles.toLocaleString("en-GB")} articles`;
    const rate = `${(this.#articles / Math.max(seconds, 0.001)).toFixed(0)} a second`;
    if (!this.#total) return `  ${count}, ${rate}`;
    const share = Math.min(this.#done / this.#total, 1);
    const bar = "█".repeat(Math.round(share * BAR_WIDTH)).padEnd(BAR_WIDTH, "░");
    const left = share > 0 ? toDuration((seconds / share) * (1 - share)) : "…";
    return `  ${bar} ${Math.floor(share * 100)} %, ${count}, ${rate}, ${left} left`;
  }
}

function toDuration(seconds: number): string {
  return seconds < 60 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}
