export { answerAuthRequest as GET, answerAuthRequest as POST } from "#lib/auth/session.ts";
