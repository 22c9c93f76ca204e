import { parseArgs } from "node:util";
import { CreditError } from "../../src/errors.ts";
import { openPipeline } from "../pipeline.ts";
import { type DeliveryAnswer, stageDelivery } from "../stage/stageDelivery.ts";
import type { Command } from "./command.ts";

/** `deliver SOURCE/FEED FILE… [--full]`: exit 2 when a file was refused. */
export const deliver: Command = async ({ config, args, now, progress }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { full: { type: "boolean" } },
  });
  const [name, ...files] = positionals;
  if (name === undefined || files.length === 0)
    throw new CreditError("bad_usage", "credit deliver SOURCE/FEED FILE… [--full]");
  const pipeline = await openPipeline(config);
  try {
    const feed = pipeline.feeds.get(name);
    if (feed === undefined) {
      const known = [...pipeline.feeds.keys()].sort().join("\n  ");
      throw new CreditError("bad_usage", `There is no feed ${name}. The feeds are:\n  ${known}`);
    }
    progress.stage("read");
    const answers: DeliveryAnswer[] = [];
    for (const path of files)
      answers.push(
        await stageDelivery(pipeline.sql, {
          feed,
          path,
          isFull: values.full === true,
          now,
          onRows: progress.done,
        }),
      );
    const refused = answers.some((answer) => answer.refused !== undefined);
    return { value: answers, text: answers.map(deliveryLine).join("\n"), exitCode: refused ? 2 : 0 };
  } finally {
    await pipeline.close();
  }
};

export function deliveryLine(answer: DeliveryAnswer): string {
  const what = `${answer.source}/${answer.feed} ${answer.file}`;
  if (answer.refused !== undefined)
    return `refused  ${what}: ${answer.refused.code}: ${answer.refused.message}`;
  const counts = `${answer.accepted} accepted, ${answer.rejected} rejected of ${answer.rows}`;
  return `${answer.duplicate ? "known   " : "accepted"} ${what}: ${counts} (${answer.delivery})`;
}
