-- Files of events that were imported, so that an import can be taken back whole (docs/decisions/0040).

CREATE TABLE "event_imports" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "imported_by_id" UUID,
    "events" JSONB NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_imports_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "event_imports_imported_at_idx" ON "event_imports"("imported_at");
CREATE INDEX "event_imports_imported_by_id_idx" ON "event_imports"("imported_by_id");
ALTER TABLE "event_imports" ADD CONSTRAINT "event_imports_imported_by_id_fkey"
  FOREIGN KEY ("imported_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE event_imports
  ADD CONSTRAINT event_imports_name_length CHECK (length(name) BETWEEN 1 AND 200),
  ADD CONSTRAINT event_imports_format CHECK (format IN ('csv', 'timelinejs')),
  ADD CONSTRAINT event_imports_events_are_a_list CHECK (jsonb_typeof(events) = 'array');
