-- One word, however it is spelled (docs/decisions/0031). What is indexed and what is asked go through
-- `archive_text`; what has several right spellings is looked for in each of them.

-- Text ----------------------------------------------------------------------

-- Characters beyond ASCII that are no letters, as ASCII. Servers differ in what they take for letters: to
-- one under the C locale a curly quote is one.
CREATE FUNCTION plain_characters(given text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE result text := given;
BEGIN
  IF result !~ '[^\u0001-\u007f]' THEN RETURN result; END IF;
  -- A space within a number: 1 000.
  IF strpos(result, U&'\00A0') + strpos(result, U&'\2009') + strpos(result, U&'\202F') > 0 THEN
    result := regexp_replace(result, '([0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))', '\1', 'g');
  END IF;
  -- One by one: many times as fast as a pattern, or `translate`.
  result := replace(replace(replace(replace(result, '’', ''''), '‘', ''''), '“', '"'), '”', '"');
  result := replace(replace(replace(result, '–', '-'), '—', ' '), U&'\00A0', ' ');
  result := replace(replace(replace(result, '£', '$'), '€', '$'), '…', ' ');
  IF result !~ '[^\u0001-\u007f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f]' THEN
    RETURN result;
  END IF;
  -- Ligatures, full width, letters followed by their accents. The slash of a ½ is no sign of its own, and
  -- a № no letters.
  result := replace(normalize(replace(result, '№', ' '), NFKC), '⁄', '/');
  result := regexp_replace(result, '[\u00ad\u200b-\u200f\u2060\ufeff]', '', 'g');
  result := regexp_replace(result, '[\u00b4\u02b0-\u02ff\u055a\u2018-\u201b\u2032]', '''', 'g');
  result := regexp_replace(result, '[\u2010-\u2013\u2212]', '-', 'g');
  RETURN regexp_replace(result,
    '[\u0080-\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u303f]', ' ', 'g');
END $$;

-- The same words in one spelling, but with their hyphens. Most steps are guarded by a look whether there
-- is anything to do: this runs over every article.
CREATE FUNCTION one_spelling(plain text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE result text := plain;
BEGIN
  IF strpos(result, 'US') > 0 OR strpos(result, '.') > 0 THEN
    IF result ~ '\.[A-Za-z]' THEN
      -- U.S., e.g.; then what lacks a space after its full stop, and names of hosts.
      result := regexp_replace(result, '\.(?=[A-Za-z](?![A-Za-z0-9]))', '', 'g');
      result := regexp_replace(result, '\.(?=[A-Za-z])', ' ', 'g');
    END IF;
    -- The country, which the pronoun would hide: case is lost in the index.
    result := regexp_replace(result, '\mUS\M', 'USA', 'g');
  END IF;
  IF strpos(result, '''') > 0 THEN
    -- Kyiv's, they'll lose their endings; O'Brien, don't and пам'ять the apostrophe.
    result := regexp_replace(result,
      '''(?:(?:[sSdDmM]|ll|LL|re|RE|ve|VE)(?![A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff])|(?=[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff]))', '', 'g');
  END IF;
  -- And/or; but the end of a tag is one with its beginning, which is not read.
  result := replace(replace(replace(result, '</', U&'<\0001'), '/', ' '), U&'<\0001', '</');
  IF result !~ '[0-9]' THEN RETURN result; END IF;
  IF result ~ '[0-9],[0-9]' THEN
    -- 1,000; then 3,5.
    result := regexp_replace(result, '([0-9]),(?=[0-9]{3}(?![0-9]))', '\1', 'g');
    result := regexp_replace(result, '([0-9]),(?=[0-9]{1,2}(?![0-9]))', '\1.', 'g');
  END IF;
  IF strpos(result, ' 000') > 0 THEN
    result := regexp_replace(result, '([0-9]) (?=000(?![0-9]))', '\1', 'g');
  END IF;
  IF result ~ '[0-9] ?[bBmMtT][rRlL]?[nN]?(?![A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff])' THEN
    result := regexp_replace(result, '\$ ?([0-9.]+) ?[mM](?![A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff])', '\1 million', 'g');
    result := regexp_replace(result, '([0-9]) ?[mM][lL]?[nN](?![A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff])', '\1 million', 'g');
    result := regexp_replace(result, '([0-9]) ?[bB][nN](?![A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff])', '\1 billion', 'g');
    result := regexp_replace(result, '([0-9]) ?[tT][rR]?[nN](?![A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff])', '\1 trillion', 'g');
  END IF;
  IF result ~ '[A-Za-z]-?[0-9]' THEN
    -- F-16, F-16s.
    result := regexp_replace(result, '\m([A-Z][A-Za-z]{0,7})-?([0-9]{1,3})s?\M', '\1\2', 'g');
  END IF;
  RETURN result;
END $$;

-- Bound when they are made, not when they run: an index over a function is made under an empty path.
CREATE FUNCTION hyphened_text(given text) RETURNS text IMMUTABLE PARALLEL SAFE
  RETURN one_spelling(plain_characters(given));

-- What the text index is made from, and what is asked of it: the same words in one spelling. Parts of
-- hyphenated words stand one after another.
CREATE FUNCTION archive_text(given text) RETURNS text IMMUTABLE PARALLEL SAFE
  RETURN replace(hyphened_text(given), '-', ' ');

-- A word in the quotes in which a tsquery takes it.
CREATE FUNCTION quoted_lexeme(lexeme text) RETURNS text IMMUTABLE PARALLEL SAFE
  RETURN '''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''';

-- The hyphened words of a text in one: ceasefire for "cease-fire". They have no place in a phrase: all stand
-- at the last place that a text can have, which is where what follows it is counted.
CREATE FUNCTION joined_words(hyphened text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE joined text;
BEGIN
  IF strpos(hyphened, '-') = 0 THEN RETURN ''; END IF;
  SELECT replace(string_agg(form[1], ' '), '-', '') INTO joined
  FROM regexp_matches(hyphened, '[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff]+-[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff][-A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff]*', 'g') form;
  RETURN coalesce(ts_delete('''.'':16383'::tsvector || to_tsvector('archive_english', joined), '.'), '');
END $$;

-- What is found of an article: its headline (weight A), summary (B) and text (C), one after another.
CREATE FUNCTION article_terms(headline text, summary text, body text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  a text := hyphened_text(headline);
  b text := hyphened_text(summary);
  c text := hyphened_text(body);
BEGIN
  RETURN setweight(to_tsvector('archive_english', replace(a, '-', ' ')), 'A')
    || setweight(to_tsvector('archive_english', replace(b, '-', ' ')), 'B')
    || setweight(to_tsvector('archive_english', replace(c, '-', ' ')), 'C')
    || setweight(joined_words(a), 'A') || setweight(joined_words(b), 'B') || setweight(joined_words(c), 'C');
END $$;

-- Spellings -----------------------------------------------------------------

-- Words that are each other's spelling share `one_of`. Data: a row more is a spelling more, at once.
CREATE TABLE "spellings" (
    "words" TEXT NOT NULL,
    "one_of" TEXT NOT NULL,
    "lexeme" TEXT NOT NULL,

    CONSTRAINT "spellings_pkey" PRIMARY KEY ("words")
);
CREATE INDEX "spellings_lexeme_idx" ON "spellings"("lexeme");
CREATE INDEX "spellings_one_of_idx" ON "spellings"("one_of");

ALTER TABLE spellings ADD CONSTRAINT spellings_form
  CHECK (words ~ '^[^[:space:]]+( [^[:space:]]+)*$' AND words = lower(words));

-- As it is stored of a single word, with what it goes by in the index: `archive_text`.
CREATE FUNCTION refresh_spelling() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.lexeme := array_to_string(
    tsvector_to_array(to_tsvector('archive_english', archive_text(NEW.words))), ' ');
  RETURN NEW;
END $$;

CREATE TRIGGER spellings_refreshed BEFORE INSERT OR UPDATE ON spellings
  FOR EACH ROW EXECUTE FUNCTION refresh_spelling();

INSERT INTO spellings (one_of, words)
SELECT split_part(line, ', ', 1), words
FROM unnest(ARRAY[
  -- Places, as Ukraine writes them, and as Russian has it.
  'kyiv, kiev, kyyiv', 'kharkiv, kharkov', 'odesa, odessa', 'lviv, lvov', 'dnipro, dnepr, dnieper',
  'mykolaiv, mykolayiv, nikolaev, nikolayev', 'zaporizhzhia, zaporizhzhya, zaporizhia, zaporozhye',
  'luhansk, lugansk', 'chernihiv, chernigov', 'chornobyl, chernobyl', 'donbas, donbass',
  'vinnytsia, vinnytsya, vinnitsa', 'ternopil, ternopol', 'rivne, rovno', 'zhytomyr, zhitomir',
  'kryvyi rih, kryvyy rih, krivoy rog', 'avdiivka, avdeevka', 'severodonetsk, sievierodonetsk',
  'lysychansk, lisichansk', 'kremenchuk, kremenchug', 'uzhhorod, uzhgorod', 'bilohorivka, belogorovka',
  'horlivka, gorlovka', 'makiivka, makeevka', 'kupiansk, kupyansk', 'izium, izyum',
  'melitopol, melitopil', 'enerhodar, energodar', 'hostomel, gostomel', 'debaltseve, debaltsevo',
  'sloviansk, slavyansk, slovyansk', 'berdiansk, berdyansk', 'belarus, belarusia, byelorussia',
  -- British and American, where no rule tells it (`word_spellings`).
  'programme, program', 'grey, gray', 'sceptic, skeptic', 'sceptical, skeptical',
  'scepticism, skepticism', 'judgement, judgment', 'manoeuvre, maneuver', 'manoeuvring, maneuvering',
  'artefact, artifact', 'metre, meter', 'kilometre, kilometer', 'centre, center', 'theatre, theater',
  'calibre, caliber', 'litre, liter', 'fibre, fiber', 'spectre, specter', 'meagre, meager',
  'sabre, saber', 'dialogue, dialog', 'catalogue, catalog', 'practise, practice', 'ageing, aging',
  'aluminium, aluminum', 'plough, plow', 'paediatric, pediatric', 'mould, mold', 'fulfil, fulfill',
  'enrol, enroll', 'skilful, skillful', 'instalment, installment', 'wilful, willful',
  'jewellery, jewelry', 'councillor, councilor',
  -- In one word, in two, and with a hyphen, which is two.
  'ceasefire, cease fire', 'ceasefires, cease fires', 'peacekeeper, peace keeper',
  'peacekeepers, peace keepers', 'peacekeeping, peace keeping', 'airstrike, air strike',
  'airstrikes, air strikes', 'airspace, air space', 'warplane, war plane', 'warplanes, war planes',
  'policymaker, policy maker', 'policymakers, policy makers', 'lawmaker, law maker',
  'lawmakers, law makers', 'frontline, front line', 'frontlines, front lines',
  'cooperation, co operation', 'cooperate, co operate', 'coordination, co ordination',
  'coordinate, co ordinate', 'coordinated, co ordinated', 'reelection, re election',
  'cyberattack, cyber attack', 'cyberattacks, cyber attacks', 'minefield, mine field',
  'battlefield, battle field', 'email, e mail', 'emails, e mails'
]) line, unnest(string_to_array(line, ', ')) words;

-- The last word of a name as the index has it: of a person, nearly always the family name.
CREATE FUNCTION last_word(name text) RETURNS text IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT lexeme FROM unnest(to_tsvector('archive_english',
    archive_text(substring(name FROM '[^[:space:]]+$')))) LIMIT 1;
END;

CREATE INDEX actors_last_word ON actors (last_word(name));
CREATE INDEX actor_aliases_last_word ON actor_aliases (last_word(alias));

-- What two spellings of a name have in common: consonants, of which г is h or g; NULL: another alphabet.
CREATE FUNCTION name_consonants(word text) RETURNS text IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN ascii(word) NOT BETWEEN 1024 AND 1327 THEN translate(word, 'gwaeiouyj', 'hv') END;

-- Other spellings, in the index, of the name of a person whom the archive knows, from the names that it has
-- for the same: with the same consonants, or in another alphabet. Neither a first name nor a title is one.
CREATE FUNCTION name_spellings(known text) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  WITH owners AS (
    SELECT id FROM actors WHERE last_word(name) = known
    UNION SELECT actor_id FROM actor_aliases WHERE last_word(alias) = known
  ), named AS (
    SELECT id, name_consonants(last_word(name)) AS own FROM actors JOIN owners USING (id)
    WHERE kind = 'person'
  ), others AS (
    SELECT last_word(name) AS other, own FROM actors JOIN named USING (id)
    UNION ALL SELECT last_word(alias), own FROM actor_aliases JOIN named ON id = actor_id
  )
  SELECT DISTINCT other FROM others
  WHERE other <> known AND (name_consonants(other) = name_consonants(known)
    OR coalesce(name_consonants(other), own) = own AND coalesce(name_consonants(known), own) = own)
$$;

-- The ways to spell a word, itself among them: British and American, and names in -yi. That most of what
-- the rules make is no word does no harm, since nothing holds it.
CREATE FUNCTION word_spellings(word text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  small text := lower(word);
  found text[];
BEGIN
  -- A look at a few letters first: patterns are slow to be read.
  IF strpos(small, 'is') + strpos(small, 'iz') + strpos(small, 'ys') + strpos(small, 'yz') > 3 THEN
    found := regexp_match(small, '^(.{3,}[iy])([sz])((?:e|ed|es|ing|er|ers|ation|ations|ational|able)?)$');
    IF found IS NOT NULL THEN
      RETURN ARRAY[small, found[1] || translate(found[2], 'sz', 'zs') || found[3]];
    END IF;
  END IF;
  IF strpos(small, 'our') + strpos(small, 'or') > 2 THEN
    found := regexp_match(small,
      '^(.+[^aeiou])(our|or)((?:s|ed|ing|er|ers|able|ably|hood|hoods|less|ful|ite|ites|al|ally|y)?)$');
    IF found IS NOT NULL THEN
      RETURN ARRAY[small, found[1] || CASE found[2] WHEN 'or' THEN 'our' ELSE 'or' END || found[3]];
    END IF;
  END IF;
  IF strpos(small, 'enc') + strpos(small, 'ens') > 2 THEN
    found := regexp_match(small, '^(.{2,}en)([cs])(e|es|eless)$');
    IF found IS NOT NULL THEN
      RETURN ARRAY[small, found[1] || translate(found[2], 'cs', 'sc') || found[3]];
    END IF;
  END IF;
  IF right(small, 1) IN ('y', 'i', 'j') THEN
    found := regexp_match(small,
      '^(.{3,}(?:sk|zk|zhn))(?:y|yy|iy|yi|ii|yj|ij|i)$|^(.{4,}[bcdfghklmnprstvz])(?:yy|iy|yi|ii|yj|ij)$');
    IF found IS NOT NULL THEN
      RETURN ARRAY(SELECT coalesce(found[1], found[2]) || ending
        FROM unnest(ARRAY['y', 'yy', 'iy', 'yi', 'ii', 'yj', 'ij', 'i']) ending);
    END IF;
  END IF;
  RETURN ARRAY[small];
END $$;

-- What an inflected Ukrainian word can be in the index, as operands of a tsquery: there is no stemmer for it.
-- A long stem may go on in any way, a short one only with an ending.
CREATE FUNCTION ukrainian_operand(word text, weights text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  endings text[] := ARRAY['', 'а', 'я', 'и', 'і', 'ї', 'у', 'ю', 'о', 'е', 'є', 'ь', 'тю', 'ою', 'ею', 'єю',
    'ам', 'ям', 'ах', 'ях', 'ами', 'ями', 'ів', 'їв', 'ом', 'ем', 'єм', 'ові', 'еві', 'єві', 'ий', 'ій',
    'ого', 'ому', 'им', 'ої', 'их', 'ими', 'ую', 'юю'];
  label text := CASE weights WHEN '' THEN '' ELSE ':' || weights END;
  stem text := coalesce(substring(word FROM '^(.{3,}?)(?:ями|ами|ові|еві|єві|ого|ому|ими|тю|ій|ий|ою|ею|єю|'
    || 'ам|ям|ах|ях|ів|їв|ом|ем|єм|их|им|ої|ую|юю|ь|а|я|и|і|ї|у|ю|о|е|є|й)$'), word);
  stems text[] := ARRAY[stem];
BEGIN
  -- Київ, Києва; Львів, Львова.
  CASE
    WHEN right(word, 2) = 'їв' THEN stems := stems || (left(word, -2) || 'єв');
    WHEN right(word, 2) = 'ів' THEN stems := stems || (left(word, -2) || 'ов');
    WHEN right(stem, 2) = 'єв' THEN stems := stems || (left(stem, -2) || 'їв');
    WHEN right(stem, 2) = 'ов' THEN stems := stems || (left(stem, -2) || 'ів');
    ELSE NULL;
  END CASE;
  RETURN quoted_lexeme(word) || label || (
    SELECT string_agg(' | ' || CASE
      WHEN length(root) >= 7 THEN quoted_lexeme(root) || ':*' || weights
      ELSE quoted_lexeme(root || ending) || label END, '')
    FROM unnest(stems) root, unnest(endings) ending WHERE length(root) < 7 OR ending = '');
END $$;

-- Queries -------------------------------------------------------------------

-- A word as an operand of a tsquery: all that the index may have in its place; NULL: nothing, it is too
-- common. "us" alone is the country; in a phrase, where a reader repeats a text, it may be either.
-- Procedural, as what is below it: a statement is planned once for a session, a function in SQL each time.
CREATE FUNCTION word_operand(word text, is_alone boolean, weights text) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
  label text := CASE weights WHEN '' THEN '' ELSE ':' || weights END;
  stored text[] := tsvector_to_array(
    to_tsvector('archive_english', array_to_string(word_spellings(word), ' ')));
  known text[];
  lexeme text;
  result text := '';
BEGIN
  known := ARRAY(SELECT unnest(stored) UNION SELECT other.lexeme FROM spellings same
    JOIN spellings other USING (one_of)
    WHERE same.lexeme = ANY(stored) AND strpos(same.words || other.words, ' ') = 0);
  known := known || ARRAY(SELECT DISTINCT name_spellings(each.lexeme) FROM unnest(stored) each (lexeme));
  FOREACH lexeme IN ARRAY known LOOP
    IF ascii(lexeme) BETWEEN 1024 AND 1327 THEN
      result := result || ' | ' || ukrainian_operand(lexeme, weights);
    ELSIF lexeme = 'us' THEN
      result := result || ' | usa' || label || CASE WHEN is_alone THEN '' ELSE ' | us' || label END;
    ELSE
      result := result || ' | ' || quoted_lexeme(lexeme) || label;
    END IF;
  END LOOP;
  RETURN '(' || nullif(substr(result, 4), '') || ')';
END $$;

-- A beginning of a word. What the index has is without endings: it is looked for as it is typed, but for
-- case and accents, and where it reaches into an ending ("securit", stored as "secur"), as what is
-- stored of the words that it can go on to be.
CREATE FUNCTION beginning_operand(typed text, weights text) RETURNS text LANGUAGE sql STABLE AS $$
  WITH beginning AS (
    SELECT lower(unaccent(typed)) AS word
  ), tails AS (
    SELECT DISTINCT right(ending, length) AS tail
    FROM unnest(ARRAY[
      'ations', 'ating', 'ated', 'ates', 'atively', 'ators', 'ements', 'ment', 'ities', 'ity',
      'ically', 'ical', 'ies', 'ied', 'ying', 'ness', 'ings', 'ing', 'ions', 'ion', 'ed', 'es', 'ers',
      'er', 'ally', 'al', 'ively', 'ive', 'isms', 'ism', 'ists', 'ist', 'fully', 'ful', 'ably', 'able',
      'ibly', 'ible', 'ances', 'ance', 'ences', 'ence', 'ants', 'ant', 'ents', 'ent', 'ously', 'ous',
      'izing', 'ized', 'ize', 'ising', 'ised', 'ise', 'ly', 'y', 'e', 's'
    ]) ending, generate_series(1, length(ending)) length
  ), whole AS (
    SELECT DISTINCT lexeme FROM beginning, tails,
      unnest(tsvector_to_array(to_tsvector('archive_english', word || tail))) lexeme
    WHERE length(word) >= 4 AND left(lexeme, length(word)) <> word
  )
  SELECT '(' || concat_ws(' | ', quoted_lexeme(word) || ':*' || weights,
    (SELECT string_agg(quoted_lexeme(lexeme) || CASE weights WHEN '' THEN '' ELSE ':' || weights END, ' | ')
      FROM whole)) || ')'
  FROM beginning
$$;

-- A text that is asked for, as one token after another with a space between.
CREATE FUNCTION asked_words(given text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE result text := archive_text(given);
BEGIN
  IF result ~ '[^A-Za-z]' THEN
    IF strpos(result, '.') > 0 THEN
      result := regexp_replace(result, '(\.[0-9]+)([^0-9.[:space:]])', '\1 \2', 'g');
    END IF;
    result := regexp_replace(translate(result, '"''!#$%&()*+,:;<=>?@[\]^_`{|}~', repeat(' ', 29)),
      '(?:\.(?![0-9])|(?<![0-9])\.|[[:space:]])+', ' ', 'g');
  END IF;
  RETURN btrim(result);
END $$;

-- The texts that may stand for one that is asked for, where they differ in their number of words.
CREATE FUNCTION asked_texts(given text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  asked text := asked_words(given);
  small text := lower(asked);
  result text[] := ARRAY[asked];
  plain text;
  one text;
  other text;
BEGIN
  IF given ~ '[^A-Za-z]' THEN
    plain := plain_characters(given);
    IF plain ~ '[''-]' THEN
      -- cease-fire as ceasefire, O'Brien as O Brien.
      result := result || asked_words(regexp_replace(plain, '([A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff0-9])-(?=[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff0-9])', '\1', 'g'))
        || asked_words(regexp_replace(plain, '([A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff])''(?!(?:ll|re|ve)\M)(?=[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff]{2})', '\1 ', 'g'));
    END IF;
    IF plain ~ '[A-Za-z][- ]?[0-9]' THEN
      -- F16 as F 16, and the other way round; f-16s as F16.
      result := result || asked_words(initcap(plain))
        || regexp_replace(asked, '\m([A-Za-z]{1,8})([0-9]{1,3})\M', '\1 \2', 'g')
        || regexp_replace(asked, '\m([A-Za-z]{1,3}) ([0-9]{1,3})\M', '\1\2', 'g');
    END IF;
    IF asked ~ '[0-9]{4}' THEN
      -- 12,500 as 12 500, but no year.
      result := result || regexp_replace(regexp_replace(asked, '\m([0-9]{2,3})([0-9]{3})\M', '\1 \2', 'g'),
        '\m([0-9])([0-9]{3})\M', CASE WHEN given ~ '[0-9][^0-9.][0-9]{3}' THEN '\1 \2' ELSE '\1\2' END, 'g');
    END IF;
    IF asked ~ '[0-9] [0-9]{3}|\m[Oo] [A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff]' THEN
      -- 12 500 as 12500, O Brien as OBrien.
      result := result || regexp_replace(
        regexp_replace(asked, '([0-9]) (?=[0-9]{3}\M)', '\1', 'g'), '\m([Oo]) (?=[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff])', '\1', 'g');
    END IF;
  END IF;
  FOR one, other IN
    SELECT several.words, spellings.words FROM spellings several JOIN spellings USING (one_of)
    WHERE strpos(several.words, ' ') > 0 AND spellings.words <> several.words
      AND (strpos(small, several.words) > 0 OR strpos(small, spellings.words) > 0)
  LOOP
    result := result || btrim(replace(' ' || small || ' ', ' ' || one || ' ', ' ' || other || ' '))
      || btrim(replace(' ' || small || ' ', ' ' || other || ' ', ' ' || one || ' '));
  END LOOP;
  RETURN ARRAY(SELECT DISTINCT way FROM unnest(result) each (way)
    WHERE way <> '' AND (way <> small OR small = asked) ORDER BY way);
END $$;

-- One of those texts as a phrase; empty where all its words are too common. `is_prefix`: the last goes on.
CREATE FUNCTION text_tsquery(words text, is_prefix boolean, weights text) RETURNS tsquery
LANGUAGE plpgsql STABLE AS $$
DECLARE
  each text[] := string_to_array(words, ' ');
  count int := cardinality(each);
  step int := 0;
  operand text;
  result text := '';
BEGIN
  FOR place IN 1..count LOOP
    operand := CASE WHEN is_prefix AND place = count THEN beginning_operand(each[place], weights)
      ELSE word_operand(each[place], count = 1, weights) END;
    step := step + 1;
    CONTINUE WHEN operand IS NULL;
    result := result || CASE WHEN result = '' THEN '' ELSE ' <' || step || '> ' END || operand;
    step := 0;
  END LOOP;
  RETURN result::tsquery;
END $$;

-- The ways in which a phrase (`{words, isPrefix, weights}`) may stand in a text.
CREATE FUNCTION phrase_tsqueries(phrase jsonb) RETURNS tsquery[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ARRAY(
    SELECT DISTINCT query FROM unnest(asked_texts(phrase ->> 'words')) way,
      text_tsquery(way, (phrase ->> 'isPrefix')::boolean, phrase ->> 'weights') query
    WHERE numnode(query) > 0);
END $$;

-- Words, phrases and nearness as the tree of a query has them (`toAskedText`), as PostgreSQL looks for
-- them; empty where all is too common to be looked for.
CREATE FUNCTION archive_tsquery(node jsonb) RETURNS tsquery
-- An empty query is worth no notice.
LANGUAGE plpgsql STABLE SET client_min_messages = warning AS $$
DECLARE
  result tsquery := '';
  one tsquery;
  other tsquery;
BEGIN
  CASE node ->> 'type'
    WHEN 'phrase' THEN
      FOREACH one IN ARRAY phrase_tsqueries(node) LOOP result := result || one; END LOOP;
    WHEN 'near' THEN
      FOR one, other IN
        SELECT a, b FROM unnest(phrase_tsqueries(node -> 'left')) a
        FULL JOIN unnest(phrase_tsqueries(node -> 'right')) b ON true
      LOOP
        result := result || CASE WHEN one IS NULL THEN other WHEN other IS NULL THEN one
          ELSE near_tsquery(one, other, (node ->> 'distance')::int) END;
      END LOOP;
    WHEN 'not' THEN
      result := !! archive_tsquery(node -> 'part');
    WHEN 'and' THEN
      FOR one IN SELECT archive_tsquery(part) FROM jsonb_array_elements(node -> 'parts') part
      LOOP result := result && one; END LOOP;
    WHEN 'or' THEN
      FOR one IN SELECT archive_tsquery(part) FROM jsonb_array_elements(node -> 'parts') part
      LOOP result := result || one; END LOOP;
  END CASE;
  RETURN result;
END $$;

-- The words of a filter: all of them; "in quotes" a phrase; `or` and `-` as search engines take them.
CREATE FUNCTION filter_tsquery(given text) RETURNS tsquery
LANGUAGE plpgsql STABLE SET client_min_messages = warning AS $$
DECLARE
  result tsquery := '';
  wanted tsquery := '';
  part text[];
  query tsquery;
BEGIN
  FOR part IN SELECT regexp_matches(translate(given, '“”„', '"""'), '(-?)(?:"([^"]*)"?|([^[:space:]"]+))', 'g') LOOP
    IF part[1] = '' AND lower(part[3]) = 'or' THEN
      result := result || wanted;
      wanted := '';
    ELSE
      query := archive_tsquery(jsonb_build_object(
        'type', 'phrase', 'words', coalesce(part[2], part[3]), 'isPrefix', false, 'weights', ''));
      wanted := wanted && CASE part[1] WHEN '-' THEN !! query ELSE query END;
    END IF;
  END LOOP;
  RETURN result || wanted;
END $$;

DROP FUNCTION prefix_tsquery(text, text, text);
DROP FUNCTION words_until_next(text);
DROP FUNCTION quoted_words(text, text);

-- What is stored -------------------------------------------------------------

CREATE OR REPLACE FUNCTION refresh_article_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> 'published' OR NEW.deleted_at IS NOT NULL THEN
    DELETE FROM article_search WHERE article_id = NEW.id;
    RETURN NULL;
  END IF;
  INSERT INTO article_search (article_id, published_on, outlet_id, terms, topic_ids, actor_ids)
  VALUES (
    NEW.id, NEW.published_on, NEW.outlet_id,
    article_terms(NEW.headline, coalesce(NEW.summary, ''),
      CASE WHEN NEW.rights = 'full_text' THEN NEW.body ELSE '' END),
    topic_ids_of(NEW.id), actor_ids_of(NEW.id)
  )
  ON CONFLICT (article_id) DO UPDATE SET
    published_on = excluded.published_on, outlet_id = excluded.outlet_id, terms = excluded.terms;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION refresh_statement() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE hyphened text := hyphened_text(NEW.words);
BEGIN
  NEW.terms := to_tsvector('archive_english', replace(hyphened, '-', ' ')) || joined_words(hyphened);
  NEW.is_public := NEW.status <> 'rejected'
    AND (SELECT are_statements_public(articles) FROM articles WHERE id = NEW.article_id);
  RETURN NEW;
END $$;

UPDATE article_search SET terms = article_terms(headline, coalesce(summary, ''),
  CASE WHEN rights = 'full_text' THEN body ELSE '' END)
FROM articles WHERE articles.id = article_id;

UPDATE statements SET words = words;
