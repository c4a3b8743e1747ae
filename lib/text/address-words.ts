const MAX_WORDS = 8;
const SECTION = /^\/(articles|events|outlets|people|search|timeline|topics)(?=\/|$)/;

/**
 * The words that a path on this site holds, for a search when nothing stands there: of
 * `/2025/02/27/starmer-meets-trump.html`, "starmer meets trump"; names of sections do not count.
 * Never throws; at most eight.
 */
export function wordsOfAddress(path: string): string {
  const plain = decode((path.split(/[?#]/)[0] ?? "").replace(SECTION, "")).replace(
    /\.[a-z]{2,5}$/i,
    "",
  );
  const words = plain.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => /\p{L}{2}/u.test(word));
  return words.slice(0, MAX_WORDS).join(" ");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replaceAll("%", " ");
  }
}
