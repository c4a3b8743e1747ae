-- The table of positions asks, for each topic and actor, for the latest statement on or before a
-- day. What that takes from the statement stands beside its topic, so that one index answers: through
-- the statements themselves a pair with thousands of them took a hundred times as long.

ALTER TABLE "statement_topics"
  ADD COLUMN "speaker_id" TEXT,
  ADD COLUMN "day" DATE,
  -- Readers may see it, who said it and a day are known, and nobody said that it is not on the topic.
  ADD COLUMN "is_position" BOOLEAN NOT NULL DEFAULT false,
  -- A person confirmed both the statement and that it is on the topic.
  ADD COLUMN "is_confirmed" BOOLEAN NOT NULL DEFAULT false;

CREATE FUNCTION refresh_statement_topic() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE said statements;
BEGIN
  -- Locked, or a change of the statement at this moment would be missed by both.
  SELECT * INTO said FROM statements WHERE id = NEW.statement_id FOR SHARE;
  NEW.speaker_id := said.speaker_id;
  NEW.day := said.day;
  NEW.is_position := coalesce(said.is_public, false) AND NEW.status <> 'rejected'
    AND said.speaker_id IS NOT NULL AND said.day IS NOT NULL;
  NEW.is_confirmed := coalesce(said.status = 'confirmed', false) AND NEW.status = 'confirmed';
  RETURN NEW;
END $$;

CREATE TRIGGER statement_topics_refreshed BEFORE INSERT OR UPDATE ON statement_topics
  FOR EACH ROW EXECUTE FUNCTION refresh_statement_topic();

CREATE FUNCTION refresh_topics_of_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE statement_topics SET statement_id = NEW.id WHERE statement_id = NEW.id;
  RETURN NULL;
END $$;

-- Not `OF` columns: another trigger writes `is_public`.
CREATE TRIGGER statements_topics AFTER UPDATE ON statements FOR EACH ROW
  WHEN ((OLD.speaker_id, OLD.day, OLD.is_public, OLD.status)
    IS DISTINCT FROM (NEW.speaker_id, NEW.day, NEW.is_public, NEW.status))
  EXECUTE FUNCTION refresh_topics_of_statement();

UPDATE statement_topics SET statement_id = statement_id;

-- The latest of a topic and an actor first; of one day, what is confirmed.
CREATE INDEX statement_topics_latest_idx ON statement_topics
  (topic_id, speaker_id, day DESC, is_confirmed DESC, statement_id DESC) WHERE is_position;
CREATE INDEX statement_topics_latest_confirmed_idx ON statement_topics
  (topic_id, speaker_id, day DESC, statement_id DESC) WHERE is_position AND is_confirmed;
-- Which topics and actors have the most of the newest.
CREATE INDEX statement_topics_newest_idx ON statement_topics
  (day DESC) INCLUDE (topic_id, speaker_id, is_confirmed) WHERE is_position;
