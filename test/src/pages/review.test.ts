import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readConfig } from "../../../src/config.ts";
import { decide } from "../../../src/db/judgements.ts";
import { CreditError } from "../../../src/errors.ts";
import { inventedUscc } from "../../ingest/merge/records.ts";
import { openPages, type Pages, sectionOf, textOf } from "../../readPages.ts";
import { fillReview, HOSTILE_NAME, insertRecords } from "../../reviewFixture.ts";
import { testToken } from "../../tokens.ts";

let pages: Pages;
let ids: Awaited<ReturnType<typeof fillReview>>;
let token: string;
beforeAll(async () => {
  pages = await openPages();
  token = await testToken();
});
afterAll(() => pages.close());
beforeEach(async () => {
  await pages.resources.sql`truncate ledger.question, ledger.judgement, ledger.record, ledger.known_party`;
  ids = await fillReview(pages.resources.sql);
});

const signedIn = (over: Record<string, string> = {}) => ({
  headers: { Cookie: `session=${token}`, ...over },
});
const read = async (path: string) => {
  const response = await pages.get(path, signedIn());
  return { status: response.status, response, html: await response.text() };
};
const SAME_SITE = { "Sec-Fetch-Site": "same-origin" };
const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = SAME_SITE) =>
  pages.get(path, { method: "POST", body: new URLSearchParams(fields), headers });
const decideForm = async (id: string, fields: Record<string, string>, headers?: Record<string, string>) => {
  const { html } = await read(`/review/${id}`);
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
  const form = { supersedes: hidden("supersedes"), version: hidden("version"), ...fields };
  return send(`/review/${id}`, form, { Cookie: `session=${token}`, ...(headers ?? SAME_SITE) });
};
const judgements = () =>
  pages.resources.sql`select verdict, decided_by, reason from ledger.judgement order by seq`;

