-- The text that spans point into, where it was taken out of a format rather than decoded from the
-- bytes: a later reader may take out another, and the spans must keep their places.
ALTER TABLE "originals" ADD COLUMN "extracted_text" TEXT;
