import type { Message } from '../language.ts';

export const collectionErrors = {
  'error.form_without_name_item': {
    en: 'One essential purpose must ask for the person’s name as a required item (item code "name").',
    ko: '필수 목적 중 하나에는 성명이 필수 항목(항목 코드 "name")으로 있어야 합니다.',
  },
  'error.form_without_essential_purpose': {
    en: 'The form needs at least one essential purpose: what the service cannot do without.',
    ko: '서비스 제공에 꼭 필요한 필수 목적이 하나 이상 있어야 합니다.',
  },
  'error.form_item_defined_twice': {
    en: 'The item "{item}" stands twice in one purpose, or differs between purposes. Make it the same everywhere or give it another code.',
    ko: '"{item}" 항목이 한 목적에 두 번 있거나 목적마다 내용이 다릅니다. 내용을 같게 하거나 다른 코드를 사용해 주십시오.',
  },
  'error.form_purpose_repeated': {
    en: 'A purpose stands on the form twice. Remove one.',
    ko: '같은 목적이 두 번 있습니다. 하나를 삭제해 주십시오.',
  },
  'error.retention_rule_unknown': {
    en: 'A purpose has no retention rule. Choose one for each purpose.',
    ko: '보존 기준이 없는 목적이 있습니다. 목적마다 보존 기준을 선택해 주십시오.',
  },
  'error.notice_changed': {
    en: 'The text shown to the person is not the current text of the form. Open the form again and show it once more.',
    ko: '안내한 내용이 현재 동의서의 내용과 다릅니다. 동의서를 다시 열어 안내해 주십시오.',
  },
  'error.form_version_superseded': {
    en: 'A newer version of this form has been published. Open the form again.',
    ko: '이 동의서의 새 버전이 게시되었습니다. 동의서를 다시 열어 주십시오.',
  },
  'error.purpose_answered_twice': { en: 'A purpose was answered twice.', ko: '한 목적에 두 번 답했습니다.' },
  'error.purpose_not_answered': {
    en: 'Ask the person about this purpose too: agree or do not agree.',
    ko: '이 목적에 대해서도 동의 여부를 확인해 주십시오.',
  },
  'error.purpose_not_on_form': {
    en: 'An answer belongs to no purpose of this form.',
    ko: '이 동의서에 없는 목적에 대한 답이 있습니다.',
  },
  'error.nothing_consented': {
    en: 'The person agreed to nothing, so there is nothing to keep.',
    ko: '동의한 목적이 없으므로 저장할 내용이 없습니다.',
  },
  'error.essential_purpose_refused': {
    en: 'Without an essential purpose the service cannot be given, so nothing is kept. Refusing optional purposes is always possible.',
    ko: '필수 목적에 동의하지 않으면 서비스를 제공할 수 없으므로 저장하지 않습니다. 선택 목적은 언제든지 거부할 수 있습니다.',
  },
  'error.item_given_twice': { en: 'An item was filled in twice.', ko: '같은 항목이 두 번 입력되었습니다.' },
  'error.item_missing': {
    en: 'This item is required for what the person agreed to.',
    ko: '동의한 목적에 필요한 항목입니다.',
  },
  'error.item_malformed': {
    en: 'This does not look right. Check it against what the person said.',
    ko: '형식이 맞지 않습니다. 다시 확인해 주십시오.',
  },
  'error.item_not_agreed': {
    en: 'The person did not agree to give this item. Remove it.',
    ko: '수집에 동의하지 않은 항목입니다. 삭제해 주십시오.',
  },
  'error.date_in_future': { en: 'This date is in the future.', ko: '미래의 날짜는 입력할 수 없습니다.' },
  'error.purpose_not_given': {
    en: 'This purpose is not agreed to at the moment, so it cannot be withdrawn.',
    ko: '현재 동의 상태가 아니므로 철회할 수 없습니다.',
  },
} satisfies Record<string, Message>;
