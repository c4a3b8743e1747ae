import slugify from "@sindresorhus/slugify";

const MAX_SLUG_CHARACTERS = 80;

/**
 * The readable part of an address: lower-case ASCII words, cut between words at 80 characters, or
 * `nameless` where none are left.
 */
export function toSlug(words: string, nameless = "article"): string {
  const slug = slugify(words.replaceAll(/['’]/g, "")).replaceAll(/[^a-z0-9]+/g, "-");
  return cutBetweenWords(slug).replaceAll(/^-+|-+$/g, "") || nameless;
}

/** `slug`, or `slug-2`, `slug-3` …: the first that is not taken. */
export function firstFreeSlug(slug: string, isTaken: (candidate: string) => boolean): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}

function cutBetweenWords(slug: string): string {
  if (slug.length <= MAX_SLUG_CHARACTERS) return slug;
  const cut = slug.slice(0, MAX_SLUG_CHARACTERS + 1);
  return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : cut.slice(0, -1);
}
