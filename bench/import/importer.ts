// The importing process of the benchmark, on its own so that its memory is its own: imports the next
// so many articles of a file as `archive import --publish` does, whenever it is told to.
import { listInputs, type Input } from "#scripts/inputs.ts";
import { openReading, storeThrough } from "#scripts/store-inputs.ts";
import { peakMemoryBytes } from "../data/peak-memory.ts";

export type ImportOrder = { count: number };
export type ImportReport = { ms: number; published: number; error?: string; peakBytes: number };

const [file = "", concurrency = ""] = process.argv.slice(2);
const inputs = listInputs([file], { takeExport: refuseExport });
const opening = openReading();

function refuseExport(): never {
  throw new Error("An export is no import to be measured: bench exports does that.");
}

async function* take(count: number): AsyncGenerator<Input> {
  for (let i = 0; i < count; i++) {
    const { value, done } = await inputs.next();
    if (done) return;
    yield value;
  }
}

async function importNext({ count }: ImportOrder): Promise<ImportReport> {
  const begun = performance.now();
  let published = 0;
  let error: string | undefined;
  const options = { publish: true, concurrency: Number(concurrency) };
  for await (const row of storeThrough(await opening, take(count), options)) {
    if (row.created && row.url) published++;
    else error ??= `${row.file}: ${row.error ?? "stored before"}`;
  }
  const ms = performance.now() - begun;
  return { ms, published, error, peakBytes: peakMemoryBytes() };
}

process.on("message", (order: ImportOrder) => {
  void importNext(order).then((report) => process.send?.(report));
});
process.once("disconnect", () => process.exit());
