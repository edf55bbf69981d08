import type { Bilingual } from '../../../shared/contract/fields.ts';
import type {
  ConsentFormContent,
  FormItem,
  FormPurpose,
} from '../../../shared/domain/collection/consent-form.ts';

/** What the forms of the demonstration office name: rules and recipients. */
export interface DemoSources {
  /** Rests on the consent alone, one year. */
  readonly consentRule: string;
  /** Contracts: five years by law. */
  readonly contractRule: string;
  readonly insurance: { readonly recipientId: string; readonly name: string };
}

export interface DemoFormContents {
  readonly membership: ConsentFormContent;
  readonly purchase: ConsentFormContent;
  readonly health: ConsentFormContent;
  readonly children: ConsentFormContent;
}

const item = (
  code: string,
  label: Bilingual,
  kind: FormItem['kind'],
  valueType: FormItem['valueType'],
  sensitivity: FormItem['sensitivity'] = 'ordinary',
): FormItem => ({ code, label, kind, sensitivity, valueType });

const name = item('name', { en: 'Name', ko: '성명' }, 'required', 'name');
const telephone = item('telephone', { en: 'Telephone', ko: '전화번호' }, 'required', 'telephone');
const email = item('email', { en: 'E-mail', ko: '전자우편' }, 'required', 'email');
const address = item('address', { en: 'Delivery address', ko: '배송지 주소' }, 'required', 'text');
const note = item('request_note', { en: 'Requests', ko: '요청 사항' }, 'optional', 'long_text');
const visits = item('visit_date', { en: 'Dates of visits', ko: '방문 일시' }, 'automatic', 'date');
const health = item(
  'health_note',
  { en: 'State of health', ko: '건강 상태' },
  'required',
  'long_text',
  'sensitive',
);
const birthDate = item('birth_date', { en: 'Date of birth', ko: '생년월일' }, 'required', 'date');

/** Everything the office collects, for its catalogue. */
export const demoItems: readonly FormItem[] = [
  name,
  telephone,
  email,
  address,
  note,
  visits,
  health,
  birthDate,
];

const mayRefuse: Bilingual = {
  en: 'You may refuse and still use every service.',
  ko: '동의를 거부하셔도 모든 서비스를 이용하실 수 있습니다.',
};
const nothing: Bilingual = { en: '', ko: '' };

