/** Unseen: password managers keep a password under the name that stands beside it. */
export function AccountName({ email }: { email: string }) {
  return <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />;
}
