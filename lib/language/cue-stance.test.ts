import { expect, it } from "vitest";
import { stanceOf } from "./cue-stance.ts";

it.each([
  ["said", "claimed"],
  ["told reporters", "claimed"],
  ["claims", "claimed"],
  ["confirmed", "confirmed"],
  ["has acknowledged", "confirmed"],
  ["admitting", "confirmed"],
  ["denied", "denied"],
  ["rejects", "denied"],
  ["dismissed as", "denied"],
  ["pledged", "promised"],
  ["vowing", "promised"],
  ["did not confirm", "claimed"],
  ["declined to deny", "claimed"],
  ["", "claimed"],
])("takes “%s” for %s", (cue, stance) => {
  expect(stanceOf(cue)).toBe(stance);
});