describe("signing in", () => {
  test.each(["/review", "/en/review", "/review/0123456789abcdef"])(
    "%s shows the public the form and no more",
    async (path) => {
      const response = await pages.get(path);
      expect(response.status).toBe(401);
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      expect(response.headers.get("X-Robots-Tag")).toContain("noindex");
      expect(response.headers.get("WWW-Authenticate")).toBe('Bearer realm="credit-ningbo"');
      const html = await response.text();
      expect(html).toContain('<meta name="robots" content="noindex, nofollow"');
      expect(html).toContain('type="password"');
      expect(html).not.toMatch(/恒哒|李四/);
      expect(html).not.toContain('role="alert"');
    },
  );

  test("no public page leads there", async () => {
    for (const path of ["/", "/lists", "/docs", "/accessibility", "/search?q=x"])
      expect(await (await pages.get(path)).text()).not.toMatch(/href="[^"]*\/review"/);
  });

  test("a good token becomes a cookie that no script and no other site gets, and the way goes on", async () => {
    const response = await send("/review/sign-in", { token: ` ${token}\n`, return: `/review/${ids.hengda}` });
    expect([response.status, response.headers.get("Location")]).toEqual([303, `/review/${ids.hengda}`]);
    expect(response.headers.get("Set-Cookie")).toBe(`session=${token}; Path=/; HttpOnly; SameSite=Strict`);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
  });

  test("behind https the cookie goes over https only", async () => {
    const config = readConfig({ PUBLIC_URL: "https://credit.example" });
    const body = new URLSearchParams({ token });
    const init = { method: "POST", body, headers: { Origin: "https://credit.example" } };
    const response = await pages.app.request("/en/review/sign-in", init, { ...pages.resources, config });
    expect(response.headers.get("Set-Cookie")).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
    expect(response.headers.get("Location")).toBe("/en/review");
  });

  test.each(["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])(
    "%s is nowhere to go on to",
    async (target) => {
      const response = await send("/review/sign-in", { token, return: target });
      expect(response.headers.get("Location")).toBe("/");
    },
  );

  test.each([
    ["", "请填写令牌"],
    ["x", "不是一个完整的令牌"],
    ["a".repeat(4_000), "令牌太长"],
  ])("a bad token (%#) is refused in words and not sent back", async (bad, words) => {
    const response = await send("/review/sign-in", { token: bad });
    expect(response.status).toBe(401);
    expect(response.headers.get("Set-Cookie")).toBeNull();
    const html = await response.text();
    expect(textOf(html)).toContain(words);
    if (bad.length > 10) expect(html).not.toContain(bad);
  });

  test("an expired session ends, and the form says why", async () => {
    const old = await testToken({}, -60);
    const response = await pages.get("/en/review", { headers: { Cookie: `session=${old}` } });
    expect(response.status).toBe(401);
    expect(response.headers.get("Set-Cookie")).toMatch(/^session=; Max-Age=0;.* Path=\//);
    expect(textOf(await response.text())).toContain("The token has expired");
  });

  test.each(["public", "enterprise", "authorised", "government"] as const)(
    "%s is told that it may not",
    async (role) => {
      const other = await testToken({ role, uscc: inventedUscc(1) });
      const answers = [
        await pages.get("/review", { headers: { Cookie: `session=${other}` } }),
        await send("/review/sign-in", { token: other }),
        await send(
          `/review/${ids.hengda}`,
          { verdict: "same", reason: "x" },
          { ...SAME_SITE, Cookie: `session=${other}` },
        ),
      ];
      for (const response of answers) {
        expect(response.status).toBe(403);
        expect(response.headers.get("Set-Cookie")).toBeNull();
        expect(textOf(await response.text())).toContain("您的身份不能核对关联");
      }
      expect(await judgements()).toHaveLength(0);
    },
  );

  test("a provider that is away is said to be, and the session stays", async () => {
    const authenticate = () => Promise.reject(new CreditError("identity_unavailable", "away"));
    const response = await pages.app.request("/review", signedIn(), { ...pages.resources, authenticate });
    expect(response.status).toBe(503);
    expect(response.headers.get("Set-Cookie")).toBeNull();
    expect(textOf(await response.text())).toContain("不表示令牌有误");
  });

  test("signing out forgets the cookie", async () => {
    const response = await send("/en/review/sign-out", {}, { ...SAME_SITE, Cookie: `session=${token}` });
    expect([response.status, response.headers.get("Location")]).toEqual([303, "/en/review"]);
    expect(response.headers.get("Set-Cookie")).toMatch(/^session=; Max-Age=0/);
  });
});

describe("forms of other sites", () => {
  const hostile: [string, Record<string, string>][] = [
    ["says nothing of itself", {}],
    ["comes from another site", { "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" }],
    ["comes from a neighbour", { "Sec-Fetch-Site": "same-site", Origin: "http://sub.localhost" }],
    ["hides its origin", { Origin: "null" }],
    ["has an origin that begins like ours", { Origin: "http://localhost.evil.example" }],
    ["makes its site up", { "Sec-Fetch-Site": "SAME-ORIGIN " }],
  ];
  test.each(hostile)("are refused: one that %s", async (_, headers) => {
    const answers = [
      await decideForm(ids.hengda, { verdict: "same", reason: "x" }, headers),
      await send("/review/sign-in", { token }, headers),
      await send("/review/sign-out", {}, headers),
    ];
    for (const response of answers) {
      expect(response.status).toBe(403);
      expect(response.headers.get("Set-Cookie")).toBeNull();
    }
    expect(await judgements()).toHaveLength(0);
  });

  test("as JSON or as nothing known decide nothing either", async () => {
    for (const type of ["application/json", "image/png"]) {
      const response = await pages.get(`/review/${ids.hengda}`, {
        method: "POST",
        body: JSON.stringify({ verdict: "same", reason: "x" }),
        headers: { "Content-Type": type, Cookie: `session=${token}`, "Sec-Fetch-Site": "cross-site" },
      });
      expect(response.status).toBe(400);
    }
    expect(await judgements()).toHaveLength(0);
  });

  test("from this site by its origin alone are let through, as old browsers send them", async () => {
    const response = await decideForm(
      ids.hengda,
      { verdict: "same", reason: "x" },
      { Origin: "http://localhost" },
    );
    expect(response.status).toBe(303);
  });
});

describe("the queue", () => {
  test("says how many there are, and of each what it is about", async () => {
    const { status, response, html } = await read("/review");
    expect(status).toBe(200);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(response.headers.get("ETag")).toBeNull();
    const text = textOf(html);
    expect(text).toContain("待核对 4 项");
    expect(text).toContain("“宁波恒哒精密机械有限公司”是不是“宁波恒达精密机械有限公司”");
    expect(text).toContain("可能性 81.0 % 涉及的记录 4 条 存疑的原因 名称与多家企业一致");
    expect(text).toContain("同一批记录还可能属于另外 1 家企业");
    const english = textOf((await read("/en/review")).html);
    expect(english).toContain("Several enterprises bear this name");
  });

  test("is paged to its end", async () => {
    const { sql } = pages.resources;
    for (let n = 0; n < 20; n++) {
      const party = `p${n}`;
      await insertRecords(sql, { party, feed: "registration/penalties", kind: "penalty" });
      await sql`insert into ledger.question select substr(md5(${party}), 1, 16), md5(${party})::uuid, ${inventedUscc(1)}, 0.1, 'x', '{}', null, 1`;
    }
    const first = await read("/review");
    const next = /href="(\/review\?after=[0-9a-f]{16})"/.exec(first.html)?.[1] ?? "";
    const second = await read(next);
    const items = (html: string) =>
      [...html.matchAll(/<h3><a href="\/review\/([0-9a-f]+)"/g)].map((m) => m[1]);
    expect(new Set([...items(first.html), ...items(second.html)]).size).toBe(24);
    expect(second.html).not.toContain(`rel="next"`);
    expect(textOf(second.html)).toContain("回到第一页");
  });

  test("says that it is empty, and refuses a place that is none", async () => {
    await pages.resources.sql`truncate ledger.question`;
    expect(textOf((await read("/review")).html)).toContain("目前没有需要核对的关联");
    expect((await read("/review?after=x")).status).toBe(400);
    expect((await read("/review?after=0123456789abcdef")).status).toBe(400);
  });
});

describe("a question", () => {
  test("shows both sides with what differs marked, and said in words", async () => {
    const sides = sectionOf((await read(`/review/${ids.hengda}`)).html, "sides");
    expect(sides).toContain("宁波恒<mark>哒</mark>精密");
    expect(sides).toContain("宁波恒<mark>达</mark>精密");
    const text = textOf(sides);
    expect(text).toMatch(/名称 宁波恒哒精密机械有限公司 宁波恒达精密机械有限公司 不同/);
    expect(text).toMatch(/法定代表人 李四 张安 不同/);
    expect(text).toMatch(/行政区划 鄞州区 鄞州区 相同/);
    expect(text).toMatch(/地址 鄞州区首南街道1号 宁波市鄞州区首南街道1号 相互包含/);
    expect(text).toContain("没有通过校验");
    expect(text).toContain("曾用名 宁波恒达五金机械有限公司");
    expect(text).toContain("2010年3月1日");
  });

  test("shows the evidence feature by feature, the consequences, the other candidates and what was decided", async () => {
    const { sql } = pages.resources;
    await sql.begin((tx) =>
      decide(tx, {
        id: ids.hengda,
        verdict: "unsure",
        by: "李管理员",
        reason: "要查档",
        supersedes: null,
        version: null,
      }),
    );
    const { html } = await read(`/review/${ids.hengda}`);
    const evidence = textOf(sectionOf(html, "evidence"));
    expect(evidence).toContain("字号差一个字；行政区划一致");
    expect(evidence).toMatch(/法定代表人 不同 李四 张安 反对同一家 −3 比特/);
    expect(evidence).toMatch(/地址 一致 .* 强烈支持同一家 \+7.3 比特/);
    const consequences = textOf(sectionOf(html, "consequences"));
    expect(consequences).toContain(
      "1 条失信被执行人名单记录和 2 条行政处罚将在“宁波恒达精密机械有限公司”的公开档案中公示",
    );
    expect(consequences).toContain("1 不公开");
    expect(textOf(sectionOf(html, "others"))).toContain("慈溪分公司 可能性 40.0 % 还没有判断");
    expect(textOf(sectionOf(html, "history"))).toMatch(
      /第 1?\d+ 号 现在不能确定目前有效 要查档 判断人 李管理员/,
    );
    expect(textOf(sectionOf(html, "decide"))).toMatch(/您的判断将取代第 \d+ 号判断/);
    const english = (await read(`/en/review/${ids.hengda}`)).html;
    expect(textOf(sectionOf(english, "evidence"))).toContain(
      "Legal representative differ 李四 张安 against the same",
    );
    expect(textOf(sectionOf(english, "consequences"))).toContain(
      "1 entry of “Dishonest judgment debtors” and 2 penalties",
    );
  });

  test("whose every text tries to be markup is shown as text", async () => {
    const { sql } = pages.resources;
    const said = { id: ids.hostile, verdict: "unsure", by: HOSTILE_NAME, reason: HOSTILE_NAME } as const;
    await sql.begin((tx) => decide(tx, { ...said, supersedes: null, version: null }));
    for (const path of ["/review", `/review/${ids.hostile}`, `/en/review/${ids.hostile}`]) {
      const { html } = await read(path);
      expect(html).not.toMatch(/<script>|<img/);
      expect(textOf(html)).toContain(HOSTILE_NAME);
    }
    const again = await decideForm(ids.hostile, { verdict: HOSTILE_NAME, reason: `${HOSTILE_NAME}\u0007` });
    expect(again.status).toBe(400);
    expect(await again.text()).not.toMatch(/<script>|<img/);
  });

  test("that nobody asks is not there", async () => {
    for (const id of ["0123456789abcdef", "nothing", "%27", "sign"])
      expect((await read(`/review/${id}`)).status).toBe(404);
    expect((await read("/review/sign-in")).response.headers.get("Location")).toBe("/review");
  });

  test("about an enterprise that is gone says so", async () => {
    await pages.resources.sql`truncate ledger.known_party`;
    const { html } = await read(`/review/${ids.hengda}`);
    expect(textOf(html)).toContain("登记信息里已经没有这家企业");
    const refused = await decideForm(ids.hengda, { verdict: "same", reason: "x" });
    expect(refused.status).toBe(409);
    expect(textOf(await refused.text())).toContain("不能判断为同一家");
  });
});

describe("a decision", () => {
  test("is recorded under the name of the token, and leads on to the next question", async () => {
    const response = await decideForm(ids.hengda, { verdict: "different", reason: "代表人不同\r\n地址不同" });
    expect(response.status).toBe(303);
    expect(response.headers.get("Location")).toBe(`/review/${ids.branch}?decided=${ids.hengda}`);
    expect(await judgements()).toEqual([
      { verdict: "different", decided_by: "王管理员", reason: "代表人不同\n地址不同" },
    ]);
    const { html } = await read(`/review/${ids.branch}?decided=${ids.hengda}`);
    expect(html).toContain('role="status"');
    expect(html).toContain(`href="/review/${ids.hengda}"`);
    for (const id of [ids.branch, ids.blank]) await decideForm(id, { verdict: "different", reason: "x" });
    const last = await decideForm(ids.hostile, { verdict: "different", reason: "x" });
    expect(last.headers.get("Location")).toBe(`/review?decided=${ids.hostile}`);
  });

  test("that lacks something is told what, and keeps what was typed", async () => {
    const noVerdict = await decideForm(ids.hengda, { reason: "核对过" });
    expect(noVerdict.status).toBe(400);
    const html = await noVerdict.text();
    expect(textOf(html)).toContain("判断没有记录 请选择一个判断。");
    expect(html).toMatch(/<textarea[^>]*>核对过<\/textarea>/);
    const noReason = await decideForm(ids.hengda, { verdict: "same", reason: " " });
    expect(noReason.status).toBe(400);
    const again = await noReason.text();
    expect(again).toMatch(/value="same"[^>]* checked/);
    expect(again).toMatch(/aria-invalid="true"/);
    const long = await decideForm(ids.hengda, { verdict: "same", reason: "字".repeat(2_001) });
    expect(long.status).toBe(400);
    const most = await decideForm(ids.hengda, { verdict: "same", reason: "字".repeat(2_000) });
    expect(most.status).toBe(303);
    const huge = await decideForm(ids.blank, { verdict: "same", reason: "字".repeat(4_000) });
    expect(huge.status).toBe(413);
  });

  test("on what somebody judged meanwhile is not recorded until it was looked at again", async () => {
    const seen = (await read(`/review/${ids.hengda}`)).html;
    const version = /name="version" value="([^"]*)"/.exec(seen)?.[1] ?? "";
    await decideForm(ids.hengda, { verdict: "unsure", reason: "甲" });
    const late = { verdict: "same", reason: "乙", supersedes: "", version };
    const refused = await send(`/review/${ids.hengda}`, late, { ...SAME_SITE, Cookie: `session=${token}` });
    expect(refused.status).toBe(409);
    const html = await refused.text();
    expect(textOf(html)).toContain("在您查看之后，有人作了判断");
    expect(textOf(sectionOf(html, "history"))).toContain("甲");
    expect(html).toMatch(/<textarea[^>]*>乙<\/textarea>/);
    expect((await decideForm(ids.hengda, { verdict: "same", reason: "乙" })).status).toBe(303);
    expect(await judgements()).toHaveLength(2);
  });

  test("on what has changed since it was shown is not recorded", async () => {
    const { html } = await read(`/review/${ids.blank}`);
    const version = /name="version" value="([^"]*)"/.exec(html)?.[1] ?? "";
    await insertRecords(pages.resources.sql, { party: "空白", feed: "court/dishonest", kind: "list" });
    for (const seen of [version, "", "x"]) {
      const response = await decideForm(ids.blank, { verdict: "same", reason: "x", version: seen });
      expect(response.status).toBe(409);
    }
  });

  test("for a second enterprise of the same records is refused, with the way to the first", async () => {
    await decideForm(ids.hengda, { verdict: "same", reason: "x" });
    const response = await decideForm(ids.branch, { verdict: "same", reason: "x" });
    expect(response.status).toBe(409);
    const html = await response.text();
    expect(textOf(html)).toContain("已经判断为属于另一家企业");
    expect(html).toContain(`href="/review/${ids.hengda}">查看那一项`);
  });

  test("in a form that is broken is answered as one without content", async () => {
    const response = await pages.get(`/review/${ids.hengda}`, {
      method: "POST",
      body: "--x",
      headers: { ...SAME_SITE, Cookie: `session=${token}`, "Content-Type": "multipart/form-data" },
    });
    expect(response.status).toBe(400);
  });
});

test("the log says nothing of who reviews what", async () => {
  pages.resources.lines.length = 0;
  await read(`/review/${ids.hengda}`);
  await decideForm(ids.hengda, { verdict: "same", reason: "机密理由" });
  await send("/review/sign-in", { token: "bad" });
  expect(JSON.stringify(pages.resources.lines)).not.toMatch(/机密|王管理员|李四|eyJ|[0-9a-f]{16}"/);
});
