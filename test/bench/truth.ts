import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

interface Place {
  source: string;
  feed: string;
  file: string;
  line: number;
}
interface Truth extends Place {
  kind: string;
  uscc: string | null;
  expect: "accepted" | "rejected";
  linkable: boolean;
  naturalPerson: boolean;
}
interface Link extends Place {
  outcome: "linked" | "review" | "unlinked";
  uscc: string | null;
}

const key = ({ source, feed, file, line }: Place) => `${source}/${feed}/${file}:${line}`;

async function* lines<T>(path: string): AsyncGenerator<T> {
  for await (const line of createInterface({ input: createReadStream(path) }))
    if (line !== "") yield JSON.parse(line);
}

/** Holds what `credit links --out` wrote against the generator's truth. */
export async function compareWithTruth(truthFile: string, linksFile: string): Promise<string[]> {
  const due = new Map<string, Truth>();
  for await (const truth of lines<Truth>(truthFile))
    if (truth.kind !== "base" && truth.expect === "accepted" && !truth.naturalPerson)
      due.set(key(truth), truth);
  const linkable = [...due.values()].filter((truth) => truth.linkable).length;
  const counts = { right: 0, wrong: 0, review: 0, missed: 0, rightlyUnlinked: 0, unexpected: 0 };
  for await (const link of lines<Link>(linksFile)) {
    const truth = due.get(key(link));
    due.delete(key(link));
    if (truth === undefined) counts.unexpected++;
    else if (link.outcome === "linked") truth.uscc === link.uscc ? counts.right++ : counts.wrong++;
    else if (link.outcome === "review") counts.review++;
    else truth.linkable ? counts.missed++ : counts.rightlyUnlinked++;
  }
  return [
    `linkable by exact evidence ${linkable}; linked right ${counts.right}, wrong ${counts.wrong}, missed ${counts.missed}`,
    `to review ${counts.review}, unlinked and not linkable ${counts.rightlyUnlinked}`,
    `rows without truth ${counts.unexpected}, truths without row ${due.size}`,
  ];
}
