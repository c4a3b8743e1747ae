/** What a search asks for, as a tree, and the words of the language in which it is asked. */

/** Fields whose value names a thing of the archive. */
export const NAME_FIELDS = ["topic", "person", "speaker", "outlet", "country"] as const;
export const DAY_FIELDS = ["before", "after", "on", "in"] as const;
/** Parts of an article. */
export const TEXT_FIELDS = ["title", "body"] as const;
/** What somebody said in an article, and the fields that ask how: `said:(backstop speaker:Starmer)`. */
export const SAID_FIELD = "said";
export const FIELDS_OF_SAID = ["speaker", "kind"] as const;
/** Fields with a few values; `hint` says which. */
export const CHOICES = {
  kind: { pattern: /^(?:direct|mixed|indirect)$/, hint: "direct, mixed or indirect" },
  lang: { pattern: /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/, hint: "a code such as en or uk" },
  has: { pattern: /^quote$/, hint: "quote" },
} as const;

export type NameField = (typeof NAME_FIELDS)[number];
export type DayField = (typeof DAY_FIELDS)[number];
export type TextField = (typeof TEXT_FIELDS)[number];
export type ChoiceField = keyof typeof CHOICES;
export type QueryField = NameField | DayField | TextField | ChoiceField | typeof SAID_FIELD;
export type TextScope = "any" | TextField;

export const CHOICE_FIELDS = Object.keys(CHOICES) as ChoiceField[];
export const QUERY_FIELDS: readonly QueryField[] = [
  ...NAME_FIELDS,
  ...DAY_FIELDS,
  ...TEXT_FIELDS,
  ...CHOICE_FIELDS,
  SAID_FIELD,
];

export const isNameField = isAmong(NAME_FIELDS);
export const isDayField = isAmong(DAY_FIELDS);
export const isTextField = isAmong(TEXT_FIELDS);
export const isSaidOf = isAmong(FIELDS_OF_SAID);
export const isChoiceField = isAmong(CHOICE_FIELDS);

/** Words that stand next to each other; one word is the shortest phrase. */
export type Phrase = {
  words: string;
  scope: TextScope;
  /** The last word may go on: `negoti*`. */
  isPrefix: boolean;
};

export type QueryNode =
  | ({ type: "phrase" } & Phrase)
  /** Both within so many words of each other, whichever comes first. */
  | { type: "near"; left: Phrase; right: Phrase; distance: number }
  /** Some one statement matches: its words, and the fields of what is said. */
  | { type: "said"; part: QueryNode }
  | { type: "name"; field: NameField; name: string }
  | { type: "choice"; field: ChoiceField; value: string }
  /** Published on these days, `YYYY-MM-DD`, both included; null: that side is open. */
  | { type: "days"; from: string | null; to: string | null }
  | { type: "and" | "or"; parts: QueryNode[] }
  | { type: "not"; part: QueryNode };

/** A part of a query that could not be used, as it stands there, and why. */
export type Ignored = { text: string; reason: string };

/** `tree` is null where nothing is asked for. */
export type ParsedQuery = { tree: QueryNode | null; ignored: Ignored[] };

function isAmong<Field extends QueryField>(fields: readonly Field[]) {
  return (field: QueryField): field is Field => fields.some((known) => known === field);
}
