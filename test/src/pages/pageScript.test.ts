import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

/**
 * The text that browsers get, made from the sources. It is kept in the tree since neither tsx nor a Worker makes it:
 * after a change of src/pages/script run this file with `--update` behind its path.
 */
async function scriptText(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["src/pages/script/main.ts"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2019",
    charset: "utf8",
    lineLimit: 110,
  });
  return outputFiles[0]?.text ?? "";
}

test("the page script that is served is the one in the sources", async () => {
  const escaped = (await scriptText()).replace(/[\\`]|\$\{/g, "\\$&");
  await expect(
    `/** Made from script/main.ts by test/src/pages/pageScript.test.ts, which says how. */\nexport const pageScript = \`${escaped}\`;\n`,
  ).toMatchFileSnapshot("../../../src/pages/pageScript.ts");
});

test("it is small, and makes no markup of texts", async () => {
  const text = await scriptText();
  expect(gzipSync(text).length).toBeLessThan(2_500);
  expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval/);
});
