import { isNodeNewEnough } from "./node-version.mjs";

if (isNodeNewEnough()) import("./launch.mjs").then(({ launch }) => launch("worker.ts"));
