import type { Child } from "hono/jsx";

export type FeedLink = {
  href: string;
  title: string;
  type: "application/atom+xml" | "application/feed+json";
};

/** What a page tells search engines, feed readers and the apps people paste its address into. */
export type HeadProps = {
  /** The page's own title, without the site's name. The home page leaves it out. */
  title?: string;
  /** One or two sentences. */
  description?: string;
  /** Absolute address of this page, without tracking or paging noise. */
  canonical?: string;
  feeds?: FeedLink[];
  /** The picture shown where this page's address is shared; `url` is absolute. */
  picture?: { url: string; alt: string; width: number; height: number };
  /** Open Graph type; a happening is an "article". */
  kind?: "website" | "article";
  /** Keep this page out of search engines: forms, the desk, status pages. */
  hidden?: boolean;
  /** Addresses of style sheets, in order: the house's, then the community's colour. */
  stylesheets?: string[];
  /** Addresses of module scripts. */
  scripts?: string[];
  /** Addresses of the fonts that the first screen needs. */
  fonts?: string[];
  icons?: { svg?: string; png?: string; touch?: string };
  /** Anything else a page must say in its head. */
  children?: Child;
};

/** Everything inside `<head>`. */
export function Head(props: HeadProps & { siteName: string; failed?: boolean }) {
  const name = props.title ? `${props.title} · ${props.siteName}` : props.siteName;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{props.failed ? `Error: ${name}` : name}</title>
      {props.description && <meta name="description" content={props.description} />}
      {props.hidden && <meta name="robots" content="noindex" />}
      {props.canonical && <link rel="canonical" href={props.canonical} />}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#182329" media="(prefers-color-scheme: dark)" />
      {props.fonts?.map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      {props.stylesheets?.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      {props.icons?.svg && <link rel="icon" href={props.icons.svg} type="image/svg+xml" />}
      {props.icons?.png && <link rel="icon" href={props.icons.png} type="image/png" />}
      {props.icons?.touch && <link rel="apple-touch-icon" href={props.icons.touch} />}
      {props.feeds?.map((feed) => (
        <link rel="alternate" type={feed.type} href={feed.href} title={feed.title} />
      ))}
      <SharedAs {...props} />
      {props.scripts?.map((src) => (
        <script type="module" src={src} />
      ))}
      {props.children}
    </head>
  );
}

function SharedAs(props: HeadProps & { siteName: string }) {
  const { picture } = props;
  return (
    <>
      <meta property="og:site_name" content={props.siteName} />
      <meta property="og:title" content={props.title ?? props.siteName} />
      <meta property="og:type" content={props.kind ?? "website"} />
      {props.description && <meta property="og:description" content={props.description} />}
      {props.canonical && <meta property="og:url" content={props.canonical} />}
      {picture && <meta property="og:image" content={picture.url} />}
      {picture && <meta property="og:image:alt" content={picture.alt} />}
      {picture && <meta property="og:image:width" content={String(picture.width)} />}
      {picture && <meta property="og:image:height" content={String(picture.height)} />}
      <meta name="twitter:card" content={picture ? "summary_large_image" : "summary"} />
    </>
  );
}
