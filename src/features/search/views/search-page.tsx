import { ButtonLink } from "#ui/button.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Marked } from "#ui/marked.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { SearchBox } from "#ui/search-box.tsx";
import type { Answer, Group } from "../queries.ts";

export function SearchPage({ answer }: { answer: Answer }) {
  const { question, groups } = answer;
  return (
    <div class="search-page">
      <PageHead title="Search" />
      <SearchBox
        action="/search"
        suggestions="/search/suggestions"
        label="Words, a place, or the name of a document"
        value={question.text}
        focused={question.text === ""}
      />
      {question.corrected.length > 0 && (
        <Notice>
          {question.corrected.map(({ from, to }) => (
            <p>
              Nothing here has the word “{from}”. Showing results for “<strong>{to}</strong>”.
            </p>
          ))}
        </Notice>
      )}
      {groups.length > 0 ? <Results answer={answer} /> : <NothingFound answer={answer} />}
    </div>
  );
}

function Results({ answer: { question, groups } }: { answer: Answer }) {
  const count = groups.reduce((sum, group) => sum + group.hits.length, 0);
  const more = groups.some((group) => group.more);
  const corrected = question.corrected.length > 0;
  return (
    <>
      <p class="result-line" role="status">
        {more ? `The best ${count} results` : count === 1 ? "1 result" : `${count} results`} for “
        {corrected ? question.words.join(" ") : question.text}”
      </p>
      {groups.map((group) => (
        <Section
          title={group.heading}
          more={group.all ? { href: group.all, label: "All, newest first" } : undefined}
        >
          <Hits group={group} roots={question.roots} />
        </Section>
      ))}
    </>
  );
}

function Hits({ group, roots }: { group: Group; roots: string[] }) {
  return (
    <>
      <ul class="bare hits">
        {group.hits.map((hit) => (
          <li>
            <h3>
              <a href={hit.href}>
                <Marked text={hit.title} roots={roots} />
              </a>
            </h3>
            <p class="hit-kind">{hit.kind}</p>
            {hit.summary && (
              <p>
                <Marked text={hit.summary} roots={roots} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {group.more && (
        <p class="quiet-text">
          These {group.hits.length} answer best; there are more. A further word makes the list shorter.
        </p>
      )}
    </>
  );
}

function NothingFound({ answer: { question } }: { answer: Answer }) {
  const { text, words, common } = question;
  if (!text)
    return (
      <div class="search-hints">
        <h2>What the search looks through</h2>
        <ul>
          <li>Happenings: their titles, their whole text, and the names of the documents they share.</li>
          <li>States and sectors by name, sponsors, and the pages about the model and this site.</li>
        </ul>
        <p>
          Two or three words work best, in any order: “welcome letter”, “nurse apprenticeship”. A slip of the
          finger does no harm.
        </p>
      </div>
    );
  if (words.length === 0)
    return (
      <EmptyState
        title={common.length > 0 ? "That is in almost everything" : "There is no word in that"}
        icon="search"
      >
        {common.length > 0
          ? `“${common.join(" ")}” stands in nearly every text. Add a word that says what you are looking for.`
          : "Write a word or two: a place, an industry, something people did."}
      </EmptyState>
    );
  return (
    <EmptyState
      title={`Nothing found for “${words.join(" ")}”`}
      icon="search"
      actions={
        <>
          <ButtonLink href="/happenings">Browse the happenings</ButtonLink>
          <ButtonLink href="/share" look="quiet">
            Share what worked
          </ButtonLink>
        </>
      }
    >
      {words.length > 1
        ? "No text here has all of these words. Leave one out, or use another word for it."
        : "No text here has this word. Try another word for it, or a wider one."}
    </EmptyState>
  );
}
