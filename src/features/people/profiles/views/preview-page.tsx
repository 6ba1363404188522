import { ButtonLink } from "#ui/button.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import type { ShownPerson } from "../showing.ts";
import type { Viewer } from "../visibility.ts";
import { ProfileView } from "./profile-view.tsx";

const AS = { public: "a visitor", members: "a member" };

/** One's own profile through the eyes of somebody else. */
export function PreviewPage({ as, person }: { as: Viewer; person: ShownPerson | undefined }) {
  return (
    <>
      <PageHead
        title={person?.name ?? "You are not listed"}
        trail={[{ href: "/profile", label: "Your profile" }]}
        meta={<span>As {AS[as]} sees you</span>}
      />
      <nav class="tabs" aria-label="Who looks">
        <ul class="bare">
          {(["public", "members"] as const).map((viewer) => (
            <li>
              <a href={`/profile/preview?as=${viewer}`} aria-current={viewer === as ? "page" : undefined}>
                As {AS[viewer]} sees it
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {person ? (
        <ProfileView person={person} letter={undefined} />
      ) : (
        <Notice>
          <p>
            {as === "public"
              ? "Visitors do not find you in the directory."
              : "Members do not find you in the directory."}{" "}
            Your profile’s page is not there for them.
          </p>
        </Notice>
      )}
      <p class="people-note">
        <ButtonLink href="/profile" look="quiet">
          Back to your profile
        </ButtonLink>
      </p>
    </>
  );
}
