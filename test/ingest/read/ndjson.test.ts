import { expect, test } from "vitest";
import { readContent, refusalOf } from "./files.ts";

const ndjson = (...lines: string[]) => lines.map((line) => `${line}\n`).join("");

test("keys become columns in the order met, and grow as rows bring new ones", async () => {
  const { keys, cells } = await readContent(ndjson('{"a":"1","b":"2"}', '{"b":"3","c":"4"}', '{"a":"5"}'));
  expect(keys).toEqual(["a", "b", "c"]);
  expect(cells).toEqual([["1", "2"], ["", "3", "4"], ["5"]]);
});

test("blank lines are left out and counted", async () => {
  expect((await readContent(ndjson('{"a":1}', "", "  ", '{"a":2}'))).lines).toEqual([1, 4]);
});

test("an identifier of 18 digits that is written as a number keeps its digits", async () => {
  const { cells } = await readContent(
    ndjson('{"a":913302001234567890,"b":-9007199254740993,"c": 330200000000001}'),
  );
  expect(cells[0]).toEqual(["913302001234567890", "-9007199254740993", "330200000000001"]);
});

test("numbers that a double holds are written as people do", async () => {
  const { cells } = await readContent(ndjson('{"a":12.50,"b":201312142.0,"c":1e3,"d":0.1,"e":-7}'));
  expect(cells[0]).toEqual(["12.5", "201312142", "1000", "0.1", "-7"]);
});

test("numbers that a double can't hold stay as they are written", async () => {
  const { cells } = await readContent(ndjson('{"a":9.13302001234567890e17,"b":123456789012345.6789}'));
  expect(cells[0]).toEqual(["9.13302001234567890e17", "123456789012345.6789"]);
});

test("digits in a text are left alone", async () => {
  const { cells } = await readContent(ndjson('{"a":"编号: 913302001234567890, \\"x\\": 12345678901234567"}'));
  expect(cells[0]).toEqual(['编号: 913302001234567890, "x": 12345678901234567']);
});

test("null is empty, truth is TRUE or FALSE, and nested values are JSON", async () => {
  const { cells } = await readContent(ndjson('{"a":null,"b":true,"c":false,"d":{"x":[1,"二"]},"e":["y"]}'));
  expect(cells[0]).toEqual(["", "TRUE", "FALSE", '{"x":[1,"二"]}', '["y"]']);
});

test("a broken line is a malformed row that keeps its text, and the lines after it are read", async () => {
  const { rows } = await readContent(ndjson('{"a":1}', '{"a":2,"b"', '{"a":3}'));
  expect(rows[1]).toEqual({ line: 2, cells: ['{"a":2,"b"'], malformed: "the line is no JSON" });
  expect(rows[2]).toEqual({ line: 3, cells: ["3"] });
});

test.each(["[1,2]", '"text"', "12", "null"])("a line of %s is a malformed row", async (line) => {
  const { rows } = await readContent(ndjson('{"a":1}', line));
  expect(rows[1]?.malformed).toBe("expected an object");
});

test("a value with a NUL character is a malformed row", async () => {
  const { rows } = await readContent(ndjson('{"a":"x\\u0000y"}', '{"a":"x\\\\u0000y"}'));
  expect(rows[0]?.malformed).toBe("a value holds a NUL character");
  expect(rows[1]).toEqual({ line: 2, cells: ["x\\u0000y"] });
});

test("a broken last line without its line end is a truncated file", async () => {
  const { code, message } = await refusalOf('{"a":1}\n{"a":2}\n{"a":');
  expect(code).toBe("truncated");
  expect(message).toContain("line 3");
});

test("a last line that lacks nothing but its line end is read", async () => {
  expect((await readContent('{"a":1}\n{"a":2}')).cells).toEqual([["1"], ["2"]]);
});

test("a first line that is broken does not make the file something else", async () => {
  const { format, rows } = await readContent(ndjson('{"a":1,', '{"a":2}'));
  expect(format).toBe("ndjson");
  expect(rows.map((row) => row.malformed !== undefined)).toEqual([true, false]);
});

test("more than 400 keys are refused", async () => {
  const lines = Array.from({ length: 401 }, (_, i) => `{"k${i}":1}`);
  expect((await refusalOf(ndjson(...lines))).code).toBe("too_many_columns");
});

test("a line of more than four megabytes is refused and named", async () => {
  const { code, message } = await refusalOf(ndjson('{"a":1}', `{"a":"${"x".repeat(2 ** 22)}"}`));
  expect(code).toBe("unreadable");
  expect(message).toContain("Line 2 ");
});

test("values that are nested without end are a malformed row", async () => {
  const deep = `{"a":${"[".repeat(200_000)}${"]".repeat(200_000)}}`;
  const { rows } = await readContent(ndjson('{"a":1}', deep, '{"a":3}'));
  expect(rows[1]?.malformed).toBe("a value is nested too deep");
  expect(rows[2]).toEqual({ line: 3, cells: ["3"] });
});
