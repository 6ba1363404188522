import { hasProblems } from "#base/outcome.ts";
import { ofTable, TEAM, workspaceIn } from "#features/partnerships/public.ts";
import { deed, idOf } from "#platform/http/params.ts";
import { type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { receivedForm } from "#platform/http/uploads.ts";
import { addWordFile, removeWordFile, WORD_FILE_BYTES } from "../paper/word-files.ts";
import { lettersPath } from "../paths.ts";
import { showTemplates } from "./routes.tsx";

async function addFile(c: HouseContext): Promise<Response> {
  const workspace = await workspaceIn(c);
  const { files, problems } = await receivedForm(c, { files: 1, fileBytes: WORD_FILE_BYTES });
  if (hasProblems(problems)) return showTemplates(c, problems);
  const [file] = files;
  if (!file) return showTemplates(c, { wordFile: ["Choose the Word document first."] });
  if (file.kind.id !== "docx")
    return showTemplates(c, {
      wordFile: [`“${file.name}” is ${file.kind.noun}. Save it as a Word document (.docx) and send that.`],
    });
  const added = await addWordFile(c.var.ctx, workspace, file);
  if (!added.ok) return showTemplates(c, added.problems);
  return c.redirect(`${lettersPath(workspace.slug, "templates")}?done=file#word`, 303);
}

export const wordFileRoutes: Route[] = [
  post(ofTable("/letters/word-files"), TEAM, addFile),
  post(
    ofTable("/letters/word-files/:id/removal"),
    TEAM,
    deed(
      async (c) => removeWordFile(c.var.ctx, await workspaceIn(c), idOf(c)),
      (c) => `${lettersPath(c.req.param("slug") ?? "", "templates")}#word`,
    ),
  ),
];
