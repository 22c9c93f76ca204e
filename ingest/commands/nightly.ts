import { parseArgs } from "node:util";
import { type NightReport, nightly as runNight } from "../nightly.ts";
import { openPipeline } from "../pipeline.ts";
import type { Command } from "./command.ts";
import { deliveryLine } from "./deliver.ts";

/** `nightly [--inbox DIR]`: exit 0 when it published, whatever was refused; 2 when another night runs. */
export const nightly: Command = async ({ config, args, now, progress }) => {
  const { values } = parseArgs({ args: [...args], options: { inbox: { type: "string" } } });
  const pipeline = await openPipeline(config);
  try {
    const index = await pipeline.index();
    const report = await runNight({ ...pipeline, index, inbox: values.inbox ?? null, now, progress });
    return { value: report, text: reportText(report) };
  } finally {
    await pipeline.close();
  }
};

export function reportText(report: NightReport): string {
  const { seconds } = report;
  return [
    ...report.deliveries.map(deliveryLine),
    `snapshot ${report.snapshot}: ${report.enterprises} enterprises, ${report.changed} changed, ${report.indexed} indexed (${report.engine})`,
    `records ${report.records}: ${report.linked} linked, ${report.review} to review, ${report.unlinked} unlinked; ${report.reconsidered} of earlier nights moved`,
    ...(report.regrouped === 0 ? [] : [`${report.regrouped} codes joined or left another code's profile`]),
    ...indexLines(report),
    `seconds: read ${seconds.read}, link ${seconds.link}, merge ${seconds.merge}, publish ${seconds.publish}, index ${seconds.index}`,
  ].join("\n");
}

/** What is to be said of the search index beside the numbers. */
export function indexLines(of: { rebuilt: string | null; indexFailure: string | null }): string[] {
  return [
    ...(of.rebuilt === null ? [] : [`search index built anew: ${of.rebuilt}`]),
    ...(of.indexFailure === null
      ? []
      : [
          `search index NOT brought up to date: ${of.indexFailure}. PostgreSQL answers; the next night or credit reindex catches up`,
        ]),
  ];
}
