import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import styles from "./filter-form.module.css";

/** Fields in a line that narrow a list through its address. */
export function FilterForm({ children }: { children: ReactNode }) {
  return (
    <form className={styles.form} aria-label="Narrow the list">
      {children}
      <Button>Show</Button>
    </form>
  );
}
