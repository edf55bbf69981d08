import type { Message } from '../language.ts';

export const retentionErrors = {
  'error.hold_released_already': {
    en: 'This hold has been released already.',
    ko: '이미 해제된 파기 보류입니다.',
  },
  'error.unit_not_found': {
    en: 'A record on the list is no longer there. Load the list again.',
    ko: '목록에 더 이상 없는 기록이 있습니다. 목록을 새로 고쳐 주십시오.',
  },
  'error.unit_gone': {
    en: 'A record of this order is no longer as it was when the order was made. Reject the order and propose a new one.',
    ko: '파기 요청 당시와 달라진 기록이 있습니다. 이 지시를 반려하고 새로 요청해 주십시오.',
  },
} satisfies Record<string, Message>;
