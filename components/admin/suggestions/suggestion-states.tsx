import { ActionForm } from "#components/admin/form/action-form.tsx";
import { ProgressLine } from "#components/admin/progress/progress-line.tsx";
import { STATE_WORDS, statePath } from "#components/admin/suggestions/suggestion-words.ts";
import { CountList } from "#components/ui/count-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { suggestEventsAction } from "#lib/happenings/actions.ts";
import { SUGGESTION_STATES } from "#lib/happenings/schema.ts";
import type { SuggestionState } from "#lib/happenings/types.ts";
import { counted, inFigures } from "#lib/text/counted.ts";

type StatesProps = {
  counts: Partial<Record<SuggestionState, number>>;
  current: SuggestionState;
};

/** The states that suggestions are in, each with the way to them; from a chosen one back to the open. */
export function SuggestionStates({ counts, current }: StatesProps) {
  const items = SUGGESTION_STATES.map((state) => {
    const isCurrent = state === current && state !== "open";
    const href = statePath(isCurrent ? "open" : state);
    return { key: state, label: STATE_WORDS[state], href, count: counts[state] ?? 0, isCurrent };
  });
  return (
    <Section title="By state" id="states">
      <CountList label="States" unit="suggestions" items={items} />
    </Section>
  );
}

type ProgressProps = { pending: number; total: number };

/** How many public articles were looked at, and the way to look at the rest now. */
export function GroupingStatus({ pending, total }: ProgressProps) {
  const done = total - pending;
  return (
    <div>
      <ProgressLine
        tone={pending > 0 ? "unsure" : "good"}
        state={pending > 0 ? "looking" : "up to date"}
        words={`${inFigures(done)} of ${counted(total, "public article")} looked at`}
        label="Articles looked at"
        total={total}
        done={done}
        isMoving={pending > 0}
      />
      {pending > 0 && (
        <ActionForm
          action={suggestEventsAction}
          submit="Look at the rest now"
          tone="plain"
          layout="inline"
        />
      )}
    </div>
  );
}
