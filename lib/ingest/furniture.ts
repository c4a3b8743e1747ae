/** Which lines belong to the page an article was copied from, and not to the article. */

export type FurnitureRule = {
  rule: string;
  pattern: RegExp;
  /**
   * True where a line could also be the article's own: such a rule counts only in a header, or once a
   * header has shown that the text was copied from a page.
   */
  onlyOnPages?: boolean;
};

const MAX_FURNITURE_LENGTH = 240;
const NETWORKS = `(?:facebook|twitter|x|whatsapp|e-?mail|linkedin|telegram|pinterest|reddit|messenger|bluesky|threads|sms|print|copy link|viber)`;

const RULES: FurnitureRule[] = [
  {
    rule: "share",
    pattern:
      /^(?:share|share (?:this|on|via|with|article|page)\b.{0,40}|copy link|link copied!?)$/i,
  },
  {
    rule: "listen",
    pattern:
      /^(?:listen(?: to (?:this )?(?:article|story))?|listen\s*[·•|:-]?\s*\d+(?::\d\d)?\s*min(?:ute)?s?\.?|\d+\s*[- ]?min(?:ute)?s?\s+(?:read|listen)|reading time:?\s*\d+.{0,12})$/i,
  },
  {
    rule: "related",
    pattern:
      /^(?:related (?:topics?|stories|articles?|content|tags|internet links)|more on this(?: story)?|more from .{2,30}|most (?:read|viewed|popular|watched)|top stories|you (?:may|might) (?:also )?like|recommended(?: for you)?|read next|up next|from our partners|also in .{2,30}|пов['’ʼ]язані теми|читайте також:?.{0,120})$/i,
  },
  {
    rule: "cookies",
    pattern:
      /^(?:accept(?: all)?(?: cookies)?|reject all(?: cookies)?|(?:manage|cookie) (?:preferences|settings|choices|cookies|policy)|(?:we|this (?:site|website)|our partners)\b.{0,80}\bcookies\b.{0,140}|by (?:continuing|using|clicking).{0,80}\bcookies\b.{0,80}|let us know you agree to cookies)$/i,
  },
  {
    rule: "advertisement",
    pattern:
      /^(?:advertisement|advertising|sponsored(?: content)?|ad feedback|story continue[sd] below(?: advertisement)?|article continues (?:after|below) (?:this )?(?:advertisement|ad)|реклама)$/i,
  },
  {
    rule: "navigation",
    pattern:
      /^(?:skip to (?:main )?(?:content|navigation)|back to top|(?:main )?menu|toggle (?:menu|navigation)|close menu|accessibility (?:help|links)|breadcrumb)$/i,
  },
  {
    rule: "navigation",
    pattern: /^(?:home\s*)?(?:[\p{L}&' ]{2,24}\s*[|›»>•·/]\s*){2,12}[\p{L}&' ]{2,24}$/iu,
    onlyOnPages: true,
  },
  { rule: "navigation", pattern: /^home(?: \p{Lu}[\p{L}&]+){3,14}$/iu },
  {
    rule: "account",
    pattern:
      /^(?:sign in|sign up|log in|log out|register|subscribe(?: now| today)?|my account|sign up (?:for|to) .{3,80}|get our .{3,60}newsletter.{0,40}|enter your e-?mail(?: address)?|newsletters?)$/i,
    onlyOnPages: true,
  },
  {
    rule: "account",
    pattern:
      /^(?:already a subscriber\?.{0,30}|create a free account.{0,40}|to continue reading.{0,60})$/i,
  },
  {
    rule: "comments",
    pattern:
      /^(?:\d{1,5} comments?|comments?(?: \(?\d{1,5}\)?)?|(?:view|show|hide|join|leave) (?:a |the )?(?:all )?(?:comments?|conversation).{0,20})$/i,
    onlyOnPages: true,
  },
  {
    rule: "networks",
    pattern: new RegExp(`^${NETWORKS}(?:[\\s,|·•/]+${NETWORKS})*$`, "i"),
    onlyOnPages: true,
  },
  {
    rule: "buttons",
    pattern:
      /^(?:save|saved|print|follow|following|follow us.{0,30}|play|play video|watch(?: live| now)?|video|gift(?: this)? article|bookmark|font size.{0,10}|a\+ ?a-|report (?:an? )?(?:error|mistake)|show more|read more|load more|search|close|text size.{0,12})$/i,
    onlyOnPages: true,
  },
  {
    rule: "updated",
    pattern:
      /^(?:(?:first |last )?(?:updated|modified|published|posted):?\s*(?:at|on)?\s*)?(?:just now|(?:an?|one|\d{1,3})\s*(?:m|min(?:ute)?|h|hr|hour|d|day|w|week)s? ago|\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*\p{Lu}{0,4})$/iu,
    onlyOnPages: true,
  },
  {
    rule: "label",
    pattern:
      /^(?:(?:first |last )?(?:published|updated|posted|modified)|authors?|by|topics|tags)$/i,
    onlyOnPages: true,
  },
  {
    rule: "copyright",
    pattern:
      /^(?:(?:copyright\s*)?(?:©|\(c\))\s*.{2,120}|all rights reserved\.?|terms (?:of use|and conditions|of service)|privacy (?:policy|notice)|contact us|about us|advertise with us)$/i,
    onlyOnPages: true,
  },
  {
    rule: "section",
    pattern:
      /^(?:news|world|world news|uk|uk news|us|us news|us politics|uk politics|politics|europe|ukraine|war in ukraine|russia-ukraine war|diplomacy|foreign affairs|international|analysis|opinion|comment|explainer|live|breaking(?: news)?|exclusive|latest|defence|business|world\s*[/|›>]\s*europe|home)$/i,
    onlyOnPages: true,
  },
];

/** The rule by which a whole line is page furniture, or null. `onPage`: a page's header was found. */
export function furnitureRule(line: string, onPage: boolean): string | null {
  if (line.length > MAX_FURNITURE_LENGTH) return null;
  const text = line.replace(/^[\s|·•*\[(]+|[\s|·•*\])]+$/g, "");
  const found = RULES.find(
    ({ pattern, onlyOnPages }) => (onPage || !onlyOnPages) && pattern.test(text),
  );
  return found?.rule ?? null;
}

const RUN_IN =
  /(?:share|save|listen\s*[·•|-]?\s*\d+\s*min(?:ute)?s?|\d+\s*min(?:ute)?s? (?:read|listen)|comments?)(?![\p{L}\p{N}])/iuy;

/** The end of a piece of furniture that runs straight on in a header line, or null. */
export function matchFurniture(text: string, at: number): number | null {
  RUN_IN.lastIndex = at;
  const match = RUN_IN.exec(text);
  return match && at + match[0].length;
}
