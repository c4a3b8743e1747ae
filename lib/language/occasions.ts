/** The words for the occasions and places at which statements are made, and for who is spoken to. */

/** An occasion of speech, or a thing in which something is said. */
export const OCCASION = wordsOf(
  "interviews? statements? conference briefings? speech address posts? tweets? letters? messages? emails? calls? phone telephone meetings? summit rally hearing session testimony broadcast podcast programme program video articles? column op-ed essay memo debate event forum ceremony remarks plane train flight visit trip tour dinner sidelines [Pp]arliament Commons Congress questions telethon communiqu[eé] declaration lecture appearance thread blog newsletter webcast livestream panel gathering vigil funeral",
);

/** A place on the web where people post. */
export const PLATFORM = wordsOf(
  "X Twitter Telegram Facebook Instagram LinkedIn TikTok YouTube Truth Threads Bluesky Weibo",
);

/** Those whom statements are told to: the press, an assembly, an outlet. */
export const AUDIENCE = wordsOf(
  "reporters journalists broadcasters lawmakers legislators MPs peers [Pp]arliament senators delegates viewers listeners ambassadors supporters troops students Commons Congress conference summit rally audience hearing committee briefing forum meeting crowd [Cc]ouncil [Aa]ssembly BBC ITV CNN CNBC CBS NBC ABC MSNBC NPR Reuters Bloomberg AFP Sky Fox LBC Politico Axios Guardian Telegraph Times Post Mail Independent Economist Spectator [Rr]adio [Tt]elevision TV News Press",
);

function wordsOf(list: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${list.replaceAll(" ", "|")})(?![\\p{L}\\p{N}])`, "u");
}
