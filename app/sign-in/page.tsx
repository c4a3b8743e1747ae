import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "#components/admin/accounts/sign-in-form.tsx";
import { NarrowPage } from "#components/admin/shell/narrow-page.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { getCurrentUser } from "#lib/auth/current-user.ts";
import { toReturnPath } from "#lib/auth/return-path.ts";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

type SignInPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { from, error } = await searchParams;
  const target = typeof from === "string" ? from : undefined;
  const user = await getCurrentUser();
  if (user) redirect(user.role === "reader" && !target ? "/admin/account" : toReturnPath(target));
  return (
    <NarrowPage title="Sign in" lead="For archivists. Reading needs no account.">
      {error && (
        <Notice tone="danger">
          <p>That did not work. Please sign in here.</p>
        </Notice>
      )}
      <SignInForm from={target} />
    </NarrowPage>
  );
}
