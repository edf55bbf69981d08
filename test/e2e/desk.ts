import type { Page } from 'playwright/test';
import type { Answer } from '../../shared/contract/answer.ts';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../shared/contract/contract.ts';
import { startingRules } from '../../shared/domain/retention/starting-rules.ts';
import { createText } from '../../shared/text/messages.ts';
import { expect } from './office-fixture.ts';

export type Call = (channel: string, input: unknown) => Promise<Answer>;

/** One call that has to succeed, typed by the contract. */
export async function must<Name extends ChannelName>(
  call: Call,
  channel: Name,
  input: ChannelInput<Name>,
): Promise<ChannelOutput<Name>> {
  const answer = await call(channel, input);
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
  // The records thread has parsed the value with the channel's output schema before it was sent.
  return answer.value as ChannelOutput<Name>;
}

/** An office in which Sora, clerk and reviewer, is at the desk: she may publish, capture, withdraw and hand over. */
export async function sitDownAtDesk(page: Page, call: Call): Promise<void> {
  const english = createText('en');
  const user = (signInName: string, displayName: string) => ({
    signInName,
    displayName,
    password: `${signInName} keeps seventeen paper cranes`,
  });
  const sora = user('sora', 'Lim Sora');
  await must(call, 'office.create', {
    officeName: 'Haneul Clinic',
    timeZone: 'Asia/Seoul',
    jurisdiction: 'korea',
    language: 'en',
    cipher: 'aegis',
    administrator: { ...user('yuna', 'Seo Yun-a'), roles: ['administrator'] },
    secondUser: { ...sora, roles: ['clerk', 'reviewer'] },
  });
  await must(call, 'office.signOut', {});
  await must(call, 'office.signIn', { signInName: sora.signInName, password: sora.password });
  await expect(page.getByRole('heading', { name: english('office.home.title') })).toBeVisible();
}

/** Goes to a place by its address, as a link would. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
}

export interface PublishedForm {
  formVersionId: string;
  essential: string;
  additional: string;
}

/** A form with an essential purpose a law obliges the office to keep, and an additional one that rests on the consent. */
export async function publishForm(call: Call): Promise<PublishedForm> {
  const { rules } = await must(call, 'retention.listRules', {});
  const ruleNamed = (name: string | undefined) => {
    const rule = rules.find((each) => each.content.name.en === name);
    if (rule === undefined) throw new Error('a starting rule is missing');
    return rule.ruleId;
  };
  const [whileConsented, contracts] = startingRules('korea').map((rule) => rule.name.en);
  const [essential, additional] = [crypto.randomUUID(), crypto.randomUUID()];
  const ordinary = { kind: 'required', sensitivity: 'ordinary' } as const;
  const { formVersionId } = await must(call, 'collection.publishForm', {
    formId: null,
    content: {
      title: { en: 'Patient registration', ko: '환자 등록 동의서' },
      introduction: { en: 'Please answer each purpose.', ko: '목적마다 동의 여부를 표시해 주십시오.' },
      purposes: [
        {
          id: essential,
          name: { en: 'Treatment', ko: '진료' },
          kind: 'essential',
          retentionRuleId: ruleNamed(contracts),
          refusal: { en: 'Without it we cannot treat you.', ko: '거부하시면 진료할 수 없습니다.' },
          items: [
            { code: 'name', label: { en: 'Name', ko: '성명' }, valueType: 'name', ...ordinary },
            {
              code: 'telephone',
              label: { en: 'Telephone', ko: '전화번호' },
              valueType: 'telephone',
              ...ordinary,
            },
          ],
        },
        {
          id: additional,
          name: { en: 'Newsletter', ko: '소식지' },
          kind: 'additional',
          retentionRuleId: ruleNamed(whileConsented),
          refusal: { en: 'Nothing else changes.', ko: '이용에는 제한이 없습니다.' },
          items: [
            { code: 'address', label: { en: 'E-mail', ko: '전자우편' }, valueType: 'email', ...ordinary },
          ],
        },
      ],
    },
  });
  return { formVersionId, essential, additional };
}

/** A consent to both purposes, or to the essential one only. */
export async function takeConsent(
  call: Call,
  form: PublishedForm,
  person: { name: string; givenOn: string; newsletter: boolean },
): Promise<ChannelOutput<'collection.capture'>> {
  const { formVersionId } = form;
  const { digest } = await must(call, 'collection.getNotice', { formVersionId, language: 'en' });
  return must(call, 'collection.capture', {
    formVersionId,
    language: 'en',
    noticeDigest: digest,
    personId: null,
    answers: [
      { purposeId: form.essential, answer: 'given' },
      { purposeId: form.additional, answer: person.newsletter ? 'given' : 'refused' },
    ],
    values: [
      { itemCode: 'name', value: person.name },
      { itemCode: 'telephone', value: '010-0000-0000' },
      ...(person.newsletter ? [{ itemCode: 'address', value: 'someone@example.org' }] : []),
    ],
    evidence: {
      way: 'screen',
      signature: { width: 300, height: 100, path: 'M10 80C40 10 65 10 95 80L150 20' },
    },
    otherThan: [],
    guardian: null,
    draftId: null,
    givenOn: person.givenOn,
  });
}
