import type { ListCount } from "../db/lists.ts";
import { LISTS } from "../enterprise/lists.ts";
import { DayOf } from "./elements.tsx";
import { formatCount } from "./format.ts";
import { page } from "./layout.tsx";
import { DataTable } from "./table.tsx";
import { href, type View } from "./view.ts";

/** 曝光台: every list with its keeper, how many entries are public, and when its source delivered last. */
export function listsPage(view: View, counts: readonly ListCount[]) {
  const { lists } = view.words;
  return page({
    view,
    title: lists.title,
    crumbs: [{ label: lists.title }],
    children: (
      <div class="wrap">
        <div class="title">
          <h1>{lists.title}</h1>
          <p class="lead">{lists.lead}</p>
        </div>
        <DataTable
          caption={lists.caption}
          columns={[
            { head: lists.list },
            { head: lists.keeper },
            { head: lists.entries, number: true },
            { head: lists.lastReceived },
          ]}
          rows={counts.map(({ list, total, lastReceivedAt }) => [
            <a href={href(view.lang, `/lists/${list}`)}>{LISTS[list].title[view.lang]}</a>,
            LISTS[list].keeper[view.lang],
            formatCount(total),
            lastReceivedAt === null ? (
              <span class="tag">{lists.never}</span>
            ) : (
              <DayOf view={view} instant={lastReceivedAt} />
            ),
          ])}
        />
      </div>
    ),
  });
}
