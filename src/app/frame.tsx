import type { Child } from "hono/jsx";
import { absoluteUrl } from "#base/site.ts";
import type { NavItem } from "#base/sockets.ts";
import { stateByCode } from "#features/places/public.ts";
import type { Actor, Ctx } from "#platform/context.ts";
import type { Assets } from "#platform/files/assets.ts";
import type { PageHead } from "#platform/http/routes.ts";
import { may } from "#platform/permissions.ts";
import { SearchLink } from "#ui/search-box.tsx";
import { Shell } from "#ui/shell.tsx";

const MEMBER_LINKS = [
  { href: "/my-partnerships", label: "My partnerships" },
  { href: "/industry/regions", label: "My regions" },
  { href: "/my-updates", label: "My updates" },
  { href: "/profile", label: "Your profile" },
  { href: "/account", label: "Your account" },
];

/** For those who lead a state: where they see it whole. */
function stateDesks({ grants }: Actor & { kind: "person" }) {
  const codes = [...new Set(grants.map(({ scope }) => scope))];
  return codes.flatMap((code) => {
    const state = stateByCode(code);
    return state ? [{ href: `/states/${state.code}/lead`, label: state.name }] : [];
  });
}

/** The house's frame around a view: masthead, footer, styles, feeds; the same for every page. */
export function Framed(props: {
  ctx: Ctx;
  head: PageHead;
  path: string;
  nav: readonly NavItem[];
  assets: Assets;
  children: Child;
}) {
  const { ctx, head, path, assets } = props;
  const { site, actor } = ctx;
  // The color is part of the address, so browsers may keep the sheet for ever.
  const brand = site.brandColor && `/brand/${site.brandColor.slice(1)}.css`;
  const links = (place: NavItem["place"]) =>
    props.nav
      .filter((item) => item.place === place && (actor.kind === "guest" || item.href !== "/sign-in"))
      .sort((a, b) => a.order - b.order);
  return (
    <Shell
      site={{ name: site.name, tagline: site.tagline }}
      head={{
        title: path === "/" ? undefined : head.title,
        description: head.description ?? site.description,
        canonical: head.noindex ? undefined : absoluteUrl(site, head.canonical ?? path),
        feeds: head.feeds ?? [],
        picture: {
          url: absoluteUrl(site, head.picture?.path ?? "/share-picture.png"),
          alt: head.picture?.alt ?? `${site.name}: ${site.tagline}`,
          width: 1200,
          height: 630,
        },
        kind: head.kind,
        hidden: head.noindex,
        stylesheets: [assets.url("site.css"), ...(brand ? [brand] : [])],
        scripts: (head.scripts ?? ["reading.js"]).map((name) => assets.url(name)),
        fonts: assets.fonts,
        icons: { svg: "/favicon.svg" },
      }}
      failed={head.failed}
      width={head.width}
      bare={head.bare}
      nav={links("masthead").map(({ href, label }) => ({
        href,
        label,
        current: path === href || path.startsWith(`${href}/`),
      }))}
      tools={<SearchLink href="/search" current={path === "/search"} />}
      action={{ href: "/share", label: "Share what worked", shortLabel: "Share" }}
      person={
        actor.kind === "person"
          ? {
              name: actor.name,
              links: may(actor, "desk.work") ? links("desk") : [...stateDesks(actor), ...MEMBER_LINKS],
              signOut: "/sign-out",
            }
          : undefined
      }
      footer={{
        about: site.description,
        groups: (["The network", "About", "This site"] as const).map((title) => ({
          title,
          links: links("footer").filter((link) => link.group === title),
        })),
        line: site.postalAddress || undefined,
      }}
    >
      {props.children}
    </Shell>
  );
}
