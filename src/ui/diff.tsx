/** A stretch of words that stayed, came or went. */
export type DiffPart = { kind: "same" | "added" | "removed"; text: string };

export type DiffField = { label: string; parts: DiffPart[] };

/** What changed between two versions, field by field; marked by signs and words as well as by colour. */
export function Diff({ fields }: { fields: DiffField[] }) {
  return (
    <div class="diff">
      <p class="diff-key">
        <ins>
          <span aria-hidden="true">+</span>added
        </ins>{" "}
        <del>
          <span aria-hidden="true">−</span>removed
        </del>
      </p>
      {fields.map(({ label, parts }) => (
        <section>
          <h3>{label}</h3>
          <p>
            {parts.map((part) => (
              <Part {...part} />
            ))}
          </p>
        </section>
      ))}
    </div>
  );
}

function Part({ kind, text }: DiffPart) {
  if (kind === "same") return <>{text}</>;
  const Tag = kind === "added" ? "ins" : "del";
  return (
    <Tag>
      <span class="visually-hidden">{kind === "added" ? " [added: " : " [removed: "}</span>
      <span aria-hidden="true">{kind === "added" ? "+" : "−"}</span>
      {text}
      <span class="visually-hidden">] </span>
    </Tag>
  );
}
