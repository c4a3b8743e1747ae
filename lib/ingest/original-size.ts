/** Of one article as it comes: text and markup far longer than any news story. */
export const MAX_ORIGINAL_BYTES = 5 * 1024 * 1024;
