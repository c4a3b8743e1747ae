/** `make`, done once for each list, however many articles are understood by it. */
export function onceFor<List extends object, T>(make: (list: List) => T): (list: List) => T {
  const made = new WeakMap<List, T>();
  return (list) => {
    const known = made.get(list) ?? make(list);
    made.set(list, known);
    return known;
  };
}
