import { Temporal } from 'temporal-polyfill';
import type { ChannelInput } from '../../../shared/contract/contract.ts';
import { requiredClauses } from '../../../shared/domain/provision/entrustment-clause.ts';
import type { DemoConsent, DemoForms } from './demo-collection.ts';
import type { Story } from './demo-office.ts';

interface DemoVendor {
  readonly name: string;
  readonly task: string;
  readonly contact: string;
  readonly items: string;
  readonly doesMarketing: boolean;
  /** Days from the beginning of the contract to today, and from today to its end. */
  readonly since: number;
  readonly until: number;
  /** Required clauses that the contract is silent on, counted from the last. */
  readonly missing: number;
}

const courier: DemoVendor = {
  name: '한강택배',
  task: '주문 상품 배송',
  contact: 'privacy@hangang-courier.example',
  items: '성명, 전화번호, 배송지 주소',
  doesMarketing: false,
  since: 165,
  until: 200,
  missing: 0,
};
const mailer: DemoVendor = {
  name: '새봄메일',
  task: '소식 및 혜택 안내 발송',
  contact: 'dpo@saebom-mail.example',
  items: '성명, 전자우편',
  doesMarketing: true,
  since: 330,
  until: 35,
  missing: 1,
};
const shredding: DemoVendor = {
  name: 'Paperline Shredding',
  task: 'Destruction of paper records',
  contact: 'desk@paperline.example',
  items: 'Boxes as listed in each order',
  doesMarketing: false,
  since: 45,
  until: 320,
  missing: 0,
};
const former: DemoVendor = {
  name: '가람콜센터',
  task: '고객 문의 상담',
  contact: '',
  items: '성명, 전화번호',
  doesMarketing: false,
  since: 760,
  until: -30,
  missing: 0,
};

/**
 * Vendors with their contracts, one silent on a clause and one that has ended; a sub-vendor; an inspection done, one overdue; what was
 * handed over and provided; and three people who withdraw afterwards, so that it is called back.
 */
export async function entrustAndProvide(
  story: Story,
  /** Nobody has withdrawn anything of these. */
  consents: readonly DemoConsent[],
  forms: DemoForms,
): Promise<void> {
  const { call, today } = story;
  const day = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();
  const courierId = await entrust(story, courier);
  const mailerId = await entrust(story, mailer);
  await entrust(story, shredding);
  await call('provision.addSubVendor', {
    vendorId: courierId,
    name: '다온물류',
    task: '수도권 외 지역 배송',
    consentedOn: day(-120),
    startsOn: day(-110),
  });
  const planned = (vendorId: string, kind: 'training' | 'inspection', days: number) =>
    call('provision.planCheck', { vendorId, kind, dueOn: day(days), everyMonths: 12 });
  const { checkId } = await planned(courierId, 'training', -60);
  await call('provision.completeCheck', { checkId, doneOn: day(-62), result: '배송 기사 41명 교육 이수' });
  await planned(courierId, 'inspection', -12);
  await planned(mailerId, 'inspection', 20);
  const formerId = await entrust(story, former);
  await call('provision.endEntrustment', { vendorId: formerId, endedOn: day(-30) });
  await call('provision.recordPublication', { publishedOn: today, way: 'website' });

  await handOver(story, courierId, forms.purchase.content.purposes[0]?.id, '배송지 주소', 30);
  const news = forms.membership.content.purposes[1]?.id;
  await handOver(story, mailerId, news, '소식지 발송 명단', 14);
  await provideToInsurer(story);
  await withdrawAfterwards(story, consents, news);
}

async function entrust({ call, today }: Story, vendor: DemoVendor): Promise<string> {
  const { name, task, contact, items, doesMarketing, since, until, missing } = vendor;
  const day = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();
  const { vendorId } = await call('provision.addVendor', {
    name,
    task,
    contact,
    contractEndsOn: day(until),
    doesMarketing,
  });
  const clauses = requiredClauses('korea').map(({ clause }, index) => ({
    clause,
    place: `제${index + 4}조`,
  }));
  await call('provision.recordContract', {
    vendorId,
    signedOn: day(-since - 7),
    startsOn: day(-since),
    endsOn: day(until),
    reference: `위수탁-${day(-since).slice(0, 4)}-${name.length}`,
    tasks: task,
    items,
    safeguards: '접근권한 제한, 전송 구간 암호화, 반기 1회 점검',
    clauses: clauses.slice(0, clauses.length - missing),
  });
  return vendorId;
}

/** To everybody for whom the purpose stands. */
async function handOver(
  { call, today }: Story,
  vendorId: string,
  purposeId: string | undefined,
  what: string,
  dueBackInDays: number,
): Promise<void> {
  if (purposeId === undefined) throw new Error('a form of the demonstration has lost a purpose');
  const given: ChannelInput<'provision.checkHandOver'> = { purposeId, to: { whose: 'everybody' } };
  if ((await call('provision.checkHandOver', given)).people === 0) return;
  await call('provision.recordHandOver', {
    ...given,
    vendorId,
    what,
    way: 'file_transfer',
    isEncrypted: true,
    handedOverOn: today,
    dueBackOn: Temporal.PlainDate.from(today).add({ days: dueBackInDays }).toString(),
  });
}

/** Whoever agreed to the insurance is reported to the insurer. */
async function provideToInsurer({ call, today }: Story): Promise<void> {
  const { purposes } = await call('provision.listPurposes', {});
  const insured = purposes.find(({ covers, recipients }) => covers === 'provision' && recipients.length > 0);
  const [recipient] = insured?.recipients ?? [];
  if (insured === undefined || recipient === undefined) return;
  const given = {
    recipientId: recipient.recipientId,
    purposeId: insured.purposeId,
    itemCodes: insured.items.slice(0, 1).map(({ code }) => code),
    to: { whose: 'everybody' as const },
  };
  if ((await call('provision.checkProvision', given)).people === 0) return;
  await call('provision.recordProvision', {
    ...given,
    fileName: '단체보험 가입자 명단',
    providedOn: today,
    cycle: 'monthly',
    keptUntil: Temporal.PlainDate.from(today).add({ years: 1 }).toString(),
    way: 'file_transfer',
    isEncrypted: true,
    restrictions: '가입 심사 외 이용 및 재제공 금지',
  });
}

/**
 * Three of those whose data is outside withdraw their membership: the vendor and the insurer are asked to destroy it, the vendor has
 * answered one letter, the others wait.
 */
async function withdrawAfterwards(
  { call, today }: Story,
  consents: readonly DemoConsent[],
  newsId: string | undefined,
): Promise<void> {
  const latest = consents
    .filter(({ given }) => newsId !== undefined && given.includes(newsId))
    .toSorted((one, other) => (one.givenOn < other.givenOn ? 1 : -1));
  for (const { consentId, given } of latest.slice(0, 3))
    await call('collection.withdraw', { consentId, purposeIds: [...given] });
  const { recalls } = await call('provision.listRecalls', {
    show: 'open',
    vendorId: null,
    limit: 10,
    offset: 0,
  });
  const [answered, reminded] = recalls.filter(({ holder }) => holder === 'vendor');
  if (answered !== undefined) {
    const { recallId } = answered;
    await call('provision.recordRecallLetter', { recallId, isReminder: false, sentOn: today });
    await call('provision.answerRecall', {
      recallId,
      how: 'destroyed',
      answeredOn: today,
      answer: '발송 명단에서 삭제하고 파기 확인서를 회신함',
    });
  }
  if (reminded !== undefined)
    await call('provision.recordRecallLetter', {
      recallId: reminded.recallId,
      isReminder: false,
      sentOn: today,
    });
}
