import type { Judged } from "#lib/statements/types.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { createTestStatement } from "#lib/testing/statement-rows.ts";

type Saying = {
  words: string;
  /** Of publication, and so of the statement. */
  day?: string;
  speakerId?: string | null;
  status?: Judged;
  topic?: string;
  /** Whether it is on the topic; as the statement unless it says otherwise. */
  topicStatus?: Judged;
  /** What else the article says, after the quotation. */
  more?: string;
  article?: Parameters<typeof createTestArticle>[0];
};

/** Writes an article that quotes these words, and the statement that they are. Returns both ids. */
export async function createTestSaying(saying: Saying): Promise<{ id: string; articleId: string }> {
  const { words, day = "2025-02-27", speakerId = null, status = "suggested", topic } = saying;
  const articleId = await createTestArticle({
    body: `Ada Brook said: “${words}”${saying.more ?? ""}`,
    publishedOn: day,
    ...saying.article,
  });
  const topicStatus = saying.topicStatus ?? status;
  const topics = topic ? [{ topicId: topic, status: topicStatus, confidence: 0.9 }] : [];
  const id = await createTestStatement({
    ...{ articleId, words: `“${words}”`, speakerId, status, topics },
  });
  return { id, articleId };
}
