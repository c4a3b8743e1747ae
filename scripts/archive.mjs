#!/usr/bin/env node
import { isNodeNewEnough } from "./node-version.mjs";

/** Left alone, the engine lets several times as much memory grow as is in use, up to gigabytes. */
const SMALL_HEAP = ["--max-semi-space-size=8", "--heap-growing-percent=60"];

// Standard output belongs to the command's result.
if (isNodeNewEnough()) {
  import("./launch.mjs").then(({ launch }) => launch("archive.ts", process.stderr, SMALL_HEAP));
}
