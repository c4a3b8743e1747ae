/** Texts that say the same in different spellings, and searches that find all of them. */

export type SpelledTexts = {
  name: string;
  texts: string[];
  queries: string[];
  /** Texts that none of the queries finds. */
  others?: string[];
};

/** Each query finds each text, and no other. */
export const SPELLED_TEXTS: SpelledTexts[] = [
  {
    name: "accents",
    texts: ["the café", "the cafe", "the cafe\u0301", "the CAFÉ", "a cafés"],
    queries: ["café", "cafe", "cafe\u0301", "CAFE", '"CAFÉ"'],
    others: ["a cave"],
  },
  { name: "a diaeresis", texts: ["too naïve", "too naive"], queries: ["naïve", "naive", "nai*"] },
  {
    name: "letters that are more than one",
    texts: ["Łódź and Straße", "Lodz and Strasse"],
    queries: ["łódź strasse", "lodz straße"],
  },
  {
    name: "possessives",
    texts: ["in Kyiv's streets", "in Kyiv’s streets", "in Kyivʼs streets", "in Kyiv streets"],
    queries: ["Kyiv", "Kyiv's", "Kyiv’s", "Kyivs", '"Kyiv streets"', '"Kyiv’s streets"'],
  },
  {
    name: "contractions",
    texts: ["we don't know", "we don’t know", "we dont know"],
    queries: ["don't", "don’t", "dont", '"we don’t know"'],
    others: ["we do know"],
  },
  {
    name: "contractions that would be other words",
    texts: ["the shell fell"],
    queries: ["shell"],
    others: ["she'll fall", "she’ll fall"],
  },
  {
    name: "names with an apostrophe",
    texts: ["Mr O'Brien spoke", "Mr O’Brien spoke", "Mr OBrien spoke", "Mr O Brien spoke"],
    queries: ["O'Brien", "O’Brien", "O Brien", '"Mr O Brien spoke"', '"Mr O’Brien spoke"'],
    others: ["Mr O'Hara, Brien's friend"],
  },
  {
    name: "a name with an apostrophe, typed without",
    texts: ["Mr O'Brien spoke", "Mr O’Brien spoke", "Mr OBrien spoke"],
    queries: ["OBrien", "obrien", '"Mr OBrien spoke"'],
  },
  {
    name: "words in curly quotation marks, and beside dashes",
    texts: [
      "a “backstop” then",
      'a "backstop" then',
      "a backstop—then",
      "a ‘backstop’ then",
      "«backstop»",
    ],
    queries: ["backstop", "“backstop”", "backstop*"],
  },
  {
    name: "ceasefire, cease-fire and cease fire",
    texts: [
      ...["a ceasefire now", "a cease-fire now", "a cease fire now", "a cease\u2010fire now"],
      ...[
        "a cease\u2011fire now",
        "a cease–fire now",
        "a cease\u00adfire now",
        "a cease\u200bfire now",
      ],
      ...["a cease\u200dfire now", "the ceasefires now"],
    ],
    queries: [
      ...[
        "ceasefire",
        "cease-fire",
        '"cease fire"',
        "cease\u2011fire",
        "cease–fire",
        "cease\u00adfire",
      ],
      ...['"ceasefire now"', '"cease-fire now"', '"cease fire now"', "ceasefire near/2 now"],
    ],
    others: ["to cease all fire"],
  },
  {
    name: "a hyphen or a space",
    texts: ["the vice-president Dale spoke", "the vice president Dale spoke"],
    queries: [
      "vice-president",
      '"vice president"',
      '"vice-president Dale"',
      "president",
      "dale near/2 vice",
    ],
  },
  {
    name: "a hyphen or nothing",
    texts: ["an anti-tank mine", "an antitank mine"],
    queries: ["antitank", "anti-tank", '"an anti-tank mine"', "anti-tan*"],
    others: ["a tank mine"],
  },
  {
    name: "words of several hyphens",
    texts: ["state-of-the-art radar", "state of the art radar"],
    queries: ["state-of-the-art", '"state of the art radar"'],
  },
  {
    name: "words joined by a slash or a missing space",
    texts: ["grain/wheat ended.Ports", "grain wheat ended. Ports"],
    queries: ["grain ports", '"grain wheat ended ports"'],
  },
  {
    name: "US and U.S., which are no pronoun",
    texts: [
      "the US said",
      "the U.S. said",
      "the USA said",
      "the U.S.A. said",
      "a US-led plan",
      "a U.S.-led plan",
    ],
    queries: ["US", "U.S.", "U.S", "u.s.", "us", "USA", "usa", "(US or U.S.)"],
    others: ["let us go", "tell Us more"],
  },
  {
    name: "US in a phrase",
    texts: ["a US-led plan", "a U.S.-led plan", "a US led plan"],
    queries: ['"US led plan"', '"us led plan"', '"U.S.-led plan"', "US-led"],
  },
  {
    name: "us in a phrase, as a text has it",
    texts: ["they told us now"],
    queries: ['"they told us now"', '"told us"'],
    others: ["they told now"],
  },
  {
    name: "UK and U.K.",
    texts: ["the UK said", "the U.K. said"],
    queries: ["UK", "U.K.", "uk", '"UK said"'],
  },
  {
    name: "UN and U.N.",
    texts: ["at the UN now", "at the U.N. now"],
    queries: ["UN", "U.N.", '"U.N. now"'],
  },
  { name: "EU and E.U.", texts: ["the EU", "the E.U."], queries: ["EU", "E.U.", "eu"] },
  {
    name: "e.g.",
    texts: ["grain, e.g. wheat", "grain, eg wheat"],
    queries: ["e.g.", "eg", '"eg wheat"'],
  },
  {
    name: "thousands",
    texts: [
      "some 1,000 men",
      "some 1000 men",
      "some 1\u00a0000 men",
      "some 1\u202f000 men",
      "some 1 000 men",
    ],
    queries: ["1,000", "1000", "1 000", "1\u00a0000", '"1,000 men"', '"some 1 000 men"'],
    others: ["some 1 men", "some 10000 men", "some 000 men"],
  },
  {
    name: "other numbers with a space",
    texts: ["some 12,500 men", "some 12500 men", "some 12 500 men"],
    queries: ["12,500", "12500", "12 500"],
    others: ["some 12 men and 500 more"],
  },
  {
    name: "sums of money",
    texts: [
      "$1bn in aid",
      "£1bn in aid",
      "€1 bn in aid",
      "1bn in aid",
      "1 billion in aid",
      "$1 billion in aid",
    ],
    queries: ["$1bn", "1bn", "1 billion", "£1bn", '"1 billion in aid"', '"1bn in aid"'],
    others: ["11bn in aid"],
  },
  {
    name: "millions of money, and metres",
    texts: ["$3.5m more", "$3.5 million more", "£3.5mn more"],
    queries: ["$3.5m", "3.5 million", "3.5mn"],
    others: ["3.5m tall"],
  },
  {
    name: "decimals",
    texts: ["rose 3.5 points", "rose 3,5 points"],
    queries: ["3.5", "3,5"],
    others: ["3 and 5"],
  },
  { name: "ordinals", texts: ["the 5th round"], queries: ["5th", "5TH"], others: ["5 rounds"] },
  {
    name: "percentages",
    texts: ["2.5% of it", "2.5 % of it", "2.5 per cent of it"],
    queries: ["2.5%", "2.5"],
  },
  {
    name: "letters and numbers",
    texts: [
      "an F-16 flew",
      "an F16 flew",
      "an F 16 flew",
      "an F\u201116 flew",
      "some F-16s flew",
      "some F16s flew",
    ],
    queries: ["F-16", "F16", "F 16", "f-16", "f16", "F-16s", "f 16", '"F 16 flew"'],
    others: ["an F of 16", "an F-15 flew"],
  },
  {
    name: "numbers that go on as words, which are two tokens",
    texts: ["at hash 2e0944ac and 1.5e3kg of it"],
    queries: ["2e0944ac", '"hash 2e0944ac"', '"2E0944AC and 1.5e3kg"', "hash near/1 2e0944ac"],
    others: ["an ac of hash 2e0944", "2e0944 and ac", "1.5e3 and kg"],
  },
  { name: "years with a hyphen", texts: ["mid-2025", "2024-2025"], queries: ["2025"] },
  {
    name: "letters of full width, ligatures and other forms",
    texts: ["１２３ ｆire ﬁnance", "123 fire finance"],
    queries: ["１２３", "123", "ﬁnance", "ｆire finance", '"123 fire"'],
  },
  {
    name: "British and American -our",
    texts: ["a labour neighbour", "a labor neighbor"],
    queries: ["labour", "labor", "neighbours", "neighboring labour"],
  },
  {
    name: "British and American -ise",
    texts: ["an organisation", "an organization", "organised", "organizing"],
    queries: ["organisation", "organization", "organise", "organizes"],
  },
  {
    name: "British and American -yse",
    texts: ["they analyse", "they analyze"],
    queries: ["analyse", "analyze", "analysed"],
  },
  {
    name: "British and American -ence",
    texts: ["a defence pact", "a defense pact"],
    queries: ["defence", "defense", '"defense pact"'],
  },
  {
    name: "British and American, by the list",
    texts: ["a centre for a programme", "a center for a program"],
    queries: ["centre", "center", "programme", "program", '"centre for a program"'],
  },
];
