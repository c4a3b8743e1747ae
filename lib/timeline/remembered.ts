/** A view has some two hundred marks; more are those of views that are gone. */
const MAX_REMEMBERED = 2_000;

/**
 * The same function, which remembers what it made of each key: a picture that moves asks for the same
 * words and addresses at each frame.
 */
export function remembered<Given, Made>(
  make: (given: Given) => Made,
  keyOf: (given: Given) => string,
): (given: Given) => Made {
  const made = new Map<string, Made>();
  return (given) => {
    const key = keyOf(given);
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= MAX_REMEMBERED) made.clear();
    const value = make(given);
    made.set(key, value);
    return value;
  };
}
