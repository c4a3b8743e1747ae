-- Feeds list what the archive published last.
CREATE INDEX articles_released_at_idx ON articles (released_at DESC, published_on DESC, id DESC)
  WHERE status = 'published' AND deleted_at IS NULL;
