import type { Message } from '../language.ts';

export const collectionErrors = {
  'error.retention_rule_unknown': {
    en: 'A purpose has no retention rule. Choose one for each purpose.',
    ko: '보유 기준이 없는 목적이 있습니다. 목적마다 보유 기준을 선택해 주십시오.',
  },
  'error.consent_ended_before_given': {
    en: 'The consent cannot have ended before it was given. Check the day.',
    ko: '동의한 날보다 먼저 끝날 수 없습니다. 만료일을 확인해 주십시오.',
  },
  'error.recipient_retired': {
    en: 'This recipient is no longer in use. Choose another one, or take it back into use in the catalogue.',
    ko: '사용하지 않는 제공받는 자입니다. 다른 곳을 선택하거나 목적·항목 목록에서 다시 사용하도록 바꿔 주십시오.',
  },
  'error.request_without_person': {
    en: 'Say whose data the request is about: choose the person from the list, or write the name of somebody who is not in it.',
    ko: '누구에 관한 요구인지 알려 주십시오. 목록에서 정보주체를 선택하거나, 목록에 없으면 이름을 적어 주십시오.',
  },
  'error.request_nothing_to_fulfil': {
    en: 'Nothing is kept of whoever asked, so there is nothing to fulfil. Answer that nothing is kept.',
    ko: '요구한 사람의 개인정보를 보유하고 있지 않아 처리할 내용이 없습니다. 보유한 개인정보가 없다고 회신해 주십시오.',
  },
  'error.access_archive_too_large': {
    en: 'The attached files are too large for one archive ({megabytes, number} MB). Save the access answer as PDF and JSON, and the files one by one from the page of the person.',
    ko: '첨부 파일이 너무 커서({megabytes, number} MB) 한 묶음으로 저장할 수 없습니다. 열람 자료는 PDF와 JSON으로, 첨부 파일은 정보주체 화면에서 하나씩 저장해 주십시오.',
  },
  'error.document_only_as_file': {
    en: 'This cannot be shown or printed. Save it as a file.',
    ko: '화면에 표시하거나 인쇄할 수 없습니다. 파일로 저장해 주십시오.',
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
  'error.request_answered': {
    en: 'This request has been answered already. Record a new one if the person asks again.',
    ko: '이미 회신한 요구입니다. 다시 요구하는 경우 새로 접수해 주십시오.',
  },
  'error.request_identity_open': {
    en: 'First confirm that whoever asks is the person, or may ask for them.',
    ko: '먼저 본인 또는 정당한 대리인인지 확인해 주십시오.',
  },
  'error.request_of_another_kind': {
    en: 'The person asked for something else. Record what they ask as a request of its own.',
    ko: '요구의 종류가 다릅니다. 해당하는 종류의 요구로 새로 접수해 주십시오.',
  },
  'error.identity_check_without_record': {
    en: 'Nothing is kept of whoever asks that this could be compared with. Look at an identity document instead.',
    ko: '보관된 기록이 없어 이 방법으로는 대조할 수 없습니다. 신분증 등으로 확인해 주십시오.',
  },
  'error.request_reason_missing': {
    en: 'Choose the reason for what is refused: the person has to be told it.',
    ko: '거절 사유를 선택해 주십시오. 정보주체에게 알려야 합니다.',
  },
  'error.request_reason_not_needed': {
    en: 'Nothing is refused here, so there is no reason to give.',
    ko: '거절하는 내용이 없으므로 사유를 선택할 수 없습니다.',
  },
  'error.request_reason_of_another_kind': {
    en: 'The law knows this reason for another kind of request. Choose one that is offered.',
    ko: '이 종류의 요구에는 쓸 수 없는 사유입니다. 제시된 사유 중에서 선택해 주십시오.',
  },
  'error.request_not_extendable': {
    en: 'The law knows no later day for this kind of request. Answer it by its due date.',
    ko: '이 종류의 요구는 법령상 기한을 연기할 수 없습니다. 처리 기한까지 회신해 주십시오.',
  },
  'error.request_extension_not_later': {
    en: 'Choose a day after the present due date.',
    ko: '현재 처리 기한보다 뒤의 날짜를 선택해 주십시오.',
  },
  'error.request_extension_too_long': {
    en: 'The answer can be put off to {latest} at the latest.',
    ko: '{latest}까지만 연기할 수 있습니다.',
  },
  'error.processing_suspended_already': {
    en: 'The processing is suspended for this already.',
    ko: '이미 처리가 정지되어 있습니다.',
  },
  'error.correction_unit_held': {
    en: 'A hold keeps this record as it is. Once the hold is released it can be corrected.',
    ko: '파기 보류 중인 기록은 고칠 수 없습니다. 보류를 해제한 뒤 정정해 주십시오.',
  },
  'error.correction_unit_ordered': {
    en: 'This record is on a destruction order, so there is nothing to correct.',
    ko: '파기 지시에 포함된 기록은 정정할 수 없습니다.',
  },
  'error.request_not_answered': {
    en: 'There is no letter yet: answer the request, or put its answer off, first.',
    ko: '아직 회신문이 없습니다. 먼저 회신하거나 기한을 연기해 주십시오.',
  },
  'error.suspension_lifted_already': {
    en: 'This suspension has been lifted already.',
    ko: '이미 해제된 처리정지입니다.',
  },
  'error.person_looks_known': {
    en: 'Somebody of this name and contact is here already. Choose “Same person”, or say that this is another one.',
    ko: '성명과 연락처가 같은 사람이 이미 있습니다. “같은 사람”을 선택하거나 다른 사람임을 확인해 주십시오.',
  },
  'error.call_in_future': {
    en: 'The call has not been yet at this time.',
    ko: '통화 시각이 현재보다 늦습니다.',
  },
  'error.staff_unknown': {
    en: 'There is nobody of the staff with this number.',
    ko: '해당 직원 번호를 찾을 수 없습니다.',
  },
  'error.witness_is_reader': {
    en: 'Whoever read the text cannot be the witness. Name somebody else who heard the call.',
    ko: '안내문을 읽은 사람은 입회인이 될 수 없습니다. 통화를 함께 들은 다른 사람을 입력해 주십시오.',
  },
  'error.birth_date_impossible': {
    en: 'A date of birth lies in the past, and not more than 130 years ago.',
    ko: '생년월일은 과거 130년 이내의 날짜여야 합니다.',
  },
  'error.guardian_missing': {
    en: 'At this age the guardian has to consent, and it has to be verified that they did, before anything else is taken.',
    ko: '이 연령에서는 다른 정보를 받기 전에 법정대리인의 동의를 받고 이를 확인해야 합니다.',
  },
  'error.guardian_not_needed': {
    en: 'At this age the person consents alone. Remove the guardian.',
    ko: '본인이 직접 동의할 수 있는 연령입니다. 법정대리인 정보를 삭제해 주십시오.',
  },
  'error.scans_too_many': {
    en: 'At most {maximum} scans belong to one consent. Remove one first.',
    ko: '스캔 파일은 동의 한 건에 {maximum}개까지 첨부할 수 있습니다. 먼저 하나를 삭제해 주십시오.',
  },
  'error.draft_gone': {
    en: 'This draft is not there any more: it was finished, discarded or older than a day.',
    ko: '저장이 끝났거나 삭제되었거나 하루가 지나 더 이상 없는 작성 내용입니다.',
  },
  'error.drafts_too_many': {
    en: '{maximum} drafts are open. Finish or discard one first.',
    ko: '작성 중인 동의가 {maximum}건입니다. 먼저 하나를 마치거나 삭제해 주십시오.',
  },
} satisfies Record<string, Message>;
