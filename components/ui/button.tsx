import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from "react";
import styles from "./button.module.css";

type ButtonTone = "primary" | "plain" | "danger";

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> & {
  tone?: ButtonTone;
};

/** A button; `submit` unless it says otherwise, as in a form. */
export function Button({ tone = "plain", type = "submit", ...rest }: ButtonProps) {
  return <button type={type} className={styles.button} data-tone={tone} {...rest} />;
}

type ButtonLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "className"> & {
  href: string;
  tone?: ButtonTone;
};

/** A link that stands among buttons. */
export function ButtonLink({ tone = "plain", children, ...rest }: ButtonLinkProps) {
  return (
    <a className={styles.button} data-tone={tone} {...rest}>
      {children}
    </a>
  );
}
