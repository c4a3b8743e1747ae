-- The words that most articles hold are read into memory at the start (lib/search/data-warm.ts): found without
-- going through all lists.
CREATE INDEX search_postings_common ON search_postings (articles, term) WHERE articles >= 200;
