-- What an outlet's articles get when they come in, and how much of a draft is in doubt.
ALTER TABLE outlets ADD COLUMN publishes_itself boolean NOT NULL DEFAULT false;

CREATE TABLE outlet_topics (
  outlet_id uuid NOT NULL REFERENCES outlets (id) ON DELETE CASCADE ON UPDATE CASCADE,
  topic_id text NOT NULL REFERENCES topics (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT outlet_topics_pkey PRIMARY KEY (outlet_id, topic_id)
);
CREATE INDEX outlet_topics_topic_id_idx ON outlet_topics (topic_id);

ALTER TABLE articles ADD COLUMN doubt real NOT NULL DEFAULT 0
  CONSTRAINT articles_doubt_check CHECK (doubt BETWEEN 0 AND 1);
-- Of drafts that are there already, the warnings are what is known.
UPDATE articles SET doubt = least(1, 0.3 * jsonb_array_length(warnings)) WHERE status = 'draft';
CREATE INDEX articles_doubt_idx ON articles (doubt DESC, id)
  WHERE status = 'draft' AND deleted_at IS NULL;
