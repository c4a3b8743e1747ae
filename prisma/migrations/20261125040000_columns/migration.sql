-- Which column of a table holds what, remembered by the names of its columns (docs/decisions/0021).

-- Tables --------------------------------------------------------------------

ALTER TYPE "batch_state" ADD VALUE 'asking' AFTER 'receiving';
CREATE TYPE "batch_table_answer" AS ENUM ('asked', 'named', 'remembered', 'chosen', 'left_out');

CREATE TABLE "column_mappings" (
    "id" UUID NOT NULL,
    "shape" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "column_mappings_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "column_mappings_shape_key" ON "column_mappings"("shape");
ALTER TABLE "column_mappings" ADD CONSTRAINT "column_mappings_saved_by_id_fkey"
  FOREIGN KEY ("saved_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "batch_tables" (
    "batch_id" UUID NOT NULL,
    "shape" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "answer" "batch_table_answer" NOT NULL,
    "fields" JSONB NOT NULL,
    "sample" JSONB,

    CONSTRAINT "batch_tables_pkey" PRIMARY KEY ("batch_id","shape")
);
ALTER TABLE "batch_tables" ADD CONSTRAINT "batch_tables_batch_id_fkey"
  FOREIGN KEY ("batch_id") REFERENCES "batches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules ---------------------------------------------------------------------

ALTER TABLE column_mappings
  ADD CONSTRAINT column_mappings_shape CHECK (shape ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT column_mappings_fields CHECK (
    jsonb_typeof(fields) = 'array' AND jsonb_array_length(fields) BETWEEN 1 AND 500);

ALTER TABLE batch_tables
  ADD CONSTRAINT batch_tables_count CHECK (count >= 1),
  ADD CONSTRAINT batch_tables_fields CHECK (jsonb_typeof(fields) = 'array');
