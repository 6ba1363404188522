import { Notice } from "./notice.tsx";

export type StaleNoticeProps = {
  /** Each field as it stands now and as this person typed it. */
  fields: { label: string; theirs: string; yours: string }[];
};

/** Above a form whose subject somebody else saved meanwhile: what they saved, where it is not what was typed. */
export function StaleNotice({ fields }: StaleNoticeProps) {
  const plain = (text: string) => text.replace(/\r\n?/g, "\n").trim();
  const other = fields.filter(({ theirs, yours }) => plain(theirs) !== plain(yours));
  return (
    <Notice tone="warning" title="Somebody saved this while you were on the page" live>
      <p>
        Nothing was overwritten, and what you typed still stands below.{" "}
        {other.length > 0
          ? "Here is what they saved where it differs from yours. Saving again puts yours in its place."
          : "They saved the very same."}
      </p>
      {other.length > 0 && (
        <dl class="facts">
          {other.map(({ label, theirs }) => (
            <div>
              <dt>{label}</dt>
              <dd class="as-typed">{theirs.trim() || "(empty)"}</dd>
            </div>
          ))}
        </dl>
      )}
    </Notice>
  );
}
