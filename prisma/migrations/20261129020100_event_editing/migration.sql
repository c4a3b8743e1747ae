-- Every saved state of an event, as of articles: what an edit started from, and the way back.
ALTER TABLE events ADD COLUMN version integer NOT NULL DEFAULT 1;

CREATE TABLE event_revisions (
  id uuid PRIMARY KEY,
  event_id text NOT NULL REFERENCES events (id) ON DELETE CASCADE ON UPDATE CASCADE,
  number integer NOT NULL,
  snapshot jsonb NOT NULL,
  note text,
  saved_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  saved_by_id uuid REFERENCES users (id) ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX event_revisions_event_id_number_key ON event_revisions (event_id, number);

-- The bin of events. A deleted event is no row of `events`, so that no read can show it, whoever wrote
-- that read; `rows` hold it with all that went with it.
CREATE TABLE deleted_events (
  id text PRIMARY KEY,
  title text NOT NULL,
  date text NOT NULL,
  rows jsonb NOT NULL,
  deleted_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  deleted_by_id uuid REFERENCES users (id) ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX deleted_events_deleted_at_idx ON deleted_events (deleted_at);

-- An event's row and every row that its deletion takes along or parts from it, by what the catalogue
-- says refers to events: also of tables that came later.
CREATE FUNCTION rows_of_event(wanted text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  reference record;
  found jsonb;
  gathered jsonb;
BEGIN
  SELECT jsonb_build_array(jsonb_build_object('table', 'events', 'rows', jsonb_agg(to_jsonb(e))))
    INTO gathered FROM events e WHERE id = wanted;
  FOR reference IN
    SELECT conrelid::regclass::text AS name, attname AS named_in, confdeltype = 'n' AS is_kept
    FROM pg_constraint
    JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
    WHERE confrelid = 'events'::regclass AND contype = 'f' AND confdeltype IN ('c', 'n')
    ORDER BY name, attname
  LOOP
    EXECUTE format('SELECT jsonb_agg(to_jsonb(t)) FROM %s t WHERE %I = $1',
      reference.name, reference.named_in) INTO found USING wanted;
    IF found IS NOT NULL THEN
      gathered := gathered || jsonb_build_object('table', reference.name, 'rows', found,
        'namedIn', CASE WHEN reference.is_kept THEN reference.named_in END);
    END IF;
  END LOOP;
  RETURN gathered;
END
$$;

-- Puts such rows back and returns how many could not be: what they also refer to is gone meanwhile, or
-- somebody has made the same link again.
CREATE FUNCTION put_event_back(kept jsonb) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  part jsonb;
  one jsonb;
  columns text;
  lost integer := 0;
  renamed integer;
  event jsonb := (
    SELECT each -> 'rows' -> 0 -> 'id' FROM jsonb_array_elements(kept) each
    WHERE each ->> 'table' = 'events' LIMIT 1);
BEGIN
  FOR part IN SELECT jsonb_array_elements(kept) LOOP
    CONTINUE WHEN to_regclass(part ->> 'table') IS NULL;
    FOR one IN SELECT jsonb_array_elements(part -> 'rows') LOOP
      BEGIN
        IF part ->> 'namedIn' IS NOT NULL THEN
          -- A row that named the event in several columns lost it in all of them.
          EXECUTE format('UPDATE %s t SET %I = $1 ->> %L WHERE %2$I IS NULL AND to_jsonb(t) @> $2',
            (part ->> 'table')::regclass, part ->> 'namedIn', part ->> 'namedIn')
            USING one, (SELECT jsonb_object_agg(key, value) FROM jsonb_each(one - 'updated_at')
              WHERE value IS DISTINCT FROM event);
          GET DIAGNOSTICS renamed = ROW_COUNT;
          IF renamed = 0 THEN lost := lost + 1; END IF;
        ELSE
          SELECT string_agg(quote_ident(attname), ', ') INTO columns FROM pg_attribute
            WHERE attrelid = (part ->> 'table')::regclass AND attnum > 0
              AND NOT attisdropped AND attgenerated = '' AND one ? attname;
          EXECUTE format('INSERT INTO %s (%s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, $1)',
            (part ->> 'table')::regclass, columns) USING one;
        END IF;
      EXCEPTION WHEN foreign_key_violation OR unique_violation THEN
        -- Without the event itself there is nothing to put back.
        IF part ->> 'table' = 'events' THEN RAISE; END IF;
        lost := lost + 1;
      END;
    END LOOP;
  END LOOP;
  RETURN lost;
END
$$;
