import { describe, expect, it } from "vitest";
import { arrangeSteps, readStoryForm, readStoryIntent } from "#lib/stories/story-form.ts";

describe("the form of a story", () => {
  it("is read with its steps, each with what it cites", () => {
    const form = new FormData();
    for (const [name, value] of [
      ...[
        ["title", "A tale"],
        ["slug", ""],
        ["summary", "Short"],
      ],
      ...[
        ["position", "1"],
        ["eventId", "a-b"],
        ["heading", "One"],
        ["body", "Text"],
      ],
      ...[["cites", "/events/c\n /2025/02/27/d "]],
      ...[
        ["position", "2"],
        ["eventId", ""],
        ["heading", "Two"],
        ["body", ""],
        ["cites", ""],
      ],
    ] as [string, string][])
      form.append(name, value);
    expect(readStoryForm(form)).toEqual({
      ...{ title: "A tale", slug: "", summary: "Short" },
      steps: [
        {
          ...{ position: "1", eventId: "a-b", heading: "One", body: "Text" },
          cites: ["/events/c", "/2025/02/27/d"],
        },
        { position: "2", eventId: null, heading: "Two", body: "", cites: [] },
      ],
    });
  });

  it.each([
    ["up:2", { kind: "up", index: 2 }],
    ["out:0", { kind: "out", index: 0 }],
    ["add:a-meeting-2025", { kind: "add", eventId: "a-meeting-2025" }],
    ["search", { kind: "search" }],
    ["up:x", { kind: "save" }],
    ["", { kind: "save" }],
  ])("takes %j for what it is", (text, intent) => {
    expect(readStoryIntent(text)).toEqual(intent);
  });

  it("looks for events at Enter only while there are words to look for", () => {
    expect(readStoryIntent("enter", "summit")).toEqual({ kind: "search" });
    expect(readStoryIntent("enter", "")).toEqual({ kind: "save" });
  });
});

describe("steps", () => {
  const steps = ["a", "b", "c"];
  const save = { kind: "save" } as const;

  it("stand in the order of their numbers, as typed", () => {
    expect(arrangeSteps(steps, ["3", "1", "2"], save)).toEqual(["b", "c", "a"]);
    expect(arrangeSteps(steps, ["1", "x", "1.5"], save)).toEqual(["a", "c", "b"]);
    expect(arrangeSteps(steps, [], save)).toEqual(steps);
  });

  it("move by one, and not beyond either end", () => {
    expect(arrangeSteps(steps, [], { kind: "up", index: 2 })).toEqual(["a", "c", "b"]);
    expect(arrangeSteps(steps, [], { kind: "down", index: 0 })).toEqual(["b", "a", "c"]);
    expect(arrangeSteps(steps, [], { kind: "up", index: 0 })).toEqual(steps);
    expect(arrangeSteps(steps, [], { kind: "down", index: 2 })).toEqual(steps);
    expect(arrangeSteps(steps, [], { kind: "out", index: 9 })).toEqual(steps);
  });

  it("are taken out where they stand in the form", () => {
    expect(arrangeSteps(steps, ["3", "2", "1"], { kind: "out", index: 0 })).toEqual(["c", "b"]);
  });
});
