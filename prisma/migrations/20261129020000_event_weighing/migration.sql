-- Events whose importance is to be computed anew, since something that it rests on has changed. Rows
-- are only added and taken away, never updated: writers do not wait for each other, nor for whoever
-- weighs, and what changes while an event is weighed is weighed again.
CREATE TABLE events_to_weigh (
  id bigserial PRIMARY KEY,
  event_id text NOT NULL
);

-- The argument asks for the events that the changed rows, `changed` and (of updates) `before`, concern.
CREATE FUNCTION mark_events_to_weigh() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE 'INSERT INTO events_to_weigh (event_id) SELECT DISTINCT event_id FROM ('
    || TG_ARGV[0] || ') touched WHERE event_id IS NOT NULL ORDER BY event_id';
  RETURN NULL;
END
$$;

CREATE TRIGGER events_weigh_new AFTER INSERT ON events
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION mark_events_to_weigh('SELECT id AS event_id FROM changed');
-- Not by what weighing itself writes.
CREATE TRIGGER events_weigh_changed AFTER UPDATE ON events
  REFERENCING NEW TABLE AS changed OLD TABLE AS before FOR EACH STATEMENT
  EXECUTE FUNCTION mark_events_to_weigh(
    'SELECT id AS event_id FROM changed JOIN before USING (id)
     WHERE (changed.kind, changed.starts_on) IS DISTINCT FROM (before.kind, before.starts_on)');

DO $$
DECLARE
  -- Which events a row of each table concerns.
  concerned constant jsonb := '{
    "event_participants": "SELECT event_id FROM changed",
    "event_sources": "SELECT event_id FROM changed",
    "event_articles": "SELECT event_id FROM changed",
    "event_relations": "SELECT event_id FROM changed UNION ALL SELECT related_id FROM changed",
    "article_sources":
      "SELECT event_id FROM event_articles JOIN changed USING (article_id)",
    "article_pairs":
      "SELECT event_id FROM event_articles JOIN changed ON article_id IN (first_id, second_id)",
    "offices":
      "SELECT event_id FROM event_participants JOIN changed USING (actor_id)"
  }';
  name text;
BEGIN
  FOR name IN SELECT jsonb_object_keys(concerned) LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION mark_events_to_weigh(%L)',
      name || '_weigh_new', name, concerned ->> name);
    EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION mark_events_to_weigh(%L)',
      name || '_weigh_gone', name, concerned ->> name);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION mark_events_to_weigh(%L)',
      name || '_weigh_changed', name, concerned ->> name);
  END LOOP;
END
$$;

-- A new article is on no event yet; one that is deleted takes its links along.
CREATE TRIGGER articles_weigh_changed AFTER UPDATE ON articles
  REFERENCING NEW TABLE AS changed OLD TABLE AS before FOR EACH STATEMENT
  EXECUTE FUNCTION mark_events_to_weigh(
    'SELECT event_id FROM changed JOIN before USING (id) JOIN event_articles ON article_id = id
     WHERE (changed.status, changed.deleted_at, changed.outlet_id)
       IS DISTINCT FROM (before.status, before.deleted_at, before.outlet_id)');

INSERT INTO events_to_weigh (event_id) SELECT id FROM events;
