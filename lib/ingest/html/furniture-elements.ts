/** Which elements of a page are no part of its article, by their names and marks. */
import { isHidden, marksOf, type ElementNode } from "./tree.ts";

const FURNITURE_NAMES = new Set(
  "nav aside footer form button figure figcaption dialog label fieldset address menu header".split(
    " ",
  ),
);
const FURNITURE_ROLES =
  /^(?:navigation|complementary|banner|contentinfo|dialog|alertdialog|search|menu|menubar|toolbar|tablist|note|alert|status)$/;
/** `has-sidebar` tells of a page around the article, and not of the sidebar. */
const WORD_START = `(?:^|[\\s_-])(?<!(?:has|with|without|no|show|hide|is)[_-])`;
const FURNITURE_MARKS = new RegExp(
  `${WORD_START}(?:` +
    [
      "comments?(?:[-_ ]?(?:list|section|area|container|wrapper|form|count))?(?![a-z]|[-_](?:enabled|disabled|open|closed))",
      "disqus|livefyre|fb[-_]comments",
      "related(?!ed)|recirc\\w*|recommend\\w*|outbrain|taboola|zergnet|revcontent|more[-_ ]?(?:on|from|stories|articles|news|like)(?![a-z])",
      "read[-_ ]?(?:more|next|also)|also[-_ ]?(?:read|like)|up[-_]?next|you[-_]may|see[-_]also|further[-_]reading",
      "shar(?:e|ing)(?:[-_ ]?\\w*)?(?![a-z])|social(?:[-_ ]?\\w*)?|sharedaddy|addthis|addtoany|follow(?:[-_ ]us)?(?![a-z])",
      "newsletters?|subscribe(?![a-z])|sign[-_]?up|mailing[-_]list|opt[-_]?in",
      "promo(?:s|tion\\w*|box|ted)?(?![a-z])|sponsor\\w*|advert\\w*|ads?(?![a-z])|adslot|dfp|gpt|mpu|native[-_]ad",
      "breadcrumbs?|crumbs?|nav(?:bar|igation|igate)?(?![a-z])|menu|pagination|pager|toolbar|skip[-_]?link",
      "sidebar|side[-_]?rail|right[-_]?rail|rail|footer|masthead|topbar|widgets?",
      "pop[-_]?up|modal|overlay|lightbox|cookies?|consent|gdpr|login|sign[-_]?in|register|tooltip",
      "tags?(?:[-_ ]?(?:list|cloud|links|container|s))?(?![a-z])|taglist|topics?[-_](?:list|links)|keywords|categories|category[-_]list",
      "author[-_ ]?(?:bio|box|info|card|profile|description|details)|about[-_ ]?(?:the[-_ ])?author|bio(?:graphy)?(?![a-z])|byline|contributors?(?![a-z])|post[-_]?meta|entry[-_]?meta|article[-_]?meta|meta[-_]?data|dateline|timestamp|publish(?:ed)?[-_]?(?:date|time)",
      "caption|photo[-_]?credit|image[-_]?credit|credits?(?![a-z])|carousel|thumb(?:nail)?s?",
      "trending|popular|most[-_]?(?:read|viewed|popular|recent)|latest(?:[-_]\\w+)?|top[-_]?stories|headlines[-_]list|hot[-_]?(?:news|topics)",
      "teasers?|storylist|story[-_]list|linklist|link[-_]list|river",
      "print[-_]?(?:only|button|link)?(?![a-z])|screen[-_]?reader\\w*|sr[-_]only|visually[-_]?hidden|visuallyhidden|a11y|hidden(?![a-z])|noprint|no[-_]print",
      "rating|vote|poll|quiz|survey|donat\\w*|membership|fundrais\\w*|disclaimer|disclosure|copyright|legal",
      "video[-_]?(?:player|container|wrapper|title|caption|description|playlist)|playlist|player(?![a-z])|audio[-_]?player|listen",
      "jump[-_]?(?:to|link)|toc(?![a-z])|table[-_]of[-_]contents|feedback|correct(?:ion)?[-_]?form|report[-_]?(?:error|typo)",
      "pull[-_]?quote|pullout|factbox|infobox[-_]links|story[-_]?timeline|ticker|weather|stocks?[-_]\\w+|app[-_]?(?:promo|store|download)",
    ].join("|") +
    ")",
  "i",
);
/** Marks that tell of the article itself: an element that bears one is no furniture by another. */
const ARTICLE_MARKS =
  /(?:article|story|post|entry|content|main|page)[-_]*(?:body|text|content|copy|main)|articlebody|storybody|(?:article|story|content)[-_]widgets?|(?:^|[\s_-])(?:body[-_](?:text|copy|content)|rich[-_]?text|prose|paragraph)/i;

const NEVER_ARTICLE =
  /(?:^|[\s_-])(?:comments?|disqus|footer|cookies?|consent|related|recommend\w*)(?![a-z])/;

/** True for furniture that is none of the article even where it holds most of a page's text. */
export function isNeverArticle(element: ElementNode): boolean {
  const { name } = element;
  if (name === "nav" || name === "footer" || name === "aside") return true;
  return NEVER_ARTICLE.test(marksOf(element)) && !ARTICLE_MARKS.test(marksOf(element));
}

/** True for an element that is read past, unless most of the page's text is in it. */
export function isFurniture(element: ElementNode): boolean {
  const { name, attributes } = element;
  if (FURNITURE_NAMES.has(name)) return true;
  if (FURNITURE_ROLES.test(attributes.role ?? "")) return true;
  if (isHidden(element)) return true;
  if (attributes["aria-hidden"] === "true" && name !== "span") return true;
  if (name === "body" || name === "html" || name === "main" || name === "article") return false;
  const marks = marksOf(element);
  if (marks === " ") return false;
  return FURNITURE_MARKS.test(marks) && !ARTICLE_MARKS.test(marks);
}

/** True for an element whose marks say that it holds an article's text. */
export function isMarkedAsArticle(element: ElementNode): boolean {
  const { attributes, name } = element;
  if (/\barticleBody\b/i.test(attributes.itemprop ?? attributes.property ?? "")) return true;
  return name === "article" || ARTICLE_MARKS.test(marksOf(element));
}
