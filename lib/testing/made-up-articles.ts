const WORDS =
  "about agreed aid air allies ambassador answer army border bridge budget capital ceasefire council crossing decision defence delegation district draft economy embassy evening exchange export farmers fleet forces frontier fuel future gas government grain guarantee harbour history hospital house industry island journey law letter market meeting message minister money morning nation north office offer order parliament partner peace people plan port power president press price prisoner promise proposal question railway region report reserve river road safety school season secretary security senate shelter ship signature soldier south station summer support talks tax territory town trade treaty troops union valley village visit voice vote war water week winter work worker year".split(
    " ",
  );
const WORDS_A_SENTENCE = 14;

let seed = 20_250_227;

/** The same numbers in every run (a linear congruential generator, as in Numerical Recipes). */
function nextBelow(limit: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
}

function sentence(): string {
  const words = Array.from({ length: WORDS_A_SENTENCE }, () => WORDS[nextBelow(WORDS.length)]);
  return `The envoys said that the ${words.join(" ")} of Northmark was the first of this year.`;
}

/** An article that resembles no other, as a line of JSON. */
export function madeUpArticle(): string {
  const subject = Array.from({ length: 4 }, () => WORDS[nextBelow(WORDS.length)]).join(" ");
  const paragraphs = Array.from({ length: 3 }, () => `${sentence()} ${sentence()}`);
  return JSON.stringify({
    title: `Northmark and the ${subject}`,
    author: "Ada Brook",
    date: "2025-02-27",
    text: paragraphs.join("\n\n"),
  });
}

/** So many of them. */
export function madeUpArticles(count: number): string[] {
  return Array.from({ length: count }, madeUpArticle);
}

/** A short one with a number and a day of its own: quick to read, for tests of thousands. */
export function madeUpNote(number: number): string {
  const day = new Date(Date.UTC(1990, 0, number)).toISOString().slice(0, 10);
  return JSON.stringify({ title: `Northmark note ${number}`, date: day, text: sentence() });
}
