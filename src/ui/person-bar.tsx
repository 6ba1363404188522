export type PersonBarProps = {
  /** Whom we greet. */
  name: string;
  /** Where this person works: the desk, their updates, settings. */
  links: { href: string; label: string }[];
  /** Address that a POST signs out at. */
  signOut: string;
};

/** The line above the masthead for a person who is signed in. */
export function PersonBar({ name, links, signOut }: PersonBarProps) {
  return (
    <aside class="person-bar" aria-label="Your account">
      <div class="wrap">
        <p>
          Signed in as <b>{name}</b>
        </p>
        {links.map((link) => (
          <a href={link.href}>{link.label}</a>
        ))}
        <form method="post" action={signOut}>
          <button type="submit">Sign out</button>
        </form>
      </div>
    </aside>
  );
}
