import { html } from "hono/html";
import type { Child } from "hono/jsx";
import { ICON, SCRIPT, STYLE } from "./assets.ts";
import { Instant } from "./elements.tsx";
import { LANG_TAG } from "./format.ts";
import { MainNav, Masthead } from "./masthead.tsx";
import { href, type View } from "./view.ts";

export interface Crumb {
  label: Child;
  path?: string;
}

interface PageProps {
  view: View;
  title: string;
  /** Where the reader stands, from the home page down; the page itself is the last, without address. */
  crumbs?: Crumb[];
  /** For search engines; pages with conditions in their address are not indexed. */
  indexed?: boolean;
  /** Pages that carry the large search form leave out the one in the masthead. */
  ownSearch?: boolean;
  children?: Child;
}

/** The whole document, doctype included. */
export function page(props: PageProps) {
  return html`<!doctype html>${<Document {...props} />}`;
}

function Document(props: PageProps) {
  const { view } = props;
  const { site } = view.words;
  return (
    <html lang={LANG_TAG[view.lang]} data-size={view.preferences.size} data-theme={view.preferences.theme}>
      <Head {...props} />
      <body>
        <a class="skip" href="#main">
          {site.skip}
        </a>
        <Masthead view={view} quick={!props.ownSearch} />
        <MainNav view={view} />
        {view.standing?.demo && (
          <aside class="demo" aria-label={site.demoTag}>
            <div class="wrap">
              <p>
                <strong lang="zh-CN">{site.demoTag}</strong> {site.demo}
              </p>
            </div>
          </aside>
        )}
        <main id="main" tabindex={-1}>
          {props.crumbs && <Crumbs view={view} crumbs={props.crumbs} />}
          {props.children}
        </main>
        <Footer view={view} />
      </body>
    </html>
  );
}

function Head({ view, title, indexed }: PageProps) {
  const { site } = view.words;
  const at = (lang: View["lang"]) => `${view.publicUrl}${href(lang, view.path)}${view.query}`;
  const robots = view.standing?.demo || indexed === false ? "noindex, nofollow" : "noarchive";
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title === site.name ? `${title} · ${site.tagline}` : `${title} · ${site.name}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content={robots} />
      <meta name="format-detection" content="telephone=no" />
      <link rel="stylesheet" href={STYLE.path} />
      <script src={SCRIPT.path} defer />
      <link rel="icon" type={ICON.type} href={ICON.path} />
      <link rel="canonical" href={at(view.lang)} />
      <link rel="alternate" hreflang={LANG_TAG.zh} href={at("zh")} />
      <link rel="alternate" hreflang={LANG_TAG.en} href={at("en")} />
      <link rel="alternate" hreflang="x-default" href={at("zh")} />
    </head>
  );
}

function Crumbs({ view, crumbs }: { view: View; crumbs: Crumb[] }) {
  const { site } = view.words;
  return (
    <nav class="crumbs wrap" aria-label={site.breadcrumb}>
      <ol>
        {[{ label: site.home, path: "/" } satisfies Crumb, ...crumbs].map(({ label, path }) => (
          <li>
            {path === undefined ? (
              <span aria-current="page">{label}</span>
            ) : (
              <a href={href(view.lang, path)}>{label}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Footer({ view }: { view: View }) {
  const { footer, nav } = view.words.site;
  return (
    <footer>
      <div class="wrap">
        <p>{footer.about}</p>
        <p>{footer.wrong}</p>
        <ul>
          <li>
            <a href={href(view.lang, "/sources")}>{nav.sources}</a>
          </li>
          <li>
            <a href={href(view.lang, "/docs")}>{footer.api}</a>
          </li>
          <li>
            <a href={href(view.lang, "/accessibility")}>{view.words.site.accessibility.title}</a>
          </li>
        </ul>
        {view.standing !== null && (
          <p class="muted">
            {footer.snapshot(view.standing.snapshot)}
            {view.words.site.unit.clause}
            {footer.published} <Instant view={view} instant={view.standing.publishedAt} />
          </p>
        )}
        <p class="muted">{footer.licence}</p>
      </div>
    </footer>
  );
}
