/** What takes longer fails, though it goes on. */
export function cutOff<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    work.then(done, fail).finally(() => clearTimeout(timer));
  });
}
