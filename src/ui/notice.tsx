import type { Child } from "hono/jsx";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

export type NoticeProps = {
  tone?: "info" | "success" | "warning" | "problem";
  title?: string;
  /** Read out at once: for what just happened because of the person's own deed. */
  live?: boolean;
  children?: Child;
};

const icons: Record<NonNullable<NoticeProps["tone"]>, IconName> = {
  info: "info",
  success: "circle-check",
  warning: "triangle-alert",
  problem: "circle-alert",
};

export function Notice({ tone = "info", title, live, children }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={live ? "status" : undefined}>
      <Icon name={icons[tone]} label={tone === "info" ? "Note" : tone[0]?.toUpperCase() + tone.slice(1)} />
      <div class="notice-words">
        {title && <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** The heart of a long page in a few lines, or one question with its button. */
export function SummaryBox({ title, children }: { title?: string; children: Child }) {
  return (
    <section class="summary-box" aria-label={title ?? "In short"}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}

export type EmptyStateProps = {
  title: string;
  icon?: IconName;
  /** Why there is nothing, and what a person can do about it. */
  children: Child;
  /** Buttons or links that lead on. */
  actions?: Child;
  level?: 2 | 3;
};

export function EmptyState({ title, icon, children, actions, level }: EmptyStateProps) {
  return (
    <div class="empty">
      {icon && <Icon name={icon} />}
      {level === 3 ? <h3>{title}</h3> : <h2>{title}</h2>}
      <p>{children}</p>
      {actions && <div class="buttons">{actions}</div>}
    </div>
  );
}
