/** `ada@example.org` as `a…@example.org`: whoever typed it knows it, and nobody else learns it. */
export function maskAddress(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
