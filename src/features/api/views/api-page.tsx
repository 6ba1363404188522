import { absoluteUrl, type Site } from "#base/site.ts";
import { API_BASE, type ApiEndpoint } from "#platform/http/api.ts";
import { DataTable } from "#ui/data-table.tsx";
import { PageHead } from "#ui/layout.tsx";

const EXAMPLES = [
  ["The newest happenings", "/happenings"],
  ["Healthcare news from Nebraska", "/happenings?state=ne&sector=healthcare&kind=news"],
  ["Everything with a welcome letter", "/happenings?q=welcome+letter&per_page=50"],
  ["The sectors that a filter takes", "/sectors"],
] as const;

/** What a program can ask this site for, for the person who writes the program. */
export function ApiPage({ endpoints, site }: { endpoints: readonly ApiEndpoint[]; site: Site }) {
  const address = (path: string) => absoluteUrl(site, API_BASE + path);
  return (
    <>
      <PageHead
        title="For developers"
        lede="Everything that readers see on these pages, as JSON. No key, no registration, no limit on reading."
      />
      <div class="prose">
        <h2>Try it</h2>
        {EXAMPLES.map(([words, path]) => (
          <>
            <p>{words}:</p>
            <pre tabindex={0}>
              <code>curl '{address(path)}'</code>
            </pre>
          </>
        ))}
        <p>
          <a href="/api/openapi.json">openapi.json</a> describes every address in OpenAPI 3.1, parameters and
          answers included, ready for the generators and explorers that read it.
        </p>
      </div>
      <section class="section">
        <DataTable
          caption="Every address"
          stacks
          columns={[
            {
              label: "Address",
              heads: true,
              cell: ({ method, path }) => <code>{`${method} ${API_BASE}${path}`}</code>,
            },
            { label: "What it is for", cell: ({ summary }) => summary },
          ]}
          rows={[...endpoints]}
        />
      </section>
      <div class="prose section">
        <h2>Good to know</h2>
        <ul>
          <li>
            Lists of happenings come in pages. Follow <code>next</code> until it is null.
          </li>
          <li>
            What cannot be understood is answered with a problem (RFC 9457): <code>title</code> says what is
            wrong, <code>problems</code> says it field by field.
          </li>
          <li>Pages of other sites may read it too: every answer allows any origin.</li>
          <li>Within version 1 fields may be added; none is taken away.</li>
        </ul>
        <h2>Sharing an update by program</h2>
        <p>
          <code>POST {API_BASE}/happenings</code> takes what <a href="/share">the form</a> takes, except
          files. The sender confirms by mail and an editor reads it, as with the form; the number of updates
          in an hour is limited.
        </p>
        <h2>License</h2>
        <p>
          The story of a happening may be quoted with a link to it. For its documents, <code>license</code>{" "}
          says more: with <code>cc-by</code> they may be used anywhere if <code>credit</code> is named; with{" "}
          <code>as-shared</code>, ask those who shared them. The{" "}
          <a href="/terms-of-sharing">terms of sharing</a> say it in full.
        </p>
      </div>
    </>
  );
}
