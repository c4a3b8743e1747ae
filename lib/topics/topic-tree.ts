import type { TopicWithCounts } from "#lib/topics/types.ts";

export type TopicBranch = TopicWithCounts & { narrower: TopicWithCounts[] };

/**
 * Topics by their broadest term, each with everything below it, both by label. A topic whose broader
 * term is missing from the list, or that is its own ancestor, stands at the top.
 */
export function toTopicTree(topics: readonly TopicWithCounts[]): TopicBranch[] {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const branches = new Map<string, TopicBranch>();
  for (const topic of topics) {
    const root = rootOf(topic, byId);
    const branch = branches.get(root.id) ?? { ...root, narrower: [] };
    branches.set(root.id, branch);
    if (root.id !== topic.id) branch.narrower.push(topic);
  }
  return [...branches.values()].sort((a, b) => a.label.localeCompare(b.label, "en"));
}

function rootOf(topic: TopicWithCounts, byId: Map<string, TopicWithCounts>): TopicWithCounts {
  const seen = new Set<string>();
  let root = topic;
  while (root.broaderId && byId.has(root.broaderId)) {
    if (seen.has(root.id)) return topic;
    seen.add(root.id);
    root = byId.get(root.broaderId) ?? root;
  }
  return root;
}
