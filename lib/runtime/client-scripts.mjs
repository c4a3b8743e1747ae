import path from "node:path";
import { rolldown } from "rolldown";

const PROJECT_DIR = path.resolve(import.meta.dirname, "../..");

/** Scripts of readers' pages that are made of several modules, and what is served of each. */
const SCRIPTS = [["components/timeline/live/timeline-picture.ts", "public/timeline-picture.js"]];

/** Writes each script with all that it imports into one small file, which the site serves as it is. */
export async function bundleClientScripts() {
  for (const [source, target] of SCRIPTS) {
    const bundle = await rolldown({
      input: path.join(PROJECT_DIR, source),
      cwd: PROJECT_DIR,
      platform: "browser",
    });
    await bundle.write({ file: path.join(PROJECT_DIR, target), format: "esm", minify: true });
    await bundle.close();
  }
}
