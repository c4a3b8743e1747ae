/** Lines within an article's text that the outlet says about itself, and that belong to no article. */

const MAX_LENGTH = 420;

const PATTERNS: readonly RegExp[] = [
  /^(?:\p{P}|\s)*(?:sign up|subscribe|click here|tap here|download (?:the|our)|enter your e-?mail|by (?:signing up|subscribing|submitting|providing)|register (?:now|here|for)|already a (?:subscriber|member)|become a (?:member|subscriber)|support (?:our|independent) journalism)(?![\p{L}])/iu,
  /^(?:\p{P}|\s)*(?:follow|like|join|find) (?:us|our|me|@|\p{Lu}[\p{L} ]{1,40} on\b)/u,
  /^(?:follow|join) .{2,80}\b(?:twitter|facebook|instagram|x|threads|whatsapp|telegram|linkedin|google news|newsletter)\b/iu,
  /^(?:\p{P}|\s)*(?:read (?:more|next|also|full|the full)|see also|see more|more (?:on|from|stories|about)|related(?: (?:stories|articles?|content|topics|coverage))?|also read|recommended|don['’]t miss|up next|keep reading|what to (?:read|watch) next|most (?:read|popular)|trending|popular (?:stories|articles)|editors?['’] picks?|further reading|you (?:may|might) also (?:like|be interested))\b.{0,8}(?::|$|\p{Lu})/iu,
  /^(?:watch|listen|video|podcast|gallery|photos?|in pictures|interactive)(?: \p{Lu}{2,12})?\s*[:|–—-]\s/iu,
  /^WATCH(?:\s|$)/u,
  /\b(?:newsletter|inbox|e-?mail updates?)\b.{0,80}\b(?:sign(?:ing)? up|subscrib|deliver|here|weekly|daily|free)/iu,
  /\b(?:sign(?:ing)? up|subscrib\w+|get|receive)\b.{0,90}\b(?:newsletters?|inbox|alerts?)\b/iu,
  /\b(?:affiliate (?:links?|commissions?)|earn (?:a |an )?(?:small )?commission|we may (?:receive|earn)|may contain (?:affiliate|advertising)|hand-?picked by our|independently (?:selected|chosen))\b/iu,
  /^(?:\p{P}|\s)*(?:copyright|©|\(c\) ?\d{4}|all rights reserved|disclaimer:|disclosure:|this (?:article|story|post|piece|column) (?:was |has been )?(?:originally|first) (?:appeared|published|posted))/iu,
  /\bmay not be (?:published|reproduced|broadcast|rewritten)\b|\bread our (?:privacy|full) (?:policy|disclosure)\b|\bprivacy policy\b.{0,60}\bterms\b|\bterms of (?:use|service)\b.{0,80}\b(?:privacy|apply|agree)/iu,
  /\b(?:cookies?|ad[- ]?blocker|internet explorer|browser)\b.{0,120}\b(?:settings|experience|enable|disable|update|upgrade|turn off|whitelist|accept|consent|support)/iu,
  /^(?:do you )?(?:have|got) (?:a |any )?(?:tip|story|question|news)s?\b.{0,60}\?/iu,
  /^(?:like|enjoy(?:ed)?|loved?) (?:this|what)\b.{0,50}\?|^share (?:this|your|on)\b|^join (?:the|our) (?:conversation|discussion|comment)/iu,
  /^(?:show|hide|view|load|post|leave|write|add) (?:all |a |your |more )?(?:comments?|reply)/iu,
  /^(?:this is a (?:breaking|developing) (?:news )?story|more to follow|story continues|article continues|continue reading)/iu,
];

/** True for a line by which the outlet asks, warns or advertises, rather than reports. */
export function isPromotion(text: string): boolean {
  return text.length <= MAX_LENGTH && PATTERNS.some((pattern) => pattern.test(text));
}
