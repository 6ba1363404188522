import type { Child } from "hono/jsx";
import type { FieldDifference } from "#base/differences.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Diff } from "#ui/diff.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { EditBesidePreview, PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import { fieldOf } from "../../submissions/views/field-of.ts";
import { FirstButton } from "../../submissions/views/preview-parts.tsx";
import { CreditFields, PartnershipFields, WhatFields } from "../../submissions/views/what-fields.tsx";
import type { Draft } from "../drafts.ts";
import { PieceFields } from "./piece-fields.tsx";

export interface EditPageProps {
  /** Undefined for a new happening. */
  existing: { id: string; title: string; stage: string } | undefined;
  draft: Draft;
  /** The newest version the editor knows of: saving stands on top of it. */
  version: number;
  /** The version that the form began with. */
  base: number;
  /** What somebody else saved meanwhile. */
  meanwhile: { by: string; version: number; fields: FieldDifference[] } | undefined;
  /** Somebody else has it in hand. */
  inOtherHand: string | undefined;
  preview: Child;
  /** Where this editor works: the desk, or what waits in one state. */
  home: { href: string; label: string };
  /** Names what the browser keeps of the typing. */
  keep: string;
}

/** Writing or changing a happening, with how it will look beside it. */
export function EditPage(props: EditPageProps) {
  const { existing, draft } = props;
  const home = existing ? `/desk/happenings/${existing.id}` : "/desk/happenings";
  const trail = [
    props.home,
    existing ? { href: home, label: existing.title } : { href: home, label: "Happenings" },
  ];
  return (
    <>
      <ErrorSummary problems={draft.problems} />
      <PageHead title={existing ? "Edit" : "Write a happening"} trail={trail} />
      <Notices {...props} />
      <EditBesidePreview
        edit={<Fields {...props} action={home} />}
        preview={
          <live-preview
            src={existing ? `${home}/preview` : "/desk/happenings/preview"}
            form="happening-form"
            id="preview"
          >
            {props.preview}
          </live-preview>
        }
      />
    </>
  );
}

function Notices({ existing, meanwhile, inOtherHand }: EditPageProps) {
  return (
    <>
      {meanwhile && (
        <Notice tone="warning" title={`${meanwhile.by} saved version ${meanwhile.version} meanwhile`} live>
          <p>
            Nothing was overwritten, and everything you typed stands below. First comes what changed since you
            began. Take over what you want to keep; saving again puts your text on top of it.
          </p>
        </Notice>
      )}
      {meanwhile && (
        <Section title={`What ${meanwhile.by} changed`}>
          <Diff fields={meanwhile.fields} />
        </Section>
      )}
      {inOtherHand && !meanwhile && (
        <Notice tone="info">
          <p>{inOtherHand} has this in hand. If you both save, the second is asked first.</p>
        </Notice>
      )}
      {existing?.stage === "published" && (
        <Notice tone="info">
          <p>This is on the site. What you save, readers see at once.</p>
        </Notice>
      )}
    </>
  );
}

function Fields({ existing, draft, version, base, keep, action }: EditPageProps & { action: string }) {
  const state = { values: draft.values, problems: draft.problems };
  return (
    <Form id="happening-form" action={action} files keep={keep} guard>
      <FirstButton />
      <Hidden name="version" value={version} />
      <Hidden name="base" value={base} />
      <WhatFields {...state} choices={draft.choices} />
      <PieceFields {...state} pieces={draft.pieces} action={existing ? action : "/desk/happenings"} />
      <PartnershipFields {...state} partnerships={draft.choices.partnerships} />
      <CreditFields {...state} />
      <h2>Where it is from</h2>
      <TextField
        {...fieldOf(state, "sourceName")}
        label="Source"
        hint="For what is retold from elsewhere."
        optional
      />
      <TextField {...fieldOf(state, "sourceUrl")} label="Its web address" type="url" optional />
      <TextField {...fieldOf(state, "sourceNote")} label="Note on the source" optional />
      {existing && (
        <TextField
          {...fieldOf(state, "about")}
          label="What you changed"
          hint="For the other editors, in the list of versions."
          optional
        />
      )}
      <div class="form-bar">
        <Buttons>
          <Button name="act" value="save">
            {existing ? "Save" : "Save it for review"}
          </Button>
          <Button look="quiet" name="act" value="preview" formaction={`${action}#preview`} icon="eye">
            Preview
          </Button>
          <ButtonLink look="plain" href={action}>
            Leave without saving
          </ButtonLink>
        </Buttons>
      </div>
    </Form>
  );
}
