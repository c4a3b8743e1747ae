import { describe, expect, it } from "vitest";
import { buildTree } from "./build-tree.ts";
import { descendants, isElement, textOf, type ElementNode, type HtmlNode } from "./tree.ts";

/** The tree as nested markup, every element closed. */
function outline(node: HtmlNode): string {
  if (!isElement(node)) return node;
  const inner = node.children.map(outline).join("");
  return node.name === "#document" ? inner : `<${node.name}>${inner}</${node.name}>`;
}

describe("the tree of a page", () => {
  it.each([
    ["paragraphs left open", "<p>a<p>b<div>c</div>", "<p>a</p><p>b</p><div>c</div>"],
    [
      "list items left open",
      "<ul><li>a<ul><li>b</ul><li>c</ul>",
      "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>",
    ],
    [
      "cells left open",
      "<table><tr><td>a<td>b<tr><td>c</table>",
      "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
    ],
    ["an end tag too many", "<div>a</p></span>b</div>", "<div>ab</div>"],
    ["inline elements across blocks", "<div><b>a</div>b</b>", "<div><b>a</b></div>b"],
    ["void elements", "<p>a<br>b<img src=x>c", "<p>a<br></br>b<img></img>c</p>"],
    ["references", "<p>Br&ouml;ck &amp; Söhne &#8211; &notit;", "<p>Bröck & Söhne – ¬it;</p>"],
    [
      "raw text",
      "<script>if (a < b) { '<p>' }</script>c",
      "<script>if (a < b) { '<p>' }</script>c",
    ],
    ["drawings", "<svg><path/><g/></svg><p>a", "<svg><path></path><g></g></svg><p>a</p>"],
  ])("has %s where a browser has them", (_, html, expected) => {
    expect(outline(buildTree(html).root)).toBe(expected);
  });

  it("is no deeper than its bound, and keeps the text that is", () => {
    const tree = buildTree(`${"<div>".repeat(5_000)}text`);
    const depths = new Map<ElementNode, number>();
    for (const element of tree.elements)
      depths.set(element, element.parent ? (depths.get(element.parent) ?? 0) + 1 : 0);
    expect(Math.max(...depths.values())).toBeLessThanOrEqual(257);
    expect(tree.elements).toHaveLength(5_001);
    expect(textOf(tree.root).trim()).toBe("text");
  });

  it("has no more elements than its bound, and keeps the text that is", () => {
    const tree = buildTree(`${"<p>a</p>".repeat(150_000)}<p>last`);
    expect(tree.elements).toHaveLength(150_000);
    expect(tree.root.children.slice(-2)).toEqual(["a", "last"]);
  });

  it("knows the descendants of each element", () => {
    const tree = buildTree("<div><p>a<b>b</b></p></div><p>c");
    const div = tree.elements.find(({ name }) => name === "div") as ElementNode;
    expect(descendants(tree, div).map(({ name }) => name)).toEqual(["p", "b"]);
  });

  it("takes no attribute for a property of objects", () => {
    const [, element] = buildTree('<p __proto__="a" constructor="b">').elements;
    expect(element?.attributes["constructor"]).toBe("b");
    expect(buildTree("<p>").elements[1]?.attributes["constructor"]).toBeUndefined();
  });
});
