import { describe, expect, it } from "vitest";
import { encodeGb18030 } from "../../../ingest/demo/gb18030.ts";

const decode = (bytes: Buffer) => new TextDecoder("gb18030").decode(bytes);

describe("GB18030", () => {
  it("writes names, punctuation and full-width forms so that they are read back", () => {
    const text = "宁波市鄞州区（演示）①〔2026〕“贰万元”，ＤＭ９１\r\nABC\t0";
    expect(decode(encodeGb18030(text))).toBe(text);
  });

  it("writes rare characters in four bytes", () => {
    const text = "䶮㑇ăᠠ";
    expect(decode(encodeGb18030(text))).toBe(text);
    expect(encodeGb18030("ă").length).toBe(4);
  });

  it("writes every Chinese character of the basic block", () => {
    let text = "";
    for (let point = 0x4e00; point <= 0x9fa5; point++) text += String.fromCharCode(point);
    expect(decode(encodeGb18030(text))).toBe(text);
  });
});
