/** Months as the pages of more languages write them, put into English before dates are looked for. */
import { MONTH_NAMES } from "#lib/dates/calendar-day.ts";

/** Those that the reader of dates does not know: de (Austria, short), es, it, pt, nl, sv, tr, cs, hu, ro, el. */
export const FOREIGN_MONTHS: readonly string[] = [
  "jänner jän jaenner enero ene gennaio gen janeiro januari ocak ledna január ianuarie ιανουαρίου",
  "feber febrero febbraio fevereiro fev februari şubat února február februarie φεβρουαρίου",
  "mär mrz maerz marzo março maart mart března március martie μαρτίου",
  "abril abr aprile april nisan dubna április aprilie απριλίου",
  "mayo maggio mag maio mei mayıs května május mai μαΐου",
  "junio giugno giu junho haziran června június iunie ιουνίου",
  "julio luglio lug julho temmuz července július iulie ιουλίου",
  "agosto ago augustus augusti ağustos srpna augusztus août αυγούστου",
  "septiembre setiembre settembre setembro eylül září szeptember septembrie σεπτεμβρίου",
  "octubre ottobre ott outubro out okt ekim října október octombrie οκτωβρίου",
  "noviembre novembro kasım listopadu noiembrie νοεμβρίου",
  "diciembre dicembre dic dezembro dez dec déc aralık prosince decembrie δεκεμβρίου",
];
const ENGLISH = new Map(
  FOREIGN_MONTHS.flatMap((line, i) =>
    line.split(" ").map((word) => [word, MONTH_NAMES[i] as string]),
  ),
);
const ALTERNATIVES = [...ENGLISH.keys()].sort((a, b) => b.length - a.length).join("|");
/** `12 de marzo de 2020`, `12. Jänner 2020`: only between a day and a year. */
const DAY_MONTH_YEAR = new RegExp(
  `(?<![\\p{L}\\p{N}])(\\d{1,2})(?:\\.|º|er|-?го)?[\\s-]{1,3}(?:de\\s|di\\s|d['’])?(${ALTERNATIVES})\\.?,?[\\s-]{1,3}(?:de\\s|del\\s)?(\\d{4})(?!\\d)`,
  "giu",
);
const CHINESE = /((?:19|20)\d{2})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号]?/gu;
/** `12 marzo, 2020` needs no help in English or any language that the reader of dates knows. */
const SPANISH = /(\d{1,2}) de (\p{L}{3,10}) de (\d{4})/giu;

/** The text with foreign dates in English; a date's place may move. */
export function withEnglishMonths(text: string): string {
  return text
    .replace(CHINESE, "$1-$2-$3")
    .replace(SPANISH, "$1 $2 $3")
    .replace(DAY_MONTH_YEAR, (_, day: string, month: string, year: string) => {
      return `${day} ${ENGLISH.get(month.toLowerCase()) ?? month} ${year}`;
    });
}
