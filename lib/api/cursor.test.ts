import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { fromCursor, toCursor } from "#lib/api/cursor.ts";

const positionSchema = z.object({ day: z.string(), id: z.string() });

it("gives back the position it was made from", () => {
  fc.assert(
    fc.property(fc.record({ day: fc.string(), id: fc.string() }), (position) => {
      expect(fromCursor(positionSchema, toCursor(position))).toEqual(position);
    }),
  );
});

it("refuses whatever it did not make, and nothing else is thrown", () => {
  fc.assert(
    fc.property(fc.string(), (cursor) => {
      expect(() => fromCursor(positionSchema, cursor)).toThrow(
        expect.objectContaining({ code: "invalid_input" }),
      );
    }),
  );
  expect(() => fromCursor(positionSchema, toCursor({ day: 1 }))).toThrow("cursor");
});
