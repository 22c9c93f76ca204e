import { DisplayControls } from "./displayControls.tsx";
import { page } from "./layout.tsx";
import type { View } from "./view.ts";

export function accessibilityPage(view: View) {
  const { accessibility } = view.words.site;
  return page({
    view,
    title: accessibility.title,
    crumbs: [{ label: accessibility.title }],
    children: (
      <div class="wrap">
        <div class="title">
          <h1>{accessibility.title}</h1>
          <p class="lead">{accessibility.lead}</p>
        </div>
        <div class="panel">
          <DisplayControls view={view} />
        </div>
        <section class="measure">
          <h2>{accessibility.howTitle}</h2>
          <ul>
            {accessibility.how.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
          <h2>{accessibility.standardTitle}</h2>
          <p>{accessibility.standard}</p>
          <h2>{accessibility.cookieTitle}</h2>
          <p>{accessibility.cookie}</p>
        </section>
      </div>
    ),
  });
}
