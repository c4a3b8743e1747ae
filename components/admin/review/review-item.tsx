import type { ReactNode } from "react";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { HollowMarker } from "#components/ui/hollow-marker.tsx";
import type { FormAction } from "#lib/http/form-state.ts";
import styles from "./review-queue.module.css";

type ReviewItemProps = {
  title: string;
  href: string;
  meta: ReactNode;
  confirm: FormAction;
  /** What the action is told. */
  hidden: Readonly<Record<string, string>>;
  children?: ReactNode;
};

/** One thing to check, and the button by which a person says that they did. */
export function ReviewItem(props: ReviewItemProps) {
  const { title, href, meta, confirm, hidden, children } = props;
  return (
    <li className={styles.item} data-review="">
      <div className={styles.about}>
        <p className={styles.meta}>{meta}</p>
        <h3 className={styles.title}>
          <HollowMarker />
          <a href={href}>{title}</a>
        </h3>
        {children}
      </div>
      <ActionForm
        action={confirm}
        hidden={hidden}
        submit="Confirm"
        about={title}
        tone="plain"
        layout="inline"
      />
    </li>
  );
}
