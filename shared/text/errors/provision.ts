import type { Message } from '../language.ts';

export const provisionErrors = {
  'error.hand_over_without_consent': {
    en: 'Refused: the person’s consent to this purpose did not stand on that day. Do not hand the data over.',
    ko: '해당 일자에 이 목적에 대한 동의가 유효하지 않으므로 기록할 수 없습니다. 개인정보를 넘기지 마십시오.',
  },
  'error.use_separated_not_permitted': {
    en: 'Part of this is retained separately, and only a custodian may open it. Ask one of them to do it.',
    ko: '분리보관된 기록이 있어 분리보관 담당자만 열 수 있습니다. 분리보관 담당자에게 요청해 주십시오.',
  },
  'error.use_separated': {
    en: 'Refused: this is kept apart since {date} because a law obliges the office to keep it. It may be stored and nothing else.',
    ko: '{date}부터 법령에 따라 분리보관 중인 기록입니다. 보관 외의 용도로는 이용할 수 없습니다.',
  },
  'error.use_suspended': {
    en: 'Refused: at the person’s request its use has been suspended since {date}. It can be used again when the suspension ends.',
    ko: '{date}부터 정보주체의 처리정지 요구에 따라 이용이 정지되었습니다. 정지가 해제된 뒤에 이용할 수 있습니다.',
  },
  'error.use_task_stays_inside': {
    en: 'Refused: for a task of the desk data is used in the office only. Name the purpose the person agreed to.',
    ko: '창구 업무를 사유로는 개인정보를 외부에 제공할 수 없습니다. 동의받은 목적을 지정해 주십시오.',
  },
  'error.use_other_purpose': {
    en: 'Refused: it was collected for another purpose. Ask for a consent to this one first.',
    ko: '수집한 목적과 다른 목적으로는 이용할 수 없습니다. 먼저 해당 목적에 대한 동의를 받아 주십시오.',
  },
  'error.use_provision_not_covered': {
    en: 'Refused: provision to a third party needs a consent of its own. Ask for it first.',
    ko: '제3자 제공에 대한 별도 동의가 없습니다. 먼저 동의를 받아 주십시오.',
  },
  'error.use_transfer_not_covered': {
    en: 'Refused: a transfer abroad needs a consent of its own. Ask for it first.',
    ko: '국외 이전에 대한 별도 동의가 없습니다. 먼저 동의를 받아 주십시오.',
  },
  'error.use_own_use_not_covered': {
    en: 'Refused: this consent is for provision to its recipient only, not for a vendor.',
    ko: '동의서에 적힌 제공받는 자에게만 제공할 수 있으며 수탁자에게 전달할 수 없습니다.',
  },
  'error.use_consent_refused': {
    en: 'Refused: the person refused this purpose on {date}.',
    ko: '정보주체가 {date} 이 목적에 대한 동의를 거부하였으므로 이용할 수 없습니다.',
  },
  'error.use_consent_withdrawn': {
    en: 'Refused: the person withdrew the consent to this purpose on {date}.',
    ko: '정보주체가 {date} 이 목적에 대한 동의를 철회하였으므로 이용할 수 없습니다.',
  },
  'error.use_consent_expired': {
    en: 'Refused: the consent to this purpose expired on {date}. Renew it first.',
    ko: '{date} 이 목적에 대한 동의 기간이 만료되었습니다. 먼저 동의를 갱신해 주십시오.',
  },
  'error.use_consent_never_asked': {
    en: 'Refused: the person was never asked about this purpose. Ask for a consent first.',
    ko: '이 목적에 대한 동의를 받은 적이 없습니다. 먼저 동의를 받아 주십시오.',
  },
  'error.use_period_ended': {
    en: 'Refused: the period ended on {date}. It waits for its destruction.',
    ko: '{date} 보유 기간이 끝나 파기 대상이므로 이용할 수 없습니다.',
  },
  'error.use_nothing_kept': {
    en: 'Refused: nothing is kept for this purpose any more.',
    ko: '이 목적으로 보관 중인 기록이 없습니다.',
  },
  'error.vendor_ended': {
    en: 'The entrustment to this vendor has ended. Choose another one.',
    ko: '위탁이 종료된 수탁자입니다. 다른 수탁자를 선택해 주십시오.',
  },
  'error.vendor_holds_data': {
    en: 'The vendor still holds {count, plural, one {# hand-over} other {# hand-overs}}. Record for each that it was returned or destroyed, then end the entrustment.',
    ko: '회수 또는 파기가 확인되지 않은 전달이 {count}건 있습니다. 건별로 확인한 뒤 위탁을 종료해 주십시오.',
  },
  'error.ends_before_it_starts': {
    en: 'The end is before the beginning. Correct one of the two dates.',
    ko: '종료일이 시작일보다 앞섭니다. 날짜를 확인해 주십시오.',
  },
  'error.sub_vendor_without_consent': {
    en: 'A vendor may entrust on only with the office’s consent given before. Enter the day of the consent, or a later beginning.',
    ko: '재위탁은 위탁자의 사전 동의가 있어야 합니다. 동의일 또는 시작일을 확인해 주십시오.',
  },
  'error.check_done_already': {
    en: 'The result of this check is recorded already. Plan a new one.',
    ko: '이미 결과를 등록한 일정입니다. 새 일정을 등록해 주십시오.',
  },
  'error.nobody_to_be_told': {
    en: 'Nobody of these is to be told. Read the list again.',
    ko: '통지 대상이 없습니다. 목록을 다시 확인해 주십시오.',
  },
  'error.nobody_to_give_out': {
    en: 'Nobody has ever been asked for consent to this purpose, so nothing can be given out for it. Choose another purpose.',
    ko: '이 목적으로 동의를 받은 정보주체가 없습니다. 다른 목적을 선택해 주십시오.',
  },
  'error.use_recipient_not_named': {
    en: 'Refused: the consent does not name this recipient. Ask for a consent that does.',
    ko: '동의서에 이 제공받는 자가 적혀 있지 않습니다. 제공받는 자를 밝힌 동의를 먼저 받아 주십시오.',
  },
  'error.use_items_not_covered': {
    en: 'Refused: the consent does not cover all of these items. Leave out the others.',
    ko: '동의받지 않은 항목이 포함되어 있습니다. 해당 항목을 빼 주십시오.',
  },
  'error.nothing_to_recall': {
    en: 'The vendor holds nothing that has not been recalled already. Record the answers to the recalls instead.',
    ko: '새로 회수할 개인정보가 없습니다. 진행 중인 회수의 답변을 등록해 주십시오.',
  },
  'error.recall_document_too_large': {
    en: 'The file is larger than 2 MB. Scan it in black and white or with fewer dots per inch.',
    ko: '파일이 2MB를 넘습니다. 흑백 또는 낮은 해상도로 스캔해 주십시오.',
  },
} satisfies Record<string, Message>;
