import { createHash, randomUUID } from "node:crypto";
import { database } from "#lib/db/client.ts";

/** A draft of one sentence, and its id: something for other rows to point to. */
export async function createTestArticle(outletId: string | null = null): Promise<string> {
  const body = `A sentence for a test, ${randomUUID()}.`;
  const bytes = new TextEncoder().encode(body);
  const { id } = await database.article.create({
    data: {
      body,
      outlet: outletId ? { connect: { id: outletId } } : undefined,
      original: {
        create: {
          bytes,
          sha256: createHash("sha256").update(bytes).digest("hex"),
          byteLength: bytes.length,
          mediaType: "text/plain",
          encoding: "utf-8",
          receivedVia: "paste",
        },
      },
    },
    select: { id: true },
  });
  return id;
}
