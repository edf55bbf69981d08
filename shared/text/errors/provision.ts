import type { Message } from '../language.ts';

export const provisionErrors = {
  'error.hand_over_without_consent': {
    en: 'Refused: the person’s consent to this purpose did not stand on that day. Do not hand the data over.',
    ko: '해당 일자에 이 목적에 대한 동의가 유효하지 않으므로 기록할 수 없습니다. 개인정보를 넘기지 마십시오.',
  },
} satisfies Record<string, Message>;
