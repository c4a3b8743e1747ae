/** Names and Ukrainian words in different spellings, and searches that find all of them. */
import type { SpelledTexts } from "#lib/testing/spelled-texts.ts";

export const SPELLED_NAMES: SpelledTexts[] = [
  {
    name: "names in -yi",
    texts: [
      "Mr Verensky",
      "Mr Verenskyy",
      "Mr Verenskiy",
      "Mr Verenskyi",
      "Mr Verens'kyi",
      "Mr Verenskii’s",
    ],
    queries: ["Verensky", "Verenskyy", "Verenskiy", "Verens'kyi", '"Mr Verenskyi"'],
  },
  {
    name: "a name in two alphabets, which the archive knows to be one person's",
    texts: ["Mr Dovhan", "Mr Dovgan", "пан Довгань", "слова Довганя", "з Довганем"],
    queries: ["Dovhan", "Dovgan", "Довгань", '"Mr Dovhan" or Довгань'],
    others: ["Chief"],
  },
  {
    name: "Kyiv and Kiev",
    texts: ["in Kyiv today", "in Kiev today"],
    queries: ["Kyiv", "Kiev", '"Kiev today"', "kyiv near/1 today"],
    others: ["a chicken kievan"],
  },
  { name: "Kharkiv and Kharkov", texts: ["Kharkiv", "Kharkov"], queries: ["Kharkiv", "Kharkov"] },
  { name: "Odesa and Odessa", texts: ["Odesa", "Odessa"], queries: ["Odesa", "Odessa"] },
  {
    name: "Lviv, L'viv and Lvov",
    texts: ["Lviv", "L'viv", "Lvov"],
    queries: ["Lviv", "L’viv", "Lvov"],
  },
  {
    name: "names of two words",
    texts: ["to Kryvyi Rih by day", "to Krivoy Rog by day"],
    queries: ['"Kryvyi Rih"', '"to Krivoy Rog by day"'],
  },
  {
    name: "Ukrainian words with an apostrophe",
    texts: ["про пам'ять", "про пам’ять", "про памʼять", "про пам\u2032ять"],
    queries: ["пам'ять", "пам’ять", "памʼять", "ПАМʼЯТЬ"],
    others: ["про пам"],
  },
  {
    name: "Ukrainian letters",
    texts: ["їжак, ґанок, єдність", "ЇЖАК, ҐАНОК, ЄДНІСТЬ", "і\u0308жак, ґанок, єдність"],
    queries: ["їжак", "ґанок", "Єдність", "і\u0308жак", "їжа*"],
  },
  {
    name: "Ukrainian cases of a short word",
    texts: ["йде війна", "цієї війни", "у війну", "з війною", "по війнах"],
    queries: ["війна", "війни", "війну", '"війна" or війною'],
    others: ["військо йде"],
  },
  {
    name: "Ukrainian cases of a long word",
    texts: ["йдуть переговори", "після переговорів", "на переговорах"],
    queries: ["переговори", "переговорів"],
    others: ["перемога"],
  },
  {
    name: "Ukrainian cases in a phrase",
    texts: ["про нову безпеку Києва", "про нову безпеку Київ"],
    queries: ['"нова безпека Київ"', "Києва", "Київ"],
  },
];
