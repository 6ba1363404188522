import { describedBy, Field, type FieldProps, fieldId } from "#ui/field.tsx";
import { countiesOf, countyByFips } from "../counties/counties.ts";
import { countyLabel } from "../counties/words.ts";
import { allStates, stateByCode } from "../states.ts";

export type CountyPickerProps = FieldProps & {
  /** FIPS codes, or what came in and was refused: it stays as it was typed. */
  values: readonly string[];
  /** Codes of the states it is most likely about: their counties are listed for those without script, and mapped first. */
  states?: readonly string[];
};

/**
 * Counties of any state, one on each line of one field: "Lancaster, NE" or its FIPS code; `parseCounties` reads it. With
 * script (`county-picker.js` beside `writing.js`) one finds them by typing, or picks them on a state's map.
 */
export function CountyPicker(props: CountyPickerProps) {
  const states = (props.states ?? []).flatMap((code) => stateByCode(code) ?? []);
  const id = fieldId(props.name);
  return (
    <county-picker>
      <Field {...props}>
        <div class="county-tools" hidden>
          <Tools id={id} first={states[0]?.code} />
        </div>
        <p class="hint county-lines" id={`${id}-lines`}>
          One on each line, with its state: “Lancaster, NE”. A five-digit FIPS code will do as well.
        </p>
        <textarea
          id={id}
          name={props.name}
          rows={4}
          required={!props.optional}
          {...describedBy(props, `${id}-lines`)}
        >
          {props.values
            .flatMap((value) => value.split(/\r?\n/))
            .map(lineOf)
            .join("\n")}
        </textarea>
      </Field>
      {states.map(({ code, name }) => (
        <details class="fold county-names">
          <summary>Counties of {name}</summary>
          <p class="fold-inside small">
            {countiesOf(code)
              .map((county) => county.fullName)
              .join(", ")}
          </p>
        </details>
      ))}
    </county-picker>
  );
}

function lineOf(value: string): string {
  const county = countyByFips(value.trim());
  return county ? countyLabel(county) : value;
}

/** What the script brings to life; its controls have no names, so a form never sends them. */
function Tools({ id, first }: { id: string; first: string | undefined }) {
  return (
    <>
      <ul class="bare county-chosen" aria-label="Chosen counties" />
      <div class="county-search">
        <input
          type="text"
          autocomplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded="false"
          aria-controls={`${id}-found`}
          placeholder="Type a county’s name"
        />
        <div id={`${id}-found`} class="county-found" role="listbox" aria-label="Counties found" hidden />
      </div>
      <details class="fold county-on-map">
        <summary>Pick on a map</summary>
        <div class="fold-inside">
          <label for={`${id}-state`}>State</label>
          <select id={`${id}-state`}>
            <option value="">Choose a state</option>
            {allStates().map(({ code, name }) => (
              <option value={code} selected={code === first}>
                {name}
              </option>
            ))}
          </select>
          <div class="map county-map county-choices" />
          <p class="small quiet-text county-at" aria-hidden="true" />
        </div>
      </details>
      <details class="fold county-as-text">
        <summary>Paste or edit as text</summary>
      </details>
      <p role="status" class="visually-hidden" />
    </>
  );
}
