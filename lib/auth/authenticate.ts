import { getSignInRecord } from "#lib/auth/data.ts";
import { noteSignIn } from "#lib/auth/mutations.ts";
import { isPasswordRight } from "#lib/auth/password.ts";
import { countAttempt, forgiveAttempt } from "#lib/auth/sign-in-limits.ts";
import type { SessionClaims } from "#lib/auth/types.ts";
import { AppError } from "#lib/errors.ts";

export type SignInAttempt = { email: string; password: string; clientAddress: string };

const LONGEST_INPUT_CHARACTERS = 400;

/**
 * Lets a person in by e-mail and password, or throws `AppError`: "too_many_requests" after too
 * many failures, else "unauthenticated" with one message for a wrong name, a wrong password and a
 * disabled account, after the same time.
 */
export async function authenticate(given: SignInAttempt): Promise<SessionClaims> {
  const attempt = { ...given, email: given.email.trim().toLowerCase() };
  if (attempt.email.length + attempt.password.length > LONGEST_INPUT_CHARACTERS) throw wrong();
  await countAttempt(attempt);
  const user = await getSignInRecord(attempt.email);
  const isRight = await isPasswordRight(attempt.password, user?.passwordHash ?? null);
  if (!user || !isRight || user.disabledAt) throw wrong();
  await forgiveAttempt(attempt);
  await noteSignIn(user.id, new Date());
  return { userId: user.id, sessionVersion: user.sessionVersion };
}

function wrong(): AppError {
  return new AppError("unauthenticated", "The e-mail or the password is wrong.");
}
