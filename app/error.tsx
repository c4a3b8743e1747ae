"use client";

import { FaultNotice } from "#components/layout/fault-notice.tsx";

export default function ErrorPage({ retry }: { retry: () => void }) {
  return <FaultNotice retry={retry} />;
}
