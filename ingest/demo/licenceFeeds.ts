import { fitting } from "./firms.ts";
import { LICENCE_HEADERS, type LicenceRow, licenceRowA, licenceRowB } from "./licenceRows.ts";
import { serialOf, yearOf } from "./penalties.ts";
import { MARKET_PERMITS, type Permit, POLICE_PERMITS } from "./permits.ts";
import { type Place, policeOf } from "./places.ts";
import { type DemoFeed, decidedOn, type FileForm, type Scene, type Sink, sinkAt } from "./scene.ts";
import { naturalPersonOf, onceMore, subjectOf } from "./subjects.ts";

interface Form {
  file: FileForm;
  row: (scene: Scene, row: LicenceRow) => string[];
}

interface Office {
  permits: readonly Permit[];
  authority: (place: Place) => string;
  mark: string;
  number: number;
}

const MARKET: Office = {
  permits: MARKET_PERMITS,
  authority: (place) => `${place.label}市场监督管理局`,
  mark: "市监许",
  number: 1,
};
const POLICE: Office = { permits: POLICE_PERMITS, authority: policeOf, mark: "公许", number: 2 };

const MARKET_FORMS: readonly Form[] = [
  {
    file: { name: "licences-b", format: "csv", gzip: true, header: LICENCE_HEADERS.b },
    row: (scene, row) => licenceRowB(scene, row, "slashes"),
  },
  {
    file: { name: "licences-a", format: "csv", header: LICENCE_HEADERS.a.map((name) => name.toLowerCase()) },
    row: licenceRowA,
  },
  {
    file: {
      name: "licences-template",
      format: "tsv",
      above: ["填报说明：演示数据。有效期至填写2099/12/31的表示长期。"],
      header: LICENCE_HEADERS.zh,
    },
    row: (scene, row) => licenceRowB(scene, row, "dashes"),
  },
];

const POLICE_FORMS: readonly Form[] = [
  {
    file: { name: "licences", format: "csv", encoding: "gb18030", header: LICENCE_HEADERS.zh },
    row: (scene, row) => licenceRowB(scene, row, "han"),
  },
];

interface Target {
  scene: Scene;
  sinks: readonly Sink[];
  forms: readonly Form[];
  office: Office;
}

function put(target: Target, at: number, row: LicenceRow): void {
  const form = target.forms[at];
  if (form === undefined) throw new RangeError(`No form ${at}`);
  const cells = form.row(target.scene, row);
  sinkAt(target.sinks, at).put(cells, row.subject.truth);
}

function writeLicence(target: Target, nth: number): void {
  const { scene, office } = target;
  const { random, firm } = scene;
  const at = random.int(target.forms.length);
  const person = random.chance(0.012) ? naturalPersonOf(scene) : null;
  const subject = person ?? subjectOf(scene, { orgCode: true, regNo: true, authority: true });
  const permit = random.pick(fitting(office.permits, firm));
  const day = decidedOn(scene, 1_800);
  const place = subject.byCity ? firm.city : firm.place;
  const serial = serialOf(scene, nth);
  const row: LicenceRow = {
    permit,
    documentNo: `${place.mark}${office.mark}〔${yearOf(day)}〕${serial}号`,
    licenceNo: `${permit.number}${place.code}${String(serial).padStart(8, "0")}`,
    decidedOn: day,
    subject,
    personId: person?.id ?? "",
    authority: office.authority,
    office: office.number,
    state: "有效",
  };
  put(target, at, row);
  if (person !== null || subject.truth.expect === "rejected") return;
  const u = random.share();
  if (u < 0.005) put(target, at, { ...row, subject: onceMore(subject, "duplicate") });
  else if (u < 0.01) put(target, at, { ...row, state: "撤销", subject: onceMore(subject, "withdrawn") });
}

function licenceFeed(source: string, share: number, office: Office, forms: readonly Form[]): DemoFeed {
  return {
    source,
    feed: "licences",
    kind: "licence",
    share,
    files: forms.map((form) => form.file),
    write(scene, sinks, count) {
      for (let nth = 0; nth < count; nth++) writeLicence({ scene, sinks, forms, office }, nth);
    },
  };
}

export const MARKET_LICENCES = licenceFeed("registration", 0.34, MARKET, MARKET_FORMS);
export const POLICE_LICENCES = licenceFeed("police", 0.06, POLICE, POLICE_FORMS);
