-- What the reading of the original left in doubt, for the person who checks the draft.
ALTER TABLE "articles" ADD COLUMN "warnings" JSONB NOT NULL DEFAULT '[]';
