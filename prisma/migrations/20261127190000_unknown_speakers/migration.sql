-- The speakers whom articles name and the archive does not know, counted without reading the statements.
CREATE INDEX "statements_unknown_speaker_idx" ON "statements" (lower("speaker_text"), "article_id")
  WHERE "status" = 'suggested' AND "speaker_id" IS NULL AND "speaker_text" IS NOT NULL
    AND NOT "is_anonymous";
