import { Button } from "#ui/button.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { AsideBlock } from "#ui/layout.tsx";

/** Who has it in hand, and the button that changes it. */
export function InHand(props: {
  path: string;
  inHand: { personId: string; name: string } | null;
  me: string;
}) {
  const { path, inHand, me } = props;
  const mine = inHand?.personId === me;
  return (
    <AsideBlock title="In hand">
      <div class="stack">
        <p>{mine ? "You have it in hand." : inHand ? `${inHand.name} has it in hand.` : "Nobody yet."}</p>
        <Form action={`${path}/${mine ? "release" : "hold"}`} bare>
          {!mine && <Hidden name="from" value={inHand?.personId ?? ""} />}
          <Button look="quiet" compact>
            {mine ? "Hand it back" : inHand ? `Take it over from ${inHand.name}` : "Take it in hand"}
          </Button>
        </Form>
      </div>
    </AsideBlock>
  );
}
