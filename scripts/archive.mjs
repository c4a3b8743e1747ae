#!/usr/bin/env node
import { isNodeNewEnough } from "./node-version.mjs";

// Standard output belongs to the command's result.
if (isNodeNewEnough()) {
  import("./launch.mjs").then(({ launch }) => launch("archive.ts", process.stderr));
}
