import type {
  ConsentFormContent,
  FormItem,
  FormPurpose,
} from '../../../shared/domain/collection/consent-form.ts';

/** The two forms of the demonstration office, with the rules their purposes are kept under. */
export interface DemoRules {
  /** Rests on the consent alone, one year. */
  readonly consent: string;
  /** Contracts: five years by law. */
  readonly contract: string;
}

const item = (
  code: string,
  label: { en: string; ko: string },
  kind: FormItem['kind'],
  valueType: FormItem['valueType'],
): FormItem => ({ code, label, kind, sensitivity: 'ordinary', valueType });

const name = item('name', { en: 'Name', ko: '성명' }, 'required', 'name');
const telephone = item('telephone', { en: 'Telephone', ko: '전화번호' }, 'required', 'telephone');
const email = item('email', { en: 'E-mail', ko: '전자우편' }, 'required', 'email');
const address = item('address', { en: 'Delivery address', ko: '배송지 주소' }, 'required', 'text');
const note = item('request_note', { en: 'Requests', ko: '요청 사항' }, 'optional', 'long_text');
const visits = item('visit_date', { en: 'Dates of visits', ko: '방문 일시' }, 'automatic', 'date');

export function demoForms(
  newId: () => string,
  rules: DemoRules,
): { membership: ConsentFormContent; purchase: ConsentFormContent } {
  const purpose = (given: Omit<FormPurpose, 'id' | 'catalogueId' | 'basis' | 'validFor'>): FormPurpose => ({
    id: newId(),
    catalogueId: null,
    validFor: null,
    basis: { lawfulBasis: 'consent', consent: { kind: 'collection' } },
    ...given,
  });
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
          items: [name, telephone, visits],
          retentionRuleId: rules.consent,
          refusal: {
            en: 'You may refuse; without it we cannot run a membership for you.',
            ko: '동의를 거부하실 수 있으나, 거부하시면 회원 서비스를 이용하실 수 없습니다.',
          },
        }),
        purpose({
          name: { en: 'News and offers by e-mail', ko: '소식 및 혜택 안내(전자우편)' },
          kind: 'additional',
          items: [email, note],
          retentionRuleId: rules.consent,
          refusal: {
            en: 'You may refuse and still use every service.',
            ko: '동의를 거부하셔도 모든 서비스를 이용하실 수 있습니다.',
          },
        }),
      ],
    },
    purchase: {
      title: { en: 'Order and delivery', ko: '주문 및 배송' },
      introduction: {
        en: 'For an order and its delivery we need the following.',
        ko: '주문과 배송을 위하여 다음과 같이 개인정보를 수집합니다.',
      },
      children: null,
      purposes: [
        purpose({
          name: { en: 'Contract, payment and delivery', ko: '계약 이행, 대금 결제 및 배송' },
          kind: 'essential',
          items: [name, address],
          retentionRuleId: rules.contract,
          refusal: {
            en: 'You may refuse; without it we cannot deliver.',
            ko: '동의를 거부하실 수 있으나, 거부하시면 배송해 드릴 수 없습니다.',
          },
        }),
        purpose({
          name: { en: 'Satisfaction survey', ko: '만족도 조사' },
          kind: 'additional',
          items: [telephone, note],
          retentionRuleId: rules.consent,
          refusal: {
            en: 'You may refuse and still order.',
            ko: '동의를 거부하셔도 주문하실 수 있습니다.',
          },
        }),
      ],
    },
  };
}
