import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    globalSetup: ["test/postgres.ts"],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    reporters:
      process.env.CI === undefined
        ? ["default"]
        : ["default", ["json", { outputFile: "test/.results.json" }]],
    pool: "forks",
    maxWorkers: 2,
  },
});
