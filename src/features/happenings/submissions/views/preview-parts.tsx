import { Button } from "#ui/button.tsx";
import { Preview, type PreviewProps } from "./preview.tsx";

/**
 * What Enter in a text field presses: the first button of a form. Here it only shows the preview, so that nothing
 * is sent or removed by accident.
 */
export function FirstButton() {
  return (
    <button class="visually-hidden" type="submit" name="act" value="preview" tabindex={-1}>
      Preview
    </button>
  );
}

/** In the form: a live preview with script, a button for one without. */
export function PreviewPart({ action, src }: { action: string; src: string }) {
  return (
    <>
      <h2>How it will look</h2>
      <live-preview src={src}>
        <Button look="quiet" name="act" value="preview" formaction={`${action}#preview`} icon="eye">
          Preview
        </Button>
      </live-preview>
    </>
  );
}

/** Above the form, after that button was pressed. */
export function SeenPreview(props: PreviewProps) {
  return (
    <section class="preview-side" aria-labelledby="preview-title">
      <h2 class="preview-label" id="preview-title">
        Preview: nothing is sent yet
      </h2>
      <Preview {...props} />
    </section>
  );
}
