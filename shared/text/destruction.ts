import { defineMessages } from './language.ts';

/** Destruction orders: asked for, approved, carried out, verified, certified. */
export const destructionMessages = defineMessages({
  'destruction.orders.title': { en: 'Destruction orders', ko: '파기 지시' },
  'destruction.orders.lead': {
    en: 'Each order needs three people: one asks, another approves, a third carries it out.',
    ko: '파기 지시에는 세 사람이 필요합니다. 요청, 승인, 집행을 서로 다른 사람이 맡습니다.',
  },
  'destruction.orders.tabs': { en: 'Orders to show', ko: '표시할 파기 지시' },
  'destruction.orders.tab.open': { en: 'Open', ko: '진행 중' },
  'destruction.orders.tab.closed': { en: 'Closed', ko: '종결' },
  'destruction.orders.number': { en: 'Order', ko: '지시 번호' },
  'destruction.orders.state': { en: 'State', ko: '상태' },
  'destruction.orders.units': { en: 'Units', ko: '건수' },
  'destruction.orders.requested': { en: 'Requested', ko: '요청 일시' },
  'destruction.orders.by': { en: 'By staff no.', ko: '요청자(직원 번호)' },
  'destruction.orders.mine': { en: '{number} (you)', ko: '{number}(본인)' },
  'destruction.orders.next': { en: 'What is next', ko: '다음 절차' },
  'destruction.orders.certificate': { en: 'Certificate', ko: '확인서' },
  'destruction.orders.empty.open.title': { en: 'No order is open.', ko: '진행 중인 파기 지시가 없습니다.' },
  'destruction.orders.empty.open.text': {
    en: 'An order is made in the review: select what is due and propose its destruction.',
    ko: '파기 검토에서 파기 대상을 선택해 파기를 요청하면 지시서가 만들어집니다.',
  },
  'destruction.orders.empty.open.action': { en: 'To the review', ko: '파기 검토로' },
  'destruction.orders.empty.closed.title': {
    en: 'No order is closed yet.',
    ko: '종결된 파기 지시가 없습니다.',
  },
  'destruction.orders.empty.closed.text': {
    en: 'Orders that were carried out and certified, or rejected, stay here.',
    ko: '집행하여 확인서를 발급한 지시와 반려한 지시가 여기에 남습니다.',
  },

  'destruction.state.proposed': { en: 'Waits for approval', ko: '승인 대기' },
  'destruction.state.approved': { en: 'Waits to be carried out', ko: '집행 대기' },
  'destruction.state.rejected': { en: 'Rejected', ko: '반려' },
  'destruction.state.executing': { en: 'Being carried out', ko: '집행 중' },
  'destruction.state.partly_destroyed': { en: 'Partly destroyed', ko: '일부 파기' },
  'destruction.state.destroyed': { en: 'Destroyed and certified', ko: '파기 완료' },
  'destruction.state.unverified': { en: 'Not verified', ko: '검증 미완료' },

  'destruction.next.rest': { en: 'The rest has to be destroyed', ko: '나머지를 파기해야 합니다' },
  'destruction.duty.partly_destroyed': {
    en: 'A part of this order is destroyed. It is certified once the rest is as well.',
    ko: '이 지시의 일부를 파기하였습니다. 나머지까지 파기하면 확인서를 발급합니다.',
  },
  'destruction.next.approve': { en: 'You can approve it', ko: '승인 또는 반려하세요' },
  'destruction.next.another_approves': {
    en: 'Another reviewer approves',
    ko: '다른 검토자의 승인 필요',
  },
  'destruction.next.execute': { en: 'You can carry it out', ko: '집행하세요' },
  'destruction.next.another_executes': { en: 'An operator carries it out', ko: '파기 수행자의 집행 필요' },
  'destruction.next.verify': { en: 'Verify again', ko: '다시 검증 필요' },
  'destruction.next.resume': { en: 'Is finished by itself', ko: '자동으로 완료됨' },
  'destruction.next.none': { en: 'Nothing', ko: '없음' },

  'destruction.order.title': { en: 'Order {number}', ko: '파기 지시 {number}' },
  'destruction.order.lead': {
    en: '{count, plural, one {# record unit} other {# record units}}, requested on {date} by staff number {staff}.',
    ko: '기록 단위 {count, number}건 · {date}, 직원 번호 {staff} 요청',
  },
  'destruction.order.back': { en: 'All orders', ko: '전체 지시' },
  'destruction.order.next': { en: 'What is next', ko: '다음 절차' },

  'destruction.steps.label': { en: 'Steps of this order', ko: '파기 절차' },
  'destruction.steps.requested': { en: 'Requested', ko: '요청' },
  'destruction.steps.approved': { en: 'Approved', ko: '승인' },
  'destruction.steps.rejected': { en: 'Rejected', ko: '반려' },
  'destruction.steps.carried_out': { en: 'Carried out', ko: '집행' },
  'destruction.steps.certified': { en: 'Certified', ko: '확인서 발급' },
  'destruction.steps.status.done': { en: 'done', ko: '완료' },
  'destruction.steps.status.current': { en: 'now', ko: '진행 중' },
  'destruction.steps.status.waiting': { en: 'not yet', ko: '대기' },
  'destruction.steps.status.stopped': { en: 'stopped', ko: '중단' },
  'destruction.steps.staff': { en: 'Staff number {number}', ko: '직원 번호 {number}' },
  'destruction.steps.in_batches': { en: 'In signed batches', ko: '회차별로 서명함' },
  'destruction.steps.not_yet': { en: 'Not yet', ko: '대기' },
  'destruction.steps.not_reached': { en: 'Not reached', ko: '진행하지 않음' },
  'destruction.steps.not_verified': { en: 'Checks not all passed', ko: '검증 미완료' },
  'destruction.steps.certificate': { en: 'Certificate {number}', ko: '확인서 {number}' },

  'destruction.duty.own_request': {
    en: 'You asked for this destruction; another reviewer has to approve it.',
    ko: '본인이 요청한 파기입니다. 다른 검토자가 승인해야 합니다.',
  },
  'destruction.duty.waits_for_reviewer': {
    en: 'A reviewer other than staff number {staff} has to approve or reject this order.',
    ko: '직원 번호 {staff} 외의 검토자가 승인하거나 반려해야 합니다.',
  },
  'destruction.duty.waits_for_operator': {
    en: 'An operator who neither asked for nor approved this destruction has to carry it out.',
    ko: '요청자도 승인자도 아닌 파기 수행자가 집행해야 합니다.',
  },
  'destruction.duty.requester_cannot_execute': {
    en: 'You asked for this destruction; an operator who did not has to carry it out.',
    ko: '본인이 요청한 파기입니다. 다른 파기 수행자가 집행해야 합니다.',
  },
  'destruction.duty.approver_cannot_execute': {
    en: 'You approved this destruction; an operator who did not has to carry it out.',
    ko: '본인이 승인한 파기입니다. 다른 파기 수행자가 집행해야 합니다.',
  },
  'destruction.duty.you_approve': {
    en: 'Read what is to be destroyed and why it is due. Your answer is signed with your own key, over exactly this order.',
    ko: '무엇을 왜 파기하는지 확인하세요. 승인·반려는 이 지시서에 대해 본인의 키로 서명됩니다.',
  },
  'destruction.duty.you_execute': {
    en: 'The order is approved. Carrying it out destroys the keys of its record units for good.',
    ko: '승인된 지시입니다. 집행하면 해당 기록 단위의 키가 영구히 파기됩니다.',
  },
  'destruction.duty.rejected': {
    en: 'The order was rejected. Its record units are back in the review.',
    ko: '반려된 지시입니다. 기록 단위는 파기 검토 목록으로 돌아갔습니다.',
  },
  'destruction.duty.destroyed': {
    en: 'The record units are destroyed, every check passed, and certificate {number} was issued.',
    ko: '기록 단위를 파기했고 모든 검증을 통과하여 확인서({number})를 발급했습니다.',
  },
  'destruction.duty.paper_destroyed': {
    en: 'The paper is destroyed, every batch is signed, and certificate {number} was issued.',
    ko: '종이 기록을 모두 파기하고 회차별 서명을 마쳐 확인서({number})를 발급했습니다.',
  },
  'destruction.duty.both_destroyed': {
    en: 'Electronic records and paper are destroyed, every check passed, every batch is signed, and certificate {number} was issued.',
    ko: '전자 기록과 종이 기록을 모두 파기했고, 모든 검증과 회차별 서명을 마쳐 확인서({number})를 발급했습니다.',
  },
  'destruction.duty.executing': {
    en: 'The order is being carried out. If it was interrupted it is finished by itself when somebody signs in; it is never left half done.',
    ko: '집행 중입니다. 도중에 중단되더라도 다음에 로그인하면 이어서 끝내며, 중간 상태로 남지 않습니다.',
  },
  'destruction.duty.unverified': {
    en: 'The keys are destroyed, but not every check passed, so no certificate was issued. See the checks below, mend what they name, and verify again.',
    ko: '키는 파기했으나 통과하지 못한 검증 항목이 있어 확인서를 발급하지 않았습니다. 아래 항목을 확인하고 원인을 해결한 뒤 다시 검증하세요.',
  },
  'destruction.duty.unverified_operator': {
    en: 'An operator can repeat the checks.',
    ko: '파기 수행자가 다시 검증할 수 있습니다.',
  },

  'destruction.held.title': {
    en: '{count, plural, one {# record unit of this order is on hold} other {# record units of this order are on hold}}',
    ko: '이 지시의 기록 단위 중 {count, number}건이 보류 중입니다',
  },
  'destruction.held.text': {
    en: 'If the order is carried out while they are, they are left out and stay in the review. The others are destroyed.',
    ko: '보류 중에 집행하면 해당 기록은 제외되어 파기 검토에 남고, 나머지만 파기합니다.',
  },
  'destruction.held.text_approved': {
    en: 'If you carry the order out now, they are left out and return to the review. The certificate names them as kept.',
    ko: '지금 집행하면 해당 기록은 제외되어 파기 검토로 돌아갑니다. 파기 확인서에는 보관 중인 기록으로 적힙니다.',
  },
  'destruction.held.text_everything': {
    en: 'There is nothing else on it, so it cannot be carried out until a hold is released.',
    ko: '보류되지 않은 기록이 없어, 보류를 해제할 때까지 집행할 수 없습니다.',
  },
  'destruction.held.mark': { en: 'On hold', ko: '보류 중' },

  'destruction.digest.invalid.title': {
    en: 'This order is not the one that was signed',
    ko: '서명한 지시서와 내용이 다릅니다',
  },
  'destruction.digest.invalid.text': {
    en: 'Its content no longer has the digest that people signed. It can be neither approved nor carried out. Tell your administrator.',
    ko: '현재 내용의 해시값이 서명한 값과 다릅니다. 승인하거나 집행할 수 없습니다. 관리자에게 알려 주세요.',
  },

  'destruction.approve.action': { en: 'Approve', ko: '승인' },
  'destruction.approve.title': { en: 'Approve order {number}?', ko: '파기 지시({number})를 승인할까요?' },
  'destruction.approve.consequence': {
    en: 'You sign that {count, plural, one {# record unit} other {# record units}} may be destroyed. An operator can carry the order out from then on; you cannot take the approval back.',
    ko: '기록 단위 {count, number}건의 파기를 승인하고 서명합니다. 이후 파기 수행자가 집행할 수 있으며 승인은 취소할 수 없습니다.',
  },
  'destruction.approve.done': {
    en: 'Order {number} is approved.',
    ko: '파기 지시({number})를 승인했습니다.',
  },
  'destruction.duty.you_may_still_reject': {
    en: 'As long as it has not been carried out, you can still reject it: when a record came under a hold, for example.',
    ko: '집행 전이라면 반려할 수 있습니다. 기록 단위에 파기 보류가 걸린 경우 등에 사용합니다.',
  },
  'destruction.reject.action': { en: 'Reject', ko: '반려' },
  'destruction.reject.title': { en: 'Reject order {number}?', ko: '파기 지시({number})를 반려할까요?' },
  'destruction.reject.consequence': {
    en: 'The order is closed and nothing is destroyed. Its {count, plural, one {record unit goes} other {# record units go}} back to the review.',
    ko: '지시를 종결하며 아무것도 파기하지 않습니다. 기록 단위 {count, number}건은 파기 검토 목록으로 돌아갑니다.',
  },
  'destruction.reject.done': {
    en: 'Order {number} is rejected.',
    ko: '파기 지시({number})를 반려했습니다.',
  },

  'destruction.execute.action': { en: 'Carry out', ko: '집행' },
  'destruction.execute.title': {
    en: 'Carry out order {number}?',
    ko: '파기 지시({number})를 집행할까요?',
  },
  'destruction.execute.consequence': {
    en: 'The keys of {count, plural, one {# record unit are destroyed and its rows} other {# record units are destroyed and their rows}} deleted. This cannot be undone by anybody: not by an administrator, not from a backup.',
    ko: '기록 단위 {count, number}건의 키를 파기하고 행을 삭제합니다. 관리자도, 백업으로도 되돌릴 수 없습니다.',
  },
  'destruction.execute.cancelling': {
    en: 'You can stop it until the keys change. From there on it is always finished, even after a power cut.',
    ko: '키를 교체하기 전까지는 중단할 수 있습니다. 그 뒤에는 정전이 되더라도 반드시 끝까지 진행합니다.',
  },
  'destruction.execute.confirm': {
    en: 'Destroy {count, plural, one {# record unit} other {# record units}}',
    ko: '기록 단위 {count, number}건 파기',
  },
  'destruction.execute.running': { en: 'Carrying out order {number}', ko: '파기 지시 {number} 집행 중' },
  'destruction.execute.can_stop': {
    en: 'Can still be stopped: no key has changed.',
    ko: '아직 중단할 수 있습니다. 교체된 키가 없습니다.',
  },
  'destruction.execute.cannot_stop': {
    en: 'The keys have changed: it is now finished in any case. You can go on working meanwhile.',
    ko: '키가 교체되었습니다. 이제 끝까지 진행하며, 그동안 다른 업무를 계속할 수 있습니다.',
  },
  'destruction.execute.cancelled': {
    en: 'The execution was stopped before any key changed. Nothing was destroyed; the order can be carried out again.',
    ko: '키를 교체하기 전에 집행을 중단했습니다. 파기된 것은 없으며 다시 집행할 수 있습니다.',
  },
  'destruction.execute.done': {
    en: 'Destroyed and verified. Certificate {number} was issued.',
    ko: '파기와 검증을 마쳤습니다. 확인서({number})를 발급했습니다.',
  },
  'destruction.execute.unverified': {
    en: 'The keys are destroyed, but not every check passed. The order stays open.',
    ko: '키는 파기했으나 통과하지 못한 검증 항목이 있습니다. 지시는 종결되지 않았습니다.',
  },
  'destruction.verify.action': { en: 'Verify again', ko: '다시 검증' },
  'destruction.verify.running': { en: 'Verifying order {number}', ko: '파기 지시 {number} 검증 중' },

  // The steps an execution reports, by the code of its progress event.
  'destruction.step.check_order': {
    en: 'Checking approval, signatures and holds',
    ko: '승인·서명·보류 여부 확인',
  },
  'destruction.step.write_intent': { en: 'Writing down what will be destroyed', ko: '파기 대상 확정 기록' },
  'destruction.step.destroy_keys': { en: 'Changing and destroying keys', ko: '키 교체 및 파기' },
  'destruction.step.delete_rows': { en: 'Deleting rows and attachments', ko: '행과 첨부 파일 삭제' },
  'destruction.step.rekey_database': { en: 'Re-encrypting the database', ko: '데이터베이스 재암호화' },
  'destruction.step.verify': { en: 'Verifying the destruction', ko: '파기 결과 검증' },
  'destruction.step.certify': { en: 'Issuing the certificate', ko: '확인서 발급' },

  'destruction.signatures.title': { en: 'Signatures', ko: '서명' },
  'destruction.signatures.deed': { en: 'Deed', ko: '행위' },
  'destruction.signatures.staff': { en: 'Staff no.', ko: '직원 번호' },
  'destruction.signatures.at': { en: 'Time', ko: '일시' },
  'destruction.signatures.signature': { en: 'Signature', ko: '서명 확인' },
  'destruction.signatures.valid': { en: 'Valid', ko: '유효' },
  'destruction.signatures.invalid': { en: 'Not valid', ko: '유효하지 않음' },
  'destruction.signatures.digest': { en: 'Digest of the order', ko: '지시서 해시값' },
  'destruction.signatures.digest.text': {
    en: 'What everybody signed. It was computed anew from the order just now and is the same.',
    ko: '모든 서명의 대상입니다. 방금 지시서에서 다시 계산한 값과 일치합니다.',
  },
  'destruction.deed.request': { en: 'Request', ko: '요청' },
  'destruction.deed.approve': { en: 'Approval', ko: '승인' },
  'destruction.deed.reject': { en: 'Rejection', ko: '반려' },
  'destruction.deed.execute': { en: 'Execution', ko: '집행' },

  'destruction.verification.title': { en: 'Verification', ko: '검증 결과' },
  'destruction.verification.lead': {
    en: 'What was checked after the keys changed, what was compared, and what came of it.',
    ko: '키를 교체한 뒤 확인한 항목과 비교한 값, 그 결과입니다.',
  },
  'destruction.verification.check': { en: 'Check', ko: '확인 항목' },
  'destruction.verification.compared': { en: 'Compared', ko: '비교한 값' },
  'destruction.verification.result': { en: 'Result', ko: '결과' },
  'destruction.verification.pass': { en: 'Pass', ko: '적합' },
  'destruction.verification.fail': { en: 'Fail', ko: '부적합' },
  'destruction.verification.unknown': { en: 'Unknown', ko: '확인 불가' },
  'destruction.verification.unknown.text': {
    en: 'This could not be checked on this computer.',
    ko: '이 컴퓨터에서 확인하지 못했습니다.',
  },
  'destruction.verification.other': { en: '{name} {value}', ko: '{name} {value}' },

  'destruction.check.database_key_superseded': {
    en: 'Superseded database key',
    ko: '교체 전 데이터베이스 키',
  },
  'destruction.check.data_keys_absent': { en: 'Data keys of the units', ko: '기록 단위의 데이터 키' },
  'destruction.check.sampled_ciphertext_unreadable': { en: 'Sampled ciphertext', ko: '암호문 표본' },
  'destruction.check.superseded_files_absent': { en: 'Superseded key files', ko: '교체 전 키 파일' },
  'destruction.check.rows_absent': { en: 'Rows of the units', ko: '기록 단위의 행' },
  'destruction.check.attachments_absent': { en: 'Attachment files', ko: '첨부 파일' },
  'destruction.check.no_residue': { en: 'Free pages and write-ahead log', ko: '빈 페이지와 로그 파일' },
  'destruction.check.counts_match': { en: 'Record counts', ko: '기록 건수' },
  'destruction.check.failed.database_key_superseded': {
    en: 'The superseded key still opens the database.',
    ko: '교체 전 키로 데이터베이스가 열립니다.',
  },
  'destruction.check.failed.data_keys_absent': {
    en: 'Data keys of the units are still in the key vault.',
    ko: '기록 단위의 데이터 키가 키 보관소에 남아 있습니다.',
  },
  'destruction.check.failed.sampled_ciphertext_unreadable': {
    en: 'Sampled ciphertext of the units could still be decrypted.',
    ko: '암호문 표본이 복호화되었습니다.',
  },
  'destruction.check.failed.superseded_files_absent': {
    en: 'Superseded key files are still in the data folder.',
    ko: '교체 전 키 파일이 데이터 폴더에 남아 있습니다.',
  },
  'destruction.check.failed.rows_absent': {
    en: 'Rows of the units are still in the database.',
    ko: '기록 단위의 행이 데이터베이스에 남아 있습니다.',
  },
  'destruction.check.failed.attachments_absent': {
    en: 'Attachment files of the units are still in the data folder.',
    ko: '기록 단위의 첨부 파일이 데이터 폴더에 남아 있습니다.',
  },
  'destruction.check.failed.no_residue': {
    en: 'Free pages or the write-ahead log still hold something.',
    ko: '빈 페이지나 로그 파일에 데이터가 남아 있습니다.',
  },
  'destruction.check.failed.counts_match': {
    en: 'The record counts are not the expected ones.',
    ko: '기록 건수가 예상과 다릅니다.',
  },

  'destruction.units.title': { en: 'Record units', ko: '기록 단위' },
  'destruction.units.unit': { en: 'Record unit', ko: '기록 단위' },
  'destruction.units.category': { en: 'Category', ko: '기록 분류' },
  'destruction.units.basis': { en: 'Basis', ko: '보유 근거' },
  'destruction.units.cause': { en: 'Reason', ko: '파기 사유' },
  'destruction.units.triggered': { en: 'Collected', ko: '수집일' },
  'destruction.units.kept_through': { en: 'Kept through', ko: '보유 만료일' },
  'destruction.units.due': { en: 'Due', ko: '파기 예정일' },
  'destruction.cause.period_ends': { en: 'Period ended', ko: '보유 기간 만료' },
  'destruction.cause.consent_withdrawn': { en: 'Consent withdrawn', ko: '동의 철회' },
  'destruction.cause.consent_expired': { en: 'Consent expired', ko: '동의 기간 만료' },
  'destruction.cause.purpose_fulfilled': { en: 'Purpose fulfilled', ko: '목적 달성' },
  'destruction.cause.ended_but_obliged': {
    en: 'Purpose over; legal period ended',
    ko: '목적 종료 후 법정 기간 만료',
  },
  'destruction.cause.retained': { en: 'Retained; extension ended', ko: '연장 보유 기간 만료' },
  'destruction.cause.withdrawn_but_obliged': {
    en: 'Withdrawn; legal period ended',
    ko: '철회 후 법정 기간 만료',
  },

  'destruction.certificate.open': { en: 'Open certificate {number}', ko: '확인서 {number} 보기' },
});
