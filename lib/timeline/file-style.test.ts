import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { projectPath } from "#lib/runtime/project.ts";
import { FILE_COLOURS } from "./file-style.ts";

it("has the colours of the site", async () => {
  const tokens = await readFile(projectPath("app/tokens.css"), "utf8");
  for (const [name, colour] of Object.entries(FILE_COLOURS))
    expect(new RegExp(`--${name}: (#\\w+);`).exec(tokens)?.[1], name).toBe(colour);
});
