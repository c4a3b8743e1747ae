-- How much an event weighs in the picture of the timeline: computed from what is archived of it, and
-- moved by an editor. `importance` is the computed part alone, so that lifting can be taken back.
ALTER TABLE events
  ADD COLUMN importance smallint NOT NULL DEFAULT 0 CHECK (importance BETWEEN 0 AND 100),
  ADD COLUMN lift smallint NOT NULL DEFAULT 0 CHECK (lift BETWEEN -2 AND 2);
