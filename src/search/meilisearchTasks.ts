import type { Meilisearch, Task } from "meilisearch";
import { CreditError } from "../errors.ts";

/** A build of a million documents may stand in the queue for long; what fails says so at once. */
const TASK_TIMEOUT_MS = 60 * 60_000;
/** Between two questions: short ones are over by the first, a build is asked for every second. */
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS, LONGER] = [20, 1_000, 1.3] as const;

/** The client's own waiting keeps a listener on one signal for each time that it asks, and asks a long task as often as a short one. */
async function ended(client: Meilisearch, taskUid: number): Promise<Task> {
  const until = Date.now() + TASK_TIMEOUT_MS;
  for (let wait: number = FIRST_PAUSE_MS; ; wait = Math.min(wait * LONGER, LONGEST_PAUSE_MS)) {
    const task = await client.tasks.getTask(taskUid);
    if (task.status !== "enqueued" && task.status !== "processing") return task;
    if (Date.now() > until)
      throw new CreditError("engine_unavailable", `Meilisearch's task ${task.type} takes over an hour`);
    await new Promise((wake) => setTimeout(wake, wait));
  }
}

/** Waits for a task and looks at how it ended. */
export async function finished(
  client: Meilisearch,
  enqueued: PromiseLike<{ taskUid: number }>,
): Promise<void> {
  const { taskUid } = await enqueued;
  const task = await ended(client, taskUid);
  if (task.status !== "succeeded")
    throw new CreditError(
      "engine_unavailable",
      `Meilisearch's task ${task.type} ended as ${task.status}: ${task.error?.code ?? ""}`,
      { details: { taskFailed: true } },
    );
}
