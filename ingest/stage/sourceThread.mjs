// A thread does not take over the loader that reads TypeScript: run from sources, it begins here.
import { tsImport } from "tsx/esm/api";

await tsImport("./stageThread.ts", import.meta.url);
