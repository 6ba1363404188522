import { removeMedia } from "#features/media/public.ts";
import type { PersonalData } from "#platform/personal-data.ts";
import { personByEmail } from "../queries.ts";
import { ownProfile } from "./queries.ts";
import { isPhase, PHASES, roleWords } from "./roles.ts";

/** What somebody told of themselves. */
export const personalProfile: PersonalData = {
  done: "profiles deleted, with their photos",
  async forget(ctx, email) {
    const person = await personByEmail(ctx, email);
    const row = person && (await ownProfile(ctx, person.id));
    if (!row) return 0;
    await ctx.db.deleteFrom("profiles").where("person", "=", row.person).execute();
    if (row.photo) await removeMedia(ctx, [row.photo]);
    return 1;
  },
  async copy(ctx, email) {
    const person = await personByEmail(ctx, email);
    const row = person && (await ownProfile(ctx, person.id));
    if (!row) return undefined;
    return {
      heading: "Your profile",
      records: [
        {
          listed_for: row.listed_for,
          written_by: row.written_by,
          role: roleWords(row.role),
          title: row.title,
          organization: row.organization_name,
          states: row.states,
          counties: row.counties,
          sectors: row.sectors,
          topics: row.topics,
          phases: row.phases.filter(isPhase).map((phase) => PHASES[phase]),
          about: row.about,
          can_help: row.can_help,
          looking_for: row.looking_for,
          photo_shows: row.photo_alt,
          shown_to: row.shown,
          changed_at: row.changed_at,
        },
      ],
    };
  },
};
