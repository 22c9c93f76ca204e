import { fullWidth } from "../../../ingest/demo/codes.ts";
import { type DirtClass, isCompany, maybePerson, named, type Scene } from "./dirtClass.ts";
import { type CodeSlip, slipped, slippedCode } from "./slips.ts";

const spaced = (code: string) => `${code.slice(0, 8)} ${code.slice(8, 17)} ${code.slice(17)}`;

function codeSlip(id: CodeSlip, title: string, share: number): DirtClass {
  return {
    id: `code.${id}`,
    title,
    share,
    by: "judge",
    needs: ["code"],
    make: (scene) => {
      const code = slippedCode(scene.firm.uscc, id, scene.random);
      return code === null ? null : { code, ...named(scene.firm.parts), ...maybePerson(scene) };
    },
  };
}

/** The name with a slip in its brand or trade, beside a sound code. */
function dirtyName({ firm, random }: Scene) {
  const part = random.chance(0.5) ? "brand" : "trade";
  if (firm.parts[part] === "") return null;
  const text = slipped(firm.parts[part], random.pick(["wrong", "swapped"] as const), random);
  return text === null ? null : named({ ...firm.parts, [part]: text });
}

/** A short name that would not do by itself, beside what is left of a code. */
const short = ({ firm }: Scene) => (isCompany(firm) ? named({ ...firm.parts, form: "" }) : null);

const orgCodeOf = (uscc: string) => uscc.slice(8, 17);

export const CODE_DIRT: readonly DirtClass[] = [
  {
    id: "code",
    title: "sound code and name",
    share: 330,
    by: "code",
    needs: ["code"],
    make: (scene) => ({ code: scene.firm.uscc, ...named(scene.firm.parts), ...maybePerson(scene) }),
  },
  {
    id: "code.spelling",
    title: "sound code, full-width, small or spaced",
    share: 20,
    by: "code",
    needs: ["code"],
    make: ({ firm, random }) => ({
      code: random.pick([fullWidth(firm.uscc), firm.uscc.toLowerCase(), spaced(firm.uscc)]),
      ...named(firm.parts),
    }),
  },
  {
    id: "code.dirtyName",
    title: "sound code, name with a slip",
    share: 30,
    by: "code",
    needs: ["code"],
    make: (scene) => {
      const name = dirtyName(scene);
      return name === null ? null : { code: scene.firm.uscc, ...name };
    },
  },
  {
    id: "code.alone",
    title: "sound code without a name",
    share: 10,
    by: "code",
    needs: ["code"],
    make: ({ firm }) => ({ code: firm.uscc }),
  },
  codeSlip("wrong", "code with a wrong character, and name", 35),
  codeSlip("confusable", "code with a letter for a digit, and name", 20),
  codeSlip("swapped", "code with neighbours swapped, and name", 20),
  codeSlip("missing", "code with a character missing, and name", 15),
  codeSlip("extra", "code with a character too many, and name", 5),
  {
    id: "code.wrong.short",
    title: "code with a wrong character, name without form",
    share: 10,
    by: "judge",
    needs: ["code"],
    make: (scene) => {
      const name = short(scene);
      const code = slippedCode(scene.firm.uscc, "wrong", scene.random);
      return name === null || code === null ? null : { code, ...name };
    },
  },
  {
    id: "orgCode",
    title: "organisation code alone",
    share: 20,
    by: "code",
    needs: ["orgCode"],
    make: ({ firm, random }) => {
      const code = orgCodeOf(firm.uscc);
      return { orgCode: random.chance(0.5) ? code : `${code.slice(0, 8)}-${code.slice(8)}` };
    },
  },
  {
    id: "regNo",
    title: "registration number of 15 digits alone",
    share: 15,
    by: "code",
    needs: ["regNo"],
    make: ({ firm }) => (firm.regNo?.length === 15 ? { regNo: firm.regNo } : null),
  },
  {
    id: "regNo13",
    title: "old number of 13 digits, name without form",
    share: 10,
    by: "judge",
    needs: ["regNo"],
    make: (scene) => {
      const { regNo } = scene.firm;
      const name = short(scene);
      return regNo?.length === 13 && name !== null ? { regNo, ...name } : null;
    },
  },
];