/** Forms as a Korean office has them: each kind of consent on its own, what needs none apart. */
export function demoForms(newId: () => string, sources: DemoSources): DemoFormContents {
  const purpose = (
    given: Omit<FormPurpose, 'id' | 'catalogueId' | 'validFor'> & { validFor?: string },
  ): FormPurpose => ({
    id: newId(),
    catalogueId: null,
    validFor: null,
    ...given,
  });
  const collection = { lawfulBasis: 'consent', consent: { kind: 'collection' } } as const;
  return {
    membership: {
      title: { en: 'Membership', ko: '회원 가입' },
      introduction: {
        en: 'We collect only what membership needs. Please answer each purpose on its own.',
        ko: '회원 서비스에 필요한 최소한의 개인정보만 수집합니다. 목적별로 동의 여부를 선택해 주십시오.',
      },
      children: null,
      purposes: [
        purpose({
          name: { en: 'Running your membership', ko: '회원 서비스 제공' },
          kind: 'essential',
          basis: collection,
          items: [name, telephone, visits],
          retentionRuleId: sources.consentRule,
          refusal: {
            en: 'You may refuse; without it we cannot run a membership for you.',
            ko: '동의를 거부하실 수 있으나, 거부하시면 회원 서비스를 이용하실 수 없습니다.',
          },
        }),
        purpose({
          name: { en: 'News and offers by e-mail', ko: '소식 및 혜택 안내(전자우편)' },
          kind: 'additional',
          basis: { lawfulBasis: 'consent', consent: { kind: 'marketing', contactWays: ['email'] } },
          items: [email, note],
          retentionRuleId: sources.consentRule,
          refusal: mayRefuse,
          validFor: 'P2Y',
        }),
        purpose({
          name: { en: 'Group accident insurance', ko: '단체 상해보험 가입' },
          kind: 'additional',
          basis: {
            lawfulBasis: 'consent',
            consent: {
              kind: 'third_party_provision',
              recipients: [
                {
                  ...sources.insurance,
                  purpose: {
                    en: 'insuring members against accidents',
                    ko: '회원 단체 상해보험 가입 및 보험금 지급',
                  },
                  period: { en: 'until the insurance ends', ko: '보험 계약 종료 시까지' },
                },
              ],
            },
          },
          items: [telephone],
          retentionRuleId: sources.consentRule,
          refusal: {
            en: 'You may refuse; you will then not be insured, and can use every service all the same.',
            ko: '동의를 거부하실 수 있습니다. 거부하시면 단체보험에 가입되지 않으나 서비스 이용에는 제한이 없습니다.',
          },
        }),
      ],
    },
    purchase: {
      title: { en: 'Order and delivery', ko: '주문 및 배송' },
      introduction: {
        en: 'For an order and its delivery we need the following.',
        ko: '주문과 배송을 위하여 다음과 같이 개인정보를 처리합니다.',
      },
      children: null,
      purposes: [
        purpose({
          name: { en: 'Contract, payment and delivery', ko: '계약 이행, 대금 결제 및 배송' },
          kind: 'essential',
          basis: {
            lawfulBasis: 'contract',
            ground: {
              en: 'the order you place; PIPA art. 15(1)4',
              ko: '주문 계약의 이행, 개인정보 보호법 제15조 제1항 제4호',
            },
          },
          items: [name, address],
          retentionRuleId: sources.contractRule,
          refusal: nothing,
        }),
        purpose({
          name: { en: 'Satisfaction survey', ko: '만족도 조사' },
          kind: 'additional',
          basis: collection,
          items: [telephone, note],
          retentionRuleId: sources.consentRule,
          refusal: {
            en: 'You may refuse and still order.',
            ko: '동의를 거부하셔도 주문하실 수 있습니다.',
          },
        }),
      ],
    },
    health: {
      title: { en: 'Exercise class', ko: '건강 운동 교실 신청' },
      introduction: {
        en: 'We need to know who takes part, and, if you wish, of your health, so that the exercises suit you.',
        ko: '운동 교실 참가에 필요한 정보를 수집합니다. 건강 상태는 운동 강도를 조절하는 데에만 이용합니다.',
      },
      children: null,
      purposes: [
        purpose({
          name: { en: 'Running the class', ko: '운동 교실 운영' },
          kind: 'essential',
          basis: collection,
          items: [name, telephone],
          retentionRuleId: sources.consentRule,
          refusal: {
            en: 'You may refuse; without it we cannot enrol you.',
            ko: '동의를 거부하실 수 있으나, 거부하시면 참가 신청을 받을 수 없습니다.',
          },
        }),
        purpose({
          name: { en: 'Exercises that suit your health', ko: '건강 상태에 맞춘 운동 지도' },
          kind: 'additional',
          basis: { lawfulBasis: 'consent', consent: { kind: 'sensitive_data' } },
          items: [health],
          retentionRuleId: sources.consentRule,
          refusal: {
            en: 'You may refuse and still take part; the exercises are then the same for everybody.',
            ko: '동의를 거부하셔도 참가하실 수 있으며, 이 경우 공통 운동만 진행합니다.',
          },
        }),
      ],
    },
    children: {
      title: { en: 'Children’s reading club', ko: '어린이 독서 교실 신청' },
      introduction: {
        en: 'For children under 14. A parent or guardian consents.',
        ko: '만 14세 미만 어린이를 위한 독서 교실입니다. 법정대리인의 동의가 필요합니다.',
      },
      children: {
        guardianStatement: {
          en: 'As the guardian you consent on the child’s behalf. We verify that you are the guardian, and keep nothing of the child before you have consented.',
          ko: '만 14세 미만 아동의 개인정보를 처리하려면 법정대리인의 동의가 필요합니다. 법정대리인 여부를 확인하며, 동의하시기 전에는 아동의 개인정보를 보관하지 않습니다.',
        },
        childStatement: {
          en: 'We write down your name and when you were born, so that we can find books for you. We ask your parents first. You can say no.',
          ko: '여러분에게 맞는 책을 고르려고 이름과 태어난 날을 적어요. 먼저 부모님께 여쭤볼게요. 싫으면 싫다고 말해도 괜찮아요.',
        },
      },
      purposes: [
        purpose({
          name: { en: 'Running the reading club', ko: '독서 교실 운영' },
          kind: 'essential',
          basis: collection,
          items: [name, birthDate],
          retentionRuleId: sources.consentRule,
          refusal: {
            en: 'You may refuse; the child can then not be enrolled.',
            ko: '동의를 거부하실 수 있으나, 거부하시면 신청을 받을 수 없습니다.',
          },
        }),
        purpose({
          name: { en: 'News of coming clubs', ko: '다음 독서 교실 안내' },
          kind: 'additional',
          basis: {
            lawfulBasis: 'consent',
            consent: { kind: 'marketing', contactWays: ['text_message'] },
          },
          items: [telephone],
          retentionRuleId: sources.consentRule,
          refusal: mayRefuse,
          validFor: 'P2Y',
        }),
      ],
    },
  };
}
