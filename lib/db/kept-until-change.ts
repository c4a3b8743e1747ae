import { LRUCache } from "lru-cache";
import { currentContentVersion } from "#lib/db/content-version.ts";
import { requireDatabaseUrl } from "#lib/env.ts";

type Kept = { key: string; version: number; value: Promise<unknown> };

// Next loads this module once per bundle; the process keeps one memory.
const holder = globalThis as typeof globalThis & {
  archiveKept?: Map<string, LRUCache<string, Kept>>;
};

/**
 * Keeps the answers of `read` in memory, the `max` that were asked for last, until public content
 * changes. While this process cannot hear of changes, it keeps none. Those who ask for the same at
 * once share one answer.
 */
export function keptUntilChange<Asked, Answer>(
  name: string,
  max: number,
  read: (asked: Asked) => Promise<Answer>,
): (asked: Asked) => Promise<Answer> {
  const memories = (holder.archiveKept ??= new Map<string, LRUCache<string, Kept>>());
  return (asked) => {
    const version = currentContentVersion();
    if (version === null) return read(asked);
    const memory = memories.get(name) ?? new LRUCache<string, Kept>({ max });
    memories.set(name, memory);
    const key = `${requireDatabaseUrl()} ${JSON.stringify(asked)}`;
    const kept = memory.get(key);
    if (kept?.version === version) return kept.value as Promise<Answer>;
    const value = read(asked);
    memory.set(key, { key, version, value });
    value.catch(() => memory.get(key)?.value === value && memory.delete(key));
    return value;
  };
}
