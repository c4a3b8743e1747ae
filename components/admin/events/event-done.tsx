import { Notice } from "#components/ui/notice.tsx";

export type EventDeed = "saved" | "added" | "linked" | "unlinked" | "restored";

const WORDS: Readonly<Record<EventDeed, string>> = {
  saved: "Saved.",
  added: "Added. Link the articles on it, so that it has evidence.",
  linked: "Linked.",
  unlinked: "Unlinked.",
  restored: "Brought back.",
};

/** Says what was just done. */
export function EventDone({ done }: { done: EventDeed | undefined }) {
  if (!done) return null;
  return (
    <Notice tone="good" isAnswer>
      <p>
        {WORDS[done]} The way back is under <a href="#history">Saved states</a>.
      </p>
    </Notice>
  );
}
