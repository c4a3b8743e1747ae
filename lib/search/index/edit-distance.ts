/** How far two words are from each other. */

/**
 * How many letters are to be put in, left out or changed, or neighbours swapped, to make the one word
 * of the other; `most + 1` where it is more than `most`. (Damerau and Levenshtein's distance in which
 * no letter is changed twice: "optimal string alignment".)
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  return Math.min(lastRow(one, other, most)?.at(-1) ?? Infinity, most + 1);
}

/** The least distance of a stem from the beginnings of a word: endings are cut off, right or wrong. */
export function distanceToBeginning(stem: string, word: string, most: number): number {
  if (stem.length > word.length + most) return most + 1;
  return Math.min(...(lastRow(stem, word, most) ?? []), most + 1);
}

/** The distances of `one` from each beginning of `other`; null where all are above `most`. */
function lastRow(one: string, other: string, most: number): number[] | null {
  let twoBefore: number[] = [];
  let before = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      let distance = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        distance = Math.min(distance, twoBefore[j - 2]! + 1);
      row.push(distance);
      if (distance < least) least = distance;
    }
    if (least > most) return null;
    twoBefore = before;
    before = row;
  }
  return before;
}
