import { Fold } from "#ui/fold.tsx";
import { FIELDS } from "../fields.ts";

/** What may stand in braces, with what becomes of it. */
export function FieldList() {
  return (
    <Fold title="What can stand in double braces">
      <dl class="facts beside">
        {Object.entries(FIELDS).map(([name, { words }]) => (
          <div>
            <dt>
              <code>{`{{${name}}}`}</code>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}
