import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

export type SearchBoxProps = {
  /** Where the form leads; the field is its `q`. */
  action: string;
  /** Address that answers `?q=` with `{ items: { title, href, kind }[] }` while somebody types. */
  suggestions: string;
  label: string;
  value?: string;
  /** The page is for nothing else, so typing can begin at once. */
  focused?: boolean;
};

/** A field to search with: a plain form, and with script a list of what is meant while one types. */
export function SearchBox({ action, suggestions, label, value, focused }: SearchBoxProps) {
  return (
    <search>
      <form class="search-form" method="get" action={action}>
        <label for="search-q">{label}</label>
        <div class="search-row">
          <search-box src={suggestions}>
            <Icon name="search" />
            <input
              id="search-q"
              name="q"
              type="search"
              value={value}
              maxlength={200}
              autocomplete="off"
              enterkeyhint="search"
              autofocus={focused}
            />
          </search-box>
          <Button>Search</Button>
        </div>
      </form>
    </search>
  );
}

/** For the masthead: one small target that leads to the search page. */
export function SearchLink({ href, current }: { href: string; current: boolean }) {
  return (
    <a class="search-link" href={href} aria-current={current ? "page" : undefined}>
      <Icon name="search" label="Search" />
    </a>
  );
}
