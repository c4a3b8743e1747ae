-- What `to_tsquery` cannot say of a search's text (lib/search/data-tsquery.ts).

-- Words in the quotes in which a tsquery takes them, with what stands after its colon, if anything.
CREATE FUNCTION quoted_words(words text, label text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT '''' || replace(replace(words, '\', '\\'), '''', '''''') || ''''
    || CASE WHEN label = '' THEN '' ELSE ':' || label END
$$;

-- How many words after the last stored one of `first` the next begins: too common ones count, too.
CREATE FUNCTION words_until_next(first text) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT max(place) FILTER (WHERE lexeme = 'zqzqzq')
    - coalesce(max(place) FILTER (WHERE lexeme <> 'zqzqzq'), 0)
  FROM unnest(to_tsvector('archive_english', first || ' zqzqzq')) stored (lexeme, places, weights),
    unnest(places) place
$$;

-- `last` begins a word, after the words of `first`, if any. `weights` are the letters of the parts in
-- which it is looked for.
--
-- Articles' words are stored without their endings: a beginning is looked for as it is typed, but for
-- case and accents, and where it reaches into an ending ("securit", stored as "secur"), as what is
-- stored of the words that it can go on to be.
CREATE FUNCTION prefix_tsquery(first text, last text, weights text) RETURNS tsquery
LANGUAGE sql STABLE AS $$
  WITH typed AS (
    SELECT lower(unaccent(last)) AS word
  ), tails AS (
    SELECT DISTINCT right(ending, length) AS tail
    FROM unnest(ARRAY[
      'ations', 'ating', 'ated', 'ates', 'atively', 'ators', 'ements', 'ment', 'ities', 'ity',
      'ically', 'ical', 'ies', 'ied', 'ying', 'ness', 'ings', 'ing', 'ions', 'ion', 'ed', 'es', 'ers',
      'er', 'ally', 'al', 'ively', 'ive', 'isms', 'ism', 'ists', 'ist', 'fully', 'ful', 'ably', 'able',
      'ibly', 'ible', 'ances', 'ance', 'ences', 'ence', 'ants', 'ant', 'ents', 'ent', 'ously', 'ous',
      'izing', 'ized', 'ize', 'ising', 'ised', 'ise', 'ly', 'y', 'e', 's'
    ]) ending, generate_series(1, length(ending)) length
  ), beginning AS (
    SELECT quoted_words(word, '*' || weights)::tsquery || CASE WHEN length(word) < 4 THEN ''
      ELSE (
        SELECT to_tsquery('archive_english', string_agg(quoted_words(word || tail, weights), ' | '))
        FROM tails) END AS query
    FROM typed
  )
  SELECT CASE WHEN first = '' THEN query
    ELSE tsquery_phrase(
      to_tsquery('archive_english', quoted_words(first, weights)), query, words_until_next(first)) END
  FROM beginning
$$;

-- Both within `distance` words of each other, whichever comes first.
CREATE FUNCTION near_tsquery(one tsquery, other tsquery, distance int) RETURNS tsquery
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE result tsquery := '';
BEGIN
  FOR step IN 1..distance LOOP
    result := result || tsquery_phrase(one, other, step) || tsquery_phrase(other, one, step);
  END LOOP;
  RETURN result;
END $$;
