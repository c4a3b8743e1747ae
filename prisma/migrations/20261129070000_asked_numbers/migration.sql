-- A text that is asked for, as one token after another with a space between. Where numbers stand in it,
-- PostgreSQL's own parser tells where tokens end, as it does in what is stored: it reads 2e0944ac as the
-- number 2e0944 and the word ac, which are looked for one after the other.
CREATE OR REPLACE FUNCTION asked_words(given text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE result text := archive_text(given);
BEGIN
  IF result ~ '[^A-Za-z]' THEN
    result := regexp_replace(translate(result, '"''!#$%&()*+,:;<=>?@[\]^_`{|}~', repeat(' ', 29)),
      '(?:\.(?![0-9])|(?<![0-9])\.|[[:space:]])+', ' ', 'g');
    IF result ~ '[0-9]' THEN
      -- 12: what stands between tokens.
      SELECT string_agg(token, ' ' ORDER BY place) INTO result
      FROM ts_parse('default', result) WITH ORDINALITY AS parsed (kind, token, place)
      WHERE kind <> 12;
    END IF;
  END IF;
  RETURN btrim(coalesce(result, ''));
END $$;
