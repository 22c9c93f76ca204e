import type { UsccCheck } from "../../../enterprise/identifiers.ts";
import type { ErrorCode } from "../../../errors.ts";

const byCode: Partial<Record<ErrorCode, { title: string; text: string }>> = {
  invalid_parameter: { title: "网址里的条件不对", text: "有一个条件写得不对，或者超出了允许的范围。" },
  invalid_uscc: {
    title: "这个代码不对",
    text: "统一社会信用代码有 18 位，自带校验。您输入的代码没有通过下面的检查。",
  },
  page_too_deep: { title: "翻得太深了", text: "查询结果可以翻看前 10,000 家。请用筛选条件缩小范围。" },
  not_found: { title: "没有这个页面", text: "网址可能写错了，或者页面已经不在了。" },
  enterprise_not_found: {
    title: "没有收到这家企业的登记信息",
    text: "代码本身没有问题，但本平台收到的登记数据里没有它。企业可能在别处登记，或者登记信息还没有送达。",
  },
  list_not_found: { title: "没有这个名单", text: "曝光台上没有这个名单。" },
  snapshot_not_found: {
    title: "那时还没有公示",
    text: "本平台在那一天还没有公示数据，或者没有这个数据版本。",
  },
  method_not_allowed: { title: "不支持这样的请求", text: "这个网址只能查看。" },
  too_large: { title: "发来的内容太长", text: "发来的内容超过了这里接收的长度。" },
  unauthenticated: { title: "请先登录", text: "这个页面只对登录的人开放。" },
  forbidden: { title: "不能这样做", text: "您的身份不能使用这个页面，或者请求是从别的网站发来的。" },
  question_not_found: {
    title: "没有这一项",
    text: "待核对的关联里没有这一项，可能已经在夜间处理中有了结果。",
  },
  identity_unavailable: {
    title: "暂时不能登录",
    text: "身份认证机构没有应答，不能核对您的令牌。这不表示令牌有误，请稍后再试。",
  },
  no_snapshot: { title: "数据正在准备", text: "本平台还没有完成第一次公示，请过几分钟再来。" },
  engine_unavailable: {
    title: "查询暂时不可用",
    text: "查询服务没有应答。这不表示没有相符的企业，请稍后再试。",
  },
  database_unavailable: { title: "服务暂时不可用", text: "数据库没有应答，请稍后再试。" },
};

const checks: Record<UsccCheck["check"], string> = {
  length: "长度应当是 18 位",
  charset: "只能有数字和大写字母，不使用 I、O、S、V、Z",
  prefix: "前两位应当是登记管理部门和机构类别，如 91、92",
  region: "第 3 至 8 位应当是登记机关的行政区划代码",
  org_code: "第 9 至 17 位应当是组织机构代码，其中第 17 位是校验位",
  check_digit: "第 18 位是整个代码的校验位",
};

export const errors = {
  byCode,
  other: { title: "服务出错了", text: "请稍后再试。问题已经记录下来。" },
  status: (status: number) => `错误 ${status}`,
  requestId: "请求编号",
  requestIdMeans: "反映问题时请附上这个编号",
  youTyped: "输入的代码",
  checksCaption: "逐项检查的结果",
  check: "检查",
  result: "结果",
  ok: "通过",
  failed: "没有通过",
  checks,
  repairs: "您要找的是不是",
  repairsMean: "下面的代码与输入的只差一处，而且能通过检查。这只是猜测，请与营业执照核对。",
  unknownName: "本平台没有收到这个代码的登记信息",
  next: "接下来可以",
  goSearch: "查询企业",
  goHome: "回到首页",
  goLists: "查看全部名单",
};
