import { Badge } from "#components/ui/badge.tsx";
import type { ArticleStatus } from "#lib/articles/types-admin.ts";

const TONES = { draft: "plain", published: "good", withdrawn: "danger" } as const;

/** Draft, published or withdrawn, in a word. */
export function StatusBadge({ status }: { status: ArticleStatus }) {
  return <Badge tone={TONES[status]}>{status}</Badge>;
}
