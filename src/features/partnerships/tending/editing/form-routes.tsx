import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { type FormValues, formValues, textOf } from "#platform/http/forms.ts";
import type { HouseContext } from "#platform/http/routes.ts";
import { tendedOf } from "../access.ts";
import { changePage } from "../changing.ts";
import type { Tended } from "../queries.ts";
import type { SectionForm } from "./section.ts";
import { SectionPage } from "./views/section-page.tsx";

type FormFor = (c: HouseContext, tended: Tended) => SectionForm;

interface Returned {
  values?: FormValues;
  problems?: Problems;
  theirs?: FormValues | null;
}

async function show(c: HouseContext, tended: Tended, form: SectionForm, returned: Returned = {}) {
  const { problems = {}, theirs } = returned;
  const values = returned.values ?? storedIn(form, tended);
  const failed = hasProblems(problems);
  const version = textOf(values, "version") || String(tended.version);
  const choices = await form.choices(c.var.ctx, values);
  return c.var.show(
    {
      title: `${form.title}: ${tended.content.name}`,
      noindex: true,
      scripts: form.scripts ?? ["writing.js"],
      failed,
      status: theirs !== undefined ? 409 : failed ? 422 : 200,
    },
    <SectionPage
      {...form}
      tended={tended}
      values={{ ...values, version: theirs !== undefined ? String(tended.version) : version }}
      problems={problems}
      theirs={theirs}
      told={(some) => form.told?.(some, choices) ?? some}
      keep={`tend-${form.action.replace(/[^\w]+/g, "-")}-${version}`}
    >
      {form.fields({ values, problems, tended, choices })}
    </SectionPage>,
  );
}

/** @throws NotFound where what the form is about is not on the page */
function storedIn(form: SectionForm, tended: Tended): FormValues {
  const stored = form.stored(tended.content);
  if (!stored) throw new NotFound("This is not on the page any more; look into its versions.");
  return { ...stored, version: String(tended.version) };
}

const versionOf = (values: FormValues) => {
  const text = textOf(values, "version");
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
};

/** The two halves of one form's life: it is shown, and what comes back is saved or comes back once more. */
export function formHandlers(formFor: FormFor) {
  return {
    async show(c: HouseContext): Promise<Response> {
      const tended = await tendedOf(c);
      const form = formFor(c, tended);
      return show(c, tended, form);
    },
    async save(c: HouseContext): Promise<Response> {
      const { ctx } = c.var;
      const tended = await tendedOf(c);
      const form = formFor(c, tended);
      const values = await formValues(c);
      const version = versionOf(values);
      const read = await form.read(ctx, values, tended.content);
      if (!read.ok) return show(c, tended, form, { values, problems: read.problems });
      try {
        await changePage(ctx, tended.id, { version, part: form.stored, ...read.value });
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        const now = await tendedOf(c);
        return show(c, now, form, { values, theirs: form.stored(now.content) ?? null });
      }
      return c.redirect(`${form.back.href}?done=saved`, 303);
    },
  };
}
