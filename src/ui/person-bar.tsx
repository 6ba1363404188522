import { Icon } from "./icon.tsx";

type PersonLink = { href: string; label: string };

export type PersonBarProps = {
  /** Whom we greet. */
  name: string;
  /** Where this person works: the desk, their updates, settings; what is needed most stands first. */
  links: PersonLink[];
  /** Address that a POST signs out at. */
  signOut: string;
};

/** As many stand in the row where it is wide; the others, and all of them on a phone, are in the fold. */
const IN_ROW = 5;

/** The line above the masthead for a person who is signed in: one row at every width. The fold opens without script. */
export function PersonBar({ name, links, signOut }: PersonBarProps) {
  const near = links.slice(0, IN_ROW);
  const far = links.slice(IN_ROW);
  return (
    <aside class="person-bar" aria-label="Your account">
      <div class="wrap">
        <p>
          <span class="person-bar-words">Signed in as </span>
          <b>{name}</b>
        </p>
        <ul class="bare person-bar-near">
          <Links links={near} />
        </ul>
        <details class={far.length > 0 ? "person-menu" : "person-menu all-near"}>
          <summary>
            Your tools
            <Icon name="chevron-down" />
          </summary>
          <ul class="bare person-tools">
            <Links links={near} class="also-near" />
            <Links links={far} />
          </ul>
        </details>
        <form method="post" action={signOut}>
          <button type="submit">Sign out</button>
        </form>
      </div>
    </aside>
  );
}

function Links(props: { links: PersonLink[]; class?: string }) {
  return (
    <>
      {props.links.map(({ href, label }) => (
        <li class={props.class}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </>
  );
}
