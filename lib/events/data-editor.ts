import type { ArticleLine } from "#lib/articles/types.ts";
import { listAuditEntries } from "#lib/audit/data.ts";
import type { AuditItem } from "#lib/audit/types.ts";
import {
  findArticlesToLink,
  listEventRevisions,
  listLinkedArticles,
  type EventRevisionLine,
  type LinkedArticle,
} from "#lib/events/data-admin.ts";
import { getEventChoices, type EventChoices } from "#lib/events/data-choices.ts";
import { getEventState, type EventState } from "#lib/events/data-state.ts";

const AUDIT_SHOWN = 15;

export type EventForEditing = {
  id: string;
  state: EventState;
  choices: EventChoices;
  linked: LinkedArticle[];
  /** What was looked for; null where nothing was. */
  found: ArticleLine[] | null;
  revisions: EventRevisionLine[];
  audit: AuditItem[];
};

/** Everything that an event's admin page shows; `find` are words that look for articles. Null where it is none. */
export async function getEventForEditing(
  id: string,
  find: string | undefined,
): Promise<EventForEditing | null> {
  const state = await getEventState(id);
  if (!state) return null;
  const [choices, linked, found, revisions, { items: audit }] = await Promise.all([
    getEventChoices(),
    listLinkedArticles(id),
    find ? findArticlesToLink(find) : null,
    listEventRevisions(id),
    listAuditEntries({ about: id, isContentOnly: true }, { limit: AUDIT_SHOWN }),
  ]);
  return { id, state, choices, linked, found, revisions, audit };
}
