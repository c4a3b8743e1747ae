import { JSDOM } from "jsdom";
import fc from "fast-check";
import { expect, it } from "vitest";
import { node } from "./scene-node.ts";
import { writeNodes } from "./write-svg.ts";

it("keeps whatever stands in texts and values text", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom("</text><script>", '"onload="', "&lt;", "a & b", "]]>"),
  );
  fc.assert(
    fc.property(text, text, (label, value) => {
      const svg = writeNodes([node("a", "text", { "aria-label": value }, label)]);
      const { document } = new JSDOM(`<svg xmlns="http://www.w3.org/2000/svg">${svg}</svg>`, {
        contentType: "image/svg+xml",
      }).window;
      const [root] = document.documentElement.children;
      expect(document.documentElement.children).toHaveLength(1);
      expect(root?.children).toHaveLength(0);
      expect(root?.getAttributeNames()).toEqual(["aria-label"]);
      // What XML cannot hold is gone; line ends and halves of characters come back as XML reads them.
      const plain = /^[\u0020-\ud7ff]*$/;
      if (plain.test(label)) expect(root?.textContent).toBe(label);
      if (plain.test(value)) expect(root?.getAttribute("aria-label")).toBe(value);
    }),
    { numRuns: 60 },
  );
});
