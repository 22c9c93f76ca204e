/** Code units of each character of the BMP in GB18030: up to four bytes, big end first; 0 when it has none. */
let table: Uint32Array | undefined;

function addPairs(into: Uint32Array, decoder: TextDecoder): void {
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      const point = text.charCodeAt(0);
      if (text.length === 1 && point !== 0xfffd && into[point] === 0) into[point] = (lead << 8) | trail;
    }
}

/** The four-byte codes of the BMP: 0x81308130 to 0x8431A439, in the order of the characters that pairs leave out. */
function addQuads(into: Uint32Array, decoder: TextDecoder): void {
  for (let n = 0; n < 39_420; n++) {
    const bytes = [
      0x81 + Math.floor(n / 12_600),
      0x30 + (Math.floor(n / 1_260) % 10),
      0x81 + (Math.floor(n / 10) % 126),
      0x30 + (n % 10),
    ] as const;
    const text = decoder.decode(Uint8Array.from(bytes));
    const point = text.charCodeAt(0);
    if (text.length === 1 && point !== 0xfffd && into[point] === 0)
      into[point] = ((bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3]) >>> 0;
  }
}

function makeTable(): Uint32Array {
  const into = new Uint32Array(65_536);
  const decoder = new TextDecoder("gb18030");
  for (let point = 0; point < 128; point++) into[point] = point;
  addPairs(into, decoder);
  addQuads(into, decoder);
  return into;
}

/** Text of the BMP as GB18030, the inverse of `TextDecoder("gb18030")`. A character outside it becomes `?`. */
export function encodeGb18030(text: string): Buffer {
  table ??= makeTable();
  const bytes = Buffer.allocUnsafe(text.length * 4);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.charCodeAt(i);
    const code = point < 128 ? point : (table[point] ?? 0) || 0x3f;
    if (code > 0xffff) {
      bytes[at++] = code >>> 24;
      bytes[at++] = (code >>> 16) & 0xff;
    }
    if (code > 0xff) bytes[at++] = (code >>> 8) & 0xff;
    bytes[at++] = code & 0xff;
  }
  return bytes.subarray(0, at);
}
