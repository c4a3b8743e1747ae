/** True for the code of an ASCII letter; false past a text's end. */
export function isAsciiLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 97 && small <= 122;
}

/** True for the code of an ASCII digit; false past a text's end. */
export function isAsciiDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** True for the code of an ASCII letter or digit; false past a text's end. */
export function isAsciiWord(code: number): boolean {
  return isAsciiLetter(code) || isAsciiDigit(code);
}

export const LAST_ASCII = 127;
