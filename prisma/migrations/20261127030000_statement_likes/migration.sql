-- Finds the undecided statements of a speaker, as articles name one, among any number of others.
CREATE INDEX "statements_open_speaker_text_idx" ON "statements" (lower("speaker_text"))
  WHERE "status" = 'suggested';
