import type { QueryClass } from "./queryClass.ts";
import { syllables } from "./world.ts";

const HAN_ONLY = /^\p{Script=Han}+$/u;

const initials: QueryClass = {
  id: "initials",
  title: "first letters of the whole name",
  meant: "ten",
  draft({ key, world, index }) {
    const q = world.initials(index);
    if (!HAN_ONLY.test(key) || q.length < 6) return null;
    return { q, fair: [{ sought: { by: "initials", text: q }, most: 10 }] };
  },
};

const fiveInitials: QueryClass = {
  id: "initials5",
  title: "first five first letters",
  meant: "ten",
  draft({ key, world, index }) {
    const q = world.initials(index).slice(0, 5);
    if (!HAN_ONLY.test(key) || q.length < 5) return null;
    return { q, fair: [{ sought: { by: "initials", text: q }, most: 10 }] };
  },
};

const spelling: QueryClass = {
  id: "pinyin",
  title: "full pinyin",
  meant: "one",
  draft({ key, world, index, random }) {
    if (!HAN_ONLY.test(key)) return null;
    const all = syllables(key);
    const text = all.join("");
    const q = random.chance(0.7) ? text : all.join(" ");
    return { q, fair: [{ sought: { by: "spelling", text, initials: world.initials(index) }, most: 1 }] };
  },
};

export const LETTER_QUERIES: readonly QueryClass[] = [initials, fiveInitials, spelling];
