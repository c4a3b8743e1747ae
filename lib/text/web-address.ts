/** True for an address that a page may link to: never a `javascript:` one, whoever typed it in. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
