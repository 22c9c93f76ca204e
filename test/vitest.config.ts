import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    globalSetup: ["test/globalSetup.ts"],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    reporters:
      process.env.CI === undefined
        ? ["default"]
        : ["default", ["json", { outputFile: "test/.results.json" }]],
    pool: "forks",
    maxWorkers: 2,
    // Files that follow each other in a process share the modules: reading them anew for each file took a fifth of the time.
    isolate: false,
  },
});
