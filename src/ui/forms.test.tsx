import { expect, test } from "vitest";
import { Checkbox, CheckboxGroup, RadioGroup, Select } from "./choice-fields.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { FileField } from "./file-field.tsx";
import { Form } from "./form.tsx";
import { TextArea, TextField } from "./text-fields.tsx";

const problems = {
  "": ["This form was open for a long time. Please send it again."],
  title: ["Give it a title.", "Leave out the line break."],
  sector: ["Choose a sector."],
  kind: ["Choose a kind."],
  state: ["Choose a state."],
  story: ["Tell the story."],
  "files[0].alt": ["Describe the picture."],
  consent: ["Tick this box."],
};
const options = [
  { value: "a", label: "First" },
  { value: "b", label: "Second" },
];

function page(): string {
  return String(
    <main>
      <ErrorSummary problems={problems} />
      <Form action="/share" files keep="share">
        <TextField
          name="title"
          label="Title"
          hint="One line."
          value={'He said "hi" <b>'}
          problems={problems}
        />
        <CheckboxGroup name="sector" label="Sectors" options={options} values={["b"]} problems={problems} />
        <RadioGroup name="kind" label="Kind" options={options} value="a" problems={problems} />
        <Select name="state" label="State" options={options} value="b" blank="Choose" problems={problems} />
        <TextArea name="story" label="Story" value={"<script>\nkept"} most={5000} problems={problems} />
        <FileField name="files[0].alt" label="Picture" optional problems={problems} />
        <Checkbox name="consent" label="Publish it" checked hint="Any time." problems={problems} />
      </Form>
    </main>,
  );
}

function ids(html: string): Set<string> {
  const all = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
  expect(all.length, "no id stands twice").toBe(new Set(all).size);
  return new Set(all);
}

test("every problem in the summary links to a control that is on the page", () => {
  const html = page();
  const links = [...html.matchAll(/<a href="#([^"]+)">([^<]+)<\/a>/g)];
  expect(links.map(([, , words]) => words)).toEqual([
    "Give it a title.",
    "Leave out the line break.",
    "Choose a sector.",
    "Choose a kind.",
    "Choose a state.",
    "Tell the story.",
    "Describe the picture.",
    "Tick this box.",
  ]);
  for (const [, id] of links) expect(html).toMatch(new RegExp(`<(input|select|textarea)[^>]*\\sid="${id}"`));
});

test("what concerns the whole form stands in the summary without a link", () => {
  expect(page()).toContain("<li>This form was open for a long time. Please send it again.</li>");
});

test("every description and label a control points to exists", () => {
  const html = page();
  const known = ids(html);
  const pointers = [...html.matchAll(/(?:aria-describedby|aria-labelledby|for)="([^"]+)"/g)];
  expect(pointers.length).toBeGreaterThan(10);
  for (const id of pointers.flatMap(([, value]) => value!.split(" "))) expect(known, id).toContain(id);
});

test("a field with a problem says so to a screen reader, and one without does not", () => {
  const wrong = String(<TextField name="title" label="Title" problems={problems} />);
  expect(wrong).toContain('aria-invalid="true"');
  expect(wrong).toContain("Give it a title. Leave out the line break.");
  const right = String(<TextField name="name" label="Name" problems={problems} />);
  expect(right).not.toContain("aria-invalid");
  expect(right).not.toContain("aria-describedby");
});

test("what was typed comes back, as text and never as markup", () => {
  const html = page();
  expect(html).toContain('value="He said &quot;hi&quot; &lt;b&gt;"');
  expect(html).toContain("&lt;script&gt;\nkept</textarea>");
  expect(html).toMatch(/value="b" checked/);
  expect(html).toMatch(/<option value="b" selected/);
});

test("a first line break in a long text survives the browser, which swallows one", () => {
  expect(String(<TextArea name="story" label="Story" value={"\nindented"} />)).toContain(
    ">\n\nindented</textarea>",
  );
});

test("optional fields say so and are not required; the others are required without a word", () => {
  const optional = String(<TextField name="a" label="Nickname" optional />);
  expect(optional).toContain("(optional)");
  expect(optional).not.toContain("required");
  expect(String(<TextField name="a" label="Name" />)).toContain("required");
});

test("a form without problems has no summary", () => {
  expect(ErrorSummary({ problems: {} })).toBeNull();
});

test("a form that is read by GET is left alone; one that is sent is guarded against a double press", () => {
  expect(String(<Form action="/happenings" method="get" children="" />)).not.toContain("submit-once");
  const sent = page();
  expect(sent).toContain('<keep-typed name="share"><submit-once><form');
  expect(sent).toContain('enctype="multipart/form-data"');
});
