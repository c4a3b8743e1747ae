import { listGazetteerTopics } from "#lib/actors/data-gazetteer.ts";
import { PARAGRAPH_BREAK } from "#lib/articles/data-state.ts";
import { explainTopics } from "#lib/ingest/pipeline.ts";

/** Shown of each topic; a long article may have many more. */
const MAX_SENTENCES = 5;

/** By the id of a topic: the sentences for which an article is thought to be about it. */
export type TopicReasons = Readonly<Record<string, readonly string[]>>;

/**
 * Why paragraphs are thought to be about topics: by their definitions as they are now. A topic that
 * a person chose may have no reason here, and one that nobody suggests may have one.
 */
export async function listTopicReasons(paragraphs: readonly string[]): Promise<TopicReasons> {
  const text = paragraphs.join(PARAGRAPH_BREAK);
  const reasons = explainTopics(text, await listGazetteerTopics());
  return Object.fromEntries(
    reasons.map(({ topicId, sentences }) => [
      topicId,
      sentences.slice(0, MAX_SENTENCES).map(({ start, end }) => text.slice(start, end)),
    ]),
  );
}
