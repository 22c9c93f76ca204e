// A thread does not take over the loader that reads TypeScript: run from sources, it begins here.
import { workerData } from "node:worker_threads";
import { tsImport } from "tsx/esm/api";

await tsImport(`../${workerData.program}.ts`, import.meta.url);
