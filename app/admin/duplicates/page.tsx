import type { Metadata } from "next";
import { DecidedNotice } from "#components/admin/duplicates/pair-decision.tsx";
import { PairList } from "#components/admin/duplicates/pair-list.tsx";
import { Stack } from "#components/admin/shell/stack.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { getPairLine, listOpenPairs } from "#lib/duplicates/data.ts";
import { pairIdSchema } from "#lib/duplicates/schema.ts";
import type { OpenPairs } from "#lib/duplicates/types.ts";
import { inFigures } from "#lib/text/counted.ts";

export const metadata: Metadata = { title: "Duplicates" };

const PAIRS_SHOWN = 50;

type Props = { searchParams: Promise<{ decided?: string }> };

export default async function DuplicatesPage({ searchParams }: Props) {
  await requirePageRole("editor");
  const decided = pairIdSchema.safeParse((await searchParams).decided);
  const [texts, events, pair] = await Promise.all([
    listOpenPairs(["same_text", "update"], PAIRS_SHOWN),
    listOpenPairs(["same_event"], PAIRS_SHOWN),
    decided.success ? getPairLine(decided.data) : null,
  ]);
  return (
    <>
      <PageHeading
        title="Duplicates"
        lead="Articles that the archive takes for repeats, updates or other coverage of one event, the most doubtful first."
      />
      {pair && <DecidedNotice pair={pair} />}
      {texts.total + events.total === 0 && <EmptyState title="No pair waits for a decision" />}
      <Stack>
        <Pairs id="texts" title="Repeats and updates" pairs={texts} />
        <Pairs id="events" title="Coverage of the same event" pairs={events} />
      </Stack>
    </>
  );
}

function Pairs({ id, title, pairs }: { id: string; title: string; pairs: OpenPairs }) {
  const { items, total } = pairs;
  if (total === 0) return null;
  const aside =
    items.length < total
      ? `the first ${inFigures(items.length)} of ${inFigures(total)}`
      : inFigures(total);
  return (
    <Section id={id} title={title} aside={aside}>
      <PairList pairs={items} label={title} />
    </Section>
  );
}
