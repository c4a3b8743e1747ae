/** Where text goes: the article, what stands beside it, what the file says of itself, or nowhere. */
export type Destination =
  | "text"
  | "note"
  | "running-head"
  | "comment"
  | "list-mark"
  | "stylesheet"
  | "title"
  | "author"
  | "created"
  /** Holds destinations and no text of its own. */
  | "container"
  | "skipped";

/** Control words that begin a destination; of those after `\*`, all others are left out. */
export const DESTINATIONS: Record<string, Destination> = {
  fonttbl: "skipped",
  colortbl: "skipped",
  stylesheet: "stylesheet",
  info: "container",
  title: "title",
  author: "author",
  creatim: "created",
  header: "running-head",
  headerl: "running-head",
  headerr: "running-head",
  headerf: "running-head",
  footer: "running-head",
  footerl: "running-head",
  footerr: "running-head",
  footerf: "running-head",
  footnote: "note",
  annotation: "comment",
  listtext: "list-mark",
  pntext: "list-mark",
  shpinst: "container",
  shptxt: "text",
  sp: "skipped",
  shprslt: "skipped",
  pict: "skipped",
  object: "skipped",
  fldinst: "skipped",
  nonesttables: "skipped",
  nonshppict: "skipped",
  listtable: "skipped",
  listoverridetable: "skipped",
  revtbl: "skipped",
  rsidtbl: "skipped",
  filetbl: "skipped",
  xmlnstbl: "skipped",
  themedata: "skipped",
  colorschememapping: "skipped",
  datastore: "skipped",
  latentstyles: "skipped",
  generator: "skipped",
  xe: "skipped",
  tc: "skipped",
  template: "skipped",
  passwordhash: "skipped",
  mmathPr: "skipped",
  bkmkstart: "skipped",
  bkmkend: "skipped",
};

export const SPECIAL_CHARACTERS: Record<string, string> = {
  tab: " ",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: " ",
  enspace: " ",
  qmspace: " ",
  "~": "\u00A0",
  _: "-",
  "-": "",
};
