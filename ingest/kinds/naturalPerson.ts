/** The commonest surnames, enough for more than nine of ten people; and the double ones still met. */
const SURNAMES = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤俞应楼鲍竺虞翁励屠葛柯洪柳施费忻童裘傅章徐竹岑乐阮胥励",
);
const DOUBLE = /^(欧阳|上官|司马|诸葛|司徒|皇甫|尉迟|公孙|令狐|慕容|东方|夏侯|南宫|独孤|长孙|宇文)/;
/** Endings that a firm of two to four characters may have. */
const FIRM = /[店厂社行院所部馆铺队站坊轩阁楼堂园场库吧校班号庄城馆局会]$|公司|集团|中心|企业/;

/** 张**, 张某, 张某某: how persons stand in published lists. */
const MASKED = /^[\u4e00-\u9fff]{1,2}([*＊×X]{1,3}|某{1,3}\d?)$/;

/**
 * Whether a name by itself looks like that of a natural person. Only asked when a row gives no code at all:
 * then it is safer to keep a person off the public lists than to keep a firm with a very short name on them.
 */
export function looksLikePerson(name: string): boolean {
  if (MASKED.test(name)) return true;
  if (!/^[\u4e00-\u9fff]{2,4}$/.test(name) || FIRM.test(name)) return false;
  return DOUBLE.test(name) ? name.length >= 3 : name.length <= 3 && SURNAMES.has(name.charAt(0));
}
