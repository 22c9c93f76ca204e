import { SingleBar } from "cli-progress";

/** Told what goes on; `done` counts rows, records or enterprises of the stage. */
export interface Progress {
  stage(name: "read" | "link" | "merge" | "publish" | "index", total?: number): void;
  done(count: number): void;
}

const NAMES = {
  read: "读取 read",
  link: "关联 link",
  merge: "归集 merge",
  publish: "发布 publish",
  index: "索引 index",
} as const;

/** Bars on a terminal, a line every two seconds elsewhere; always on stderr, so that stdout stays the command's own. */
export function terminalProgress(stderr: NodeJS.WriteStream = process.stderr): Progress & { stop(): void } {
  return stderr.isTTY === true ? bars(stderr) : lines(stderr);
}

export function noProgress(): Progress & { stop(): void } {
  return { stage: () => undefined, done: () => undefined, stop: () => undefined };
}

function bars(stream: NodeJS.WriteStream): Progress & { stop(): void } {
  let bar: SingleBar | undefined;
  return {
    stage(name, total) {
      bar?.stop();
      const format =
        total === undefined ? `${NAMES[name]}  {value}` : `${NAMES[name]}  {bar} {value}/{total}`;
      bar = new SingleBar({ format, stream, hideCursor: true, clearOnComplete: false });
      bar.start(total ?? 0, 0);
    },
    done: (count) => bar?.update(count),
    stop: () => bar?.stop(),
  };
}

function lines(stream: NodeJS.WriteStream): Progress & { stop(): void } {
  let current = "";
  let last = 0;
  return {
    stage(name, total) {
      current = NAMES[name];
      last = Date.now();
      stream.write(total === undefined ? `${current} …\n` : `${current} … ${total}\n`);
    },
    done(count) {
      if (Date.now() - last < 2_000) return;
      last = Date.now();
      stream.write(`${current} ${count}\n`);
    },
    stop: () => undefined,
  };
}
