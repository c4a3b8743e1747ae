import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { EVENT_KINDS } from "#lib/events/schema.ts";
import { EVENT_COLUMNS } from "#lib/exchange/event-columns.ts";
import { MAX_IMPORT_BYTES, MAX_IMPORTED_EVENTS } from "#lib/exchange/schema-event-import.ts";
import { projectPath } from "#lib/runtime/project.ts";
import { inFigures } from "#lib/text/counted.ts";

const page = readFileSync(projectPath("docs/timeline-files.md"), "utf8");

it("has its columns documented, in order, and no others", () => {
  const [, table = ""] = page.split(/<!-- columns:(?:start|end) -->/);
  const documented = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
  expect(documented).toEqual(EVENT_COLUMNS);
  for (const kind of EVENT_KINDS) expect(table).toContain(kind);
});

it("states how large a file may be", () => {
  expect(page).toContain(
    `${MAX_IMPORT_BYTES / 1024 ** 2} MB and ${inFigures(MAX_IMPORTED_EVENTS)} events`,
  );
});
