-- An outlet that was known under two names becomes one: the other keeps its address and its name,
-- which lead here, and can be parted again.
ALTER TABLE "outlets" ADD COLUMN "merged_into_id" UUID;
ALTER TABLE "outlets" ADD CONSTRAINT "outlets_merged_into_id_fkey"
  FOREIGN KEY ("merged_into_id") REFERENCES "outlets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outlets" ADD CONSTRAINT "outlets_not_merged_into_self" CHECK ("merged_into_id" <> "id");
CREATE INDEX "outlets_merged_into_id_idx" ON "outlets"("merged_into_id");
