import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { creditWithoutDatabase } from "../../runCredit.ts";
import { inventedUscc } from "../merge/records.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "credit-compare-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function compare(text: string, file = "pairs.csv") {
  const path = join(folder, file);
  await writeFile(path, text);
  return creditWithoutDatabase(folder, "compare", "--pairs", path, "--json");
}

test("every row gets one answer, in order, with its line, and the columns beside the names count", async () => {
  const [A, B] = [inventedUscc(1), inventedUscc(2)];
  const { code, stdout } = await compare(
    [
      "left_name,right_name,left_uscc,right_uscc,left_rep,right_rep",
      "宁波恒达精密机械,宁波恒达精密机械有限公司,,,,",
      `宁波恒达精密机械有限公司,宁波恒达精密机械有限公司,${A},${B},,`,
      "宁波亨达精密机械有限公司,宁波恒达精密机械有限公司,,,,",
      `宁波亨达精密机械有限公司,宁波恒达精密机械有限公司,,${A},欧阳建国,欧阳建国`,
      "温州远景食品厂,宁波恒达精密机械有限公司,,,,",
    ].join("\n"),
  );
  expect(code).toBe(0);
  const answers: { line: number; outcome: string; probability: number; why: string }[] = JSON.parse(stdout);
  expect(answers.map(({ line, outcome }) => [line, outcome])).toEqual([
    [2, "same"],
    [3, "different"],
    [4, "review"],
    [5, "same"],
    [6, "different"],
  ]);
  for (const { probability, why } of answers) {
    expect(probability).toBeGreaterThanOrEqual(0);
    expect(probability).toBeLessThanOrEqual(1);
    expect(why).not.toBe("");
  }
});

test("a file without the two names, or none at all, is refused with what is missing", async () => {
  const { code, stdout } = await compare("left_name,name\n甲,乙\n");
  expect(code).toBe(2);
  expect(JSON.parse(stdout).error).toMatchObject({ code: "bad_usage" });
  expect(stdout).toContain("right_name");
  expect((await creditWithoutDatabase(folder, "compare", "--json")).code).toBe(2);
  expect((await creditWithoutDatabase(folder, "compare", "--pairs", join(folder, "none.csv"))).code).toBe(2);
});
