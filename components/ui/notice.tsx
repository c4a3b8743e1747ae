import type { ReactNode } from "react";
import styles from "./notice.module.css";

type NoticeProps = {
  tone?: "plain" | "good" | "warning" | "danger";
  title?: ReactNode;
  /** True where it answers what the person just did, so that a screen reader speaks it. */
  isAnswer?: boolean;
  children?: ReactNode;
};

/** Something to know before reading on. */
export function Notice({ tone = "plain", title, isAnswer = false, children }: NoticeProps) {
  const role = !isAnswer ? undefined : tone === "danger" ? "alert" : "status";
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      {title && <p className={styles.title}>{title}</p>}
      {children}
    </div>
  );
}
