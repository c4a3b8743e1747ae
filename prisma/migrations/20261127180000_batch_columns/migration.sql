-- Which column of its tables holds what, where whoever sent a batch said so.
ALTER TABLE "batches" ADD COLUMN "columns" JSONB;
