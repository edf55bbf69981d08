import type { Language } from '../../contract/fields.ts';
import type { ConsentKind, ContactWay, LawfulBasis, PurposeKind } from './consent-form.ts';

/** The fixed words of a notice. Kept here rather than with the messages: they become part of a stored legal text. */
export interface NoticeWords {
  readonly kind: Record<PurposeKind, string>;
  /** Null: an ordinary consent to collection needs no word of its own. */
  readonly consent: Record<ConsentKind, string | null>;
  readonly basis: Record<Exclude<LawfulBasis, 'consent'>, string>;
  readonly contactWay: Record<ContactWay, string>;
  readonly sensitivity: { readonly sensitive: string; readonly unique_identifier: string };
  readonly required: string;
  readonly optional: string;
  readonly automatic: string;
  readonly unasked: string;
  readonly rights: string;
  special(kind: string, sensitivity: string): string;
  retention(period: string, basis: string): string;
  validity(period: string): string;
  contact(ways: string): string;
  receivedFrom(source: string): string;
  recipient(name: string, purpose: string, period: string): string;
  transfer(country: string, timeAndMethod: string): string;
  ground(basis: string, ground: string): string;
}

export const noticeWords: Record<Language, NoticeWords> = {
  en: {
    kind: {
      essential: 'Needed for the service',
      additional: 'Optional: you can refuse this and still use the service',
      protection_of_users: 'Protection of users',
    },
    consent: {
      collection: null,
      third_party_provision: 'Provision to a third party',
      use_beyond_purpose: 'Use beyond the purpose of collection',
      onward_provision: 'Passing on what we received from others',
      transfer_abroad: 'Transfer abroad',
      sensitive_data: 'Sensitive data',
      unique_identifiers: 'Unique identifiers',
      marketing: 'Advertising and promotion',
    },
    basis: {
      contract: 'a contract with you',
      legal_obligation: 'a legal obligation',
      vital_interests: 'protection of life and health',
      public_task: 'a public task',
      legitimate_interests: 'legitimate interests',
    },
    contactWay: {
      email: 'e-mail',
      text_message: 'text message',
      telephone: 'telephone',
      post: 'post',
      application: 'notices in the app',
    },
    sensitivity: { sensitive: 'sensitive data', unique_identifier: 'unique identifiers' },
    required: 'Required items',
    optional: 'Optional items',
    automatic: 'Recorded automatically',
    unasked: 'Processed without your consent, on the ground that is named with each',
    rights:
      'You may refuse any of these purposes. You may withdraw what you have agreed to at any time, as easily as you gave it.',
    special: (kind, sensitivity) => `${kind}, ${sensitivity}`,
    retention: (period, basis) => `Kept for ${period} (${basis}), then destroyed without delay.`,
    validity: (period) => `Your consent counts for ${period}; after that we ask you again.`,
    contact: (ways) => `We may use these items to contact you with advertising, by ${ways}.`,
    receivedFrom: (source) => `Received from: ${source}`,
    recipient: (name, purpose, period) =>
      `Given to: ${name}. Used for: ${purpose}. Kept and used for: ${period}.`,
    transfer: (country, timeAndMethod) => `Transferred to: ${country}. When and how: ${timeAndMethod}.`,
    ground: (basis, ground) => `Ground: ${basis} (${ground})`,
  },
  ko: {
    kind: {
      essential: '필수: 서비스 제공에 필요합니다',
      additional: '선택: 동의하지 않아도 서비스를 이용하실 수 있습니다',
      protection_of_users: '이용자 보호',
    },
    consent: {
      collection: null,
      third_party_provision: '개인정보 제3자 제공 동의',
      use_beyond_purpose: '개인정보 목적 외 이용·제공 동의',
      onward_provision: '제공받은 개인정보의 목적 외 이용·제공 동의',
      transfer_abroad: '개인정보 국외 이전 동의',
      sensitive_data: '민감정보 처리 동의',
      unique_identifiers: '고유식별정보 처리 동의',
      marketing: '홍보 및 판매 권유를 위한 개인정보 처리 동의',
    },
    basis: {
      contract: '정보주체와의 계약 체결·이행',
      legal_obligation: '법령상 의무 준수',
      vital_interests: '생명·신체의 보호',
      public_task: '공공기관의 소관 업무 수행',
      legitimate_interests: '정당한 이익',
    },
    contactWay: {
      email: '전자우편',
      text_message: '문자메시지',
      telephone: '전화',
      post: '우편',
      application: '앱 알림',
    },
    sensitivity: { sensitive: '민감정보', unique_identifier: '고유식별정보' },
    required: '필수 항목',
    optional: '선택 항목',
    automatic: '자동 수집 항목',
    unasked: '동의 없이 처리하는 개인정보',
    rights:
      '각 목적에 대한 동의를 거부할 권리가 있으며, 동의한 내용은 언제든지 동의할 때와 같은 방법으로 철회하실 수 있습니다.',
    special: (kind, sensitivity) => `${kind}(${sensitivity})`,
    retention: (period, basis) =>
      `보유 및 이용 기간: ${period} (${basis}). 기간이 끝나면 지체 없이 파기합니다.`,
    validity: (period) => `동의의 유효 기간: ${period}. 기간이 지나면 다시 동의 여부를 여쭙습니다.`,
    contact: (ways) => `위 개인정보를 이용하여 홍보 및 판매 권유를 위한 연락을 드릴 수 있습니다(${ways}).`,
    receivedFrom: (source) => `개인정보의 출처: ${source}`,
    recipient: (name, purpose, period) =>
      `제공받는 자: ${name} / 제공받는 자의 이용 목적: ${purpose} / 제공받는 자의 보유 및 이용 기간: ${period}`,
    transfer: (country, timeAndMethod) => `이전되는 국가: ${country} / 이전 시기 및 방법: ${timeAndMethod}`,
    ground: (basis, ground) => `처리 근거: ${basis} (${ground})`,
  },
};
