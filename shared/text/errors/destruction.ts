import type { Message } from '../language.ts';

export const destructionErrors = {
  'error.unit_not_due': {
    en: 'A record is not due before {date}. Nothing is destroyed early.',
    ko: '{date} 이전에는 파기할 수 없는 기록이 있습니다. 기한 전에는 파기하지 않습니다.',
  },
  'error.unit_set_aside': {
    en: 'A record was set aside to be looked at by itself. It is not taken along with others: decide about it alone, or take it back first.',
    ko: '개별 검토로 따로 둔 기록이 있습니다. 다른 기록과 함께 처리할 수 없으니 한 건만 선택하거나 먼저 따로 두기를 해제해 주십시오.',
  },
  'error.approval_twice': {
    en: 'You have approved this order already. The next stage is for somebody else.',
    ko: '이미 승인한 지시입니다. 다음 단계는 다른 사람이 승인해야 합니다.',
  },
  'error.approval_for_requester': {
    en: 'Whoever you stand in for asked for this destruction, so it cannot be decided in their place. Somebody else has to.',
    ko: '대행 대상인 사람이 요청한 파기이므로 그 사람을 대신해 결정할 수 없습니다. 다른 검토자가 결정해야 합니다.',
  },
  'error.delegation_to_oneself': {
    en: 'Nobody can give themselves the right to approve. Name somebody else.',
    ko: '승인 권한을 본인에게 줄 수 없습니다. 다른 사람을 대행자로 지정해 주십시오.',
  },
  'error.delegation_of_nothing': {
    en: 'That person does not approve destructions, so there is nothing to stand in for.',
    ko: '파기를 승인하는 사람이 아니어서 대행할 권한이 없습니다.',
  },
  'error.delegation_to_nobody': {
    en: 'That person is not on the staff any more. Name somebody else.',
    ko: '더 이상 근무하지 않는 직원입니다. 다른 사람을 대행자로 지정해 주십시오.',
  },
  'error.delegation_to_auditor': {
    en: 'An auditor checks what was approved and cannot approve it. Name somebody else.',
    ko: '감사자는 승인 결과를 점검하는 사람이므로 승인을 대행할 수 없습니다. 다른 사람을 지정해 주십시오.',
  },
  'error.delegation_too_long': {
    en: 'Somebody can stand in for {days, plural, one {# day} other {# days}} at most. For longer, give them the role.',
    ko: '대행 기간은 최대 {days, number}일입니다. 더 길면 역할을 변경해 주십시오.',
  },
  'error.delegation_overlaps': {
    en: 'Somebody stands in for that person on some of these days already. End that first, or choose other days.',
    ko: '같은 기간에 이미 지정된 대행자가 있습니다. 먼저 그 대행을 끝내거나 다른 기간을 선택해 주십시오.',
  },
  'error.unit_open': {
    en: 'A record still waits for the event from which its period is counted. It has no due date yet, so it cannot be destroyed.',
    ko: '보유 기간의 기산 사유가 아직 발생하지 않은 기록이 있습니다. 파기 예정일이 정해지지 않아 파기할 수 없습니다.',
  },
  'error.unit_held': {
    en: 'A record is under a hold. Have the hold released first, or leave the record out.',
    ko: '파기가 보류된 기록이 있습니다. 먼저 보류를 해제하거나 해당 기록을 제외해 주십시오.',
  },
  'error.unit_on_another_order': {
    en: 'A record is on another open order already. Leave it out.',
    ko: '이미 다른 파기 지시에 포함된 기록이 있습니다. 해당 기록을 제외해 주십시오.',
  },
  'error.units_repeated': { en: 'A record was chosen twice.', ko: '같은 기록이 두 번 선택되었습니다.' },
  'error.order_changed': {
    en: 'The order is not the one you were shown. Open it again and check it before you decide.',
    ko: '확인한 파기 지시와 내용이 다릅니다. 다시 열어 확인한 뒤 결정해 주십시오.',
  },
  'error.order_not_awaiting_approval': {
    en: 'This order is not waiting for a decision any more.',
    ko: '승인 대기 중인 파기 지시가 아닙니다.',
  },
  'error.approval_by_requester': {
    en: 'You asked for this destruction, so somebody else has to decide on it.',
    ko: '본인이 요청한 파기는 본인이 승인하거나 반려할 수 없습니다. 다른 검토자가 결정해야 합니다.',
  },
  'error.order_not_approved': {
    en: 'This order has not been approved. A second person has to approve it first.',
    ko: '승인되지 않은 파기 지시입니다. 다른 사람의 승인이 먼저 필요합니다.',
  },
  'error.order_already_executed': {
    en: 'This order has been carried out already. It cannot be carried out twice.',
    ko: '이미 집행된 파기 지시입니다. 다시 집행할 수 없습니다.',
  },
  'error.order_not_unverified': {
    en: 'There is nothing to verify again: this order is not waiting for verification.',
    ko: '검증을 기다리는 파기 지시가 아니므로 다시 검증할 내용이 없습니다.',
  },
  'error.window_not_set': {
    en: 'The office has no window for scheduled destructions. Carry it out by hand, or have two people set a window in the settings of retention.',
    ko: '예약 집행 시간이 정해져 있지 않습니다. 직접 집행하거나, 보유·파기 설정에서 두 사람이 집행 시간을 정해야 합니다.',
  },
  'error.schedule_open': {
    en: 'This order is scheduled already. Withdraw that first.',
    ko: '이미 집행이 예약된 지시입니다. 먼저 예약을 취소해 주십시오.',
  },
  'error.schedule_not_open': {
    en: 'This order is not scheduled any more: it was carried out, or the schedule has ended.',
    ko: '예약 중인 지시가 아닙니다. 이미 집행했거나 예약이 끝났습니다.',
  },
  'error.schedule_without_window': {
    en: 'No window opens by that day. Choose a later one.',
    ko: '그날까지 시작되는 집행 시간이 없습니다. 더 늦은 날짜를 선택해 주십시오.',
  },
  'error.schedule_too_long': {
    en: 'An order can be scheduled for {days, plural, one {# day} other {# days}} ahead at most.',
    ko: '최대 {days, number}일 뒤까지 예약할 수 있습니다.',
  },
  'error.execution_by_approver': {
    en: 'You approved this destruction, so another operator has to carry it out.',
    ko: '본인이 승인한 파기는 집행할 수 없습니다. 다른 파기 수행자가 집행해야 합니다.',
  },
  'error.execution_by_requester': {
    en: 'You asked for this destruction, so another operator has to carry it out.',
    ko: '본인이 요청한 파기는 집행할 수 없습니다. 다른 파기 수행자가 집행해야 합니다.',
  },
  'error.signature_invalid': {
    en: 'A signature on this order does not fit. It is not carried out. Tell your administrator.',
    ko: '파기 지시의 서명이 맞지 않아 집행하지 않습니다. 관리자에게 알려 주십시오.',
  },
  'error.clock_jumped_forward': {
    en: 'The computer’s clock is far beyond the last day this office was open. Nothing is destroyed until a reviewer has confirmed the date.',
    ko: '컴퓨터의 날짜가 이 사무소를 마지막으로 연 날보다 훨씬 뒤입니다. 검토자가 날짜를 확인할 때까지 파기하지 않습니다.',
  },
  'error.clock_went_back': {
    en: 'The computer’s clock is behind the last time this office was used. Nothing is destroyed until it is set right.',
    ko: '컴퓨터 시계가 마지막 사용 시각보다 늦습니다. 시계를 바로잡기 전에는 파기하지 않습니다.',
  },
  'error.execution_interrupted': {
    en: 'The destruction was interrupted because the office was closed. What had been begun is finished and checked when somebody signs in next.',
    ko: '사무소를 닫아 파기 작업이 중단되었습니다. 시작된 파기는 다음에 누군가 로그인할 때 이어서 끝내고 확인합니다.',
  },
  'error.order_without_electronic': {
    en: 'This order holds paper alone. It is destroyed batch by batch on the page of its paper.',
    ko: '종이 기록만 있는 지시입니다. 종이 기록 화면에서 회차별로 파기해 주십시오.',
  },
  'error.level_too_low': {
    en: 'This paper needs security level {needed} or higher; the machine reaches {level}. Use another machine, or one that incinerates.',
    ko: '이 종이 기록에는 {needed} 등급 이상이 필요하지만 장비 등급은 {level}입니다. 다른 장비를 쓰거나 소각해 주십시오.',
  },
  'error.machine_level': {
    en: 'A shredder has a security level, from P-1 to P-7; an incinerator has none.',
    ko: '파쇄 장비에는 보안 등급(P-1~P-7)을 정하고, 소각 장비에는 정하지 않습니다.',
  },
  'error.machine_retired': {
    en: 'This machine is no longer in use. Choose another one.',
    ko: '사용을 중지한 장비입니다. 다른 장비를 선택해 주십시오.',
  },
  'error.vendor_not_certified': {
    en: 'No certification is recorded for this vendor. Record it under “Machines and vendors” first.',
    ko: '이 파쇄 업체의 인증이 등록되어 있지 않습니다. 먼저 ‘장비와 업체’에서 등록해 주십시오.',
  },
  'error.vendor_certification_expired': {
    en: 'The certification of this vendor ended on {date}. Nothing is handed to it until a new one is recorded.',
    ko: '이 파쇄 업체의 인증이 {date}에 만료되었습니다. 새 인증을 등록하기 전에는 넘길 수 없습니다.',
  },
  'error.paper_not_on_order': {
    en: 'This is not on the order. Put it back where it was.',
    ko: '이 지시에 없는 것입니다. 제자리에 돌려놓으십시오.',
  },
  'error.paper_unit_elsewhere': {
    en: '{state, select, to_pull {It is to be on its shelf still: scan it off the pulling list first.} pulled {It is fetched, but not sealed.} sealed {It is sealed already.} with_vendor {It is with the vendor.} fed {It has gone into the machine already.} to_return {It is to go back to its shelf.} destroyed {It is destroyed already.} other {It was taken off the order.}}',
    ko: '{state, select, to_pull {아직 보관 위치에 있는 것으로 되어 있습니다. 먼저 꺼내기에서 스캔하십시오.} pulled {꺼냈으나 봉인하지 않았습니다.} sealed {이미 봉인하였습니다.} with_vendor {파쇄 업체에 있습니다.} fed {이미 장비에 투입하였습니다.} to_return {제자리로 돌려놓아야 합니다.} destroyed {이미 파기하였습니다.} other {지시에서 제외되었습니다.}}',
  },
  'error.paper_missing_from_shelf': {
    en: '{code} is missing. Find it first, or leave it out.',
    ko: '{code}: 분실 상태입니다. 먼저 찾거나 제외해 주십시오.',
  },
  'error.paper_off_its_shelf': {
    en: 'Paper of this order is not on its shelf any more. Have it put back first, or have it destroyed.',
    ko: '이 지시의 종이 기록이 보관 위치에 없습니다. 먼저 돌려놓거나 파기를 마쳐 주십시오.',
  },
  'error.part_open': {
    en: 'A part of {code} is to be destroyed by itself. Carry that out or take it back first; then the whole can be ordered.',
    ko: '{code}: 따로 파기하기로 한 부분이 있습니다. 그 부분 파기를 마치거나 취소한 뒤 전체를 지시에 올리십시오.',
  },
  'error.part_twice': {
    en: 'Two parts of {code} are on this order. Put them onto two orders, one after the other.',
    ko: '{code}: 같은 지시에 부분이 둘 올라 있습니다. 지시를 나누어 차례로 파기하십시오.',
  },
  'error.part_by_other_means': {
    en: '{way, select, mask {What is to be masked goes into no machine: begin a batch of masking by hand.} punch {What is to be punched out goes into no machine: begin a batch of punching by hand.} cut_out {What is cut out goes into a machine: begin a batch of a machine.} other {This is destroyed as a whole: begin a batch of a machine.}}',
    ko: '{way, select, mask {마스킹할 것은 장비에 넣지 않습니다. 마스킹 회차를 시작하십시오.} punch {천공할 것은 장비에 넣지 않습니다. 천공 회차를 시작하십시오.} cut_out {잘라낸 것은 장비로 파기합니다. 장비를 쓰는 회차를 시작하십시오.} other {전체를 파기하는 것입니다. 장비를 쓰는 회차를 시작하십시오.}}',
  },
  'error.part_not_sealed': {
    en: 'A part is destroyed at the office, and its record goes back to the shelf: it is not sealed. Take it out of the selection.',
    ko: '부분 파기 대상은 사무소에서 처리하고 나머지는 제자리로 돌려놓으므로 봉인하지 않습니다. 선택에서 빼십시오.',
  },
  'error.hand_work_is_counted': {
    en: 'What is masked or punched is counted in sheets, not weighed.',
    ko: '마스킹이나 천공은 무게가 아니라 매수로 셉니다.',
  },
  'error.residue_of_masking': {
    en: 'Nothing is left over of what was masked. Choose “Nothing left over”.',
    ko: '마스킹한 뒤에는 잔재물이 없습니다. ‘잔재물 없음’을 선택하십시오.',
  },
  'error.residue_missing': {
    en: 'Say what becomes of what is left over.',
    ko: '잔재물을 어떻게 처리하는지 선택하십시오.',
  },
  'error.unit_not_held': {
    en: 'No hold is on it. Choose another reason for taking it off the order.',
    ko: '파기 보류 중이 아닙니다. 지시에서 제외하는 다른 사유를 선택하십시오.',
  },
  'error.seal_used': {
    en: 'This seal number has been used before. Every seal has a number of its own.',
    ko: '이미 사용한 봉인 번호입니다. 봉인마다 번호가 달라야 합니다.',
  },
  'error.custody_with_another': {
    en: 'Somebody else has this container. Only who has it can hand it over.',
    ko: '다른 사람이 보관 중인 용기입니다. 보관 중인 사람만 인계할 수 있습니다.',
  },
  'error.custody_to_oneself': {
    en: 'A container is handed over to somebody else.',
    ko: '본인에게 인계할 수 없습니다.',
  },
  'error.batch_running': {
    en: 'A batch of this order is running or waits for signatures. Finish it first.',
    ko: '이 지시에서 진행 중이거나 서명을 기다리는 회차가 있습니다. 먼저 끝내 주십시오.',
  },
  'error.batch_in_another_state': {
    en: 'This batch is {state, select, running {running} stopped {stopped and waits for signatures} with_vendor {with the vendor} finished {finished} other {given up}}. Look at it again.',
    ko: '이 회차는 {state, select, running {진행 중} stopped {서명 대기} with_vendor {파쇄 업체 처리 중} finished {완료} other {취소}} 상태입니다. 다시 확인해 주십시오.',
  },
  'error.batch_of_another_operator': {
    en: 'Another operator began this batch and has to end it.',
    ko: '다른 파기 수행자가 시작한 회차입니다. 시작한 사람이 끝내야 합니다.',
  },
  'error.witness_is_operator': {
    en: 'The operator cannot be the witness. Choose another person.',
    ko: '파기 수행자는 입회자가 될 수 없습니다. 다른 사람을 선택해 주십시오.',
  },
  'error.witness_is_approver': {
    en: 'Whoever approved the order cannot be its witness. Choose another person.',
    ko: '지시를 승인한 사람은 입회자가 될 수 없습니다. 다른 사람을 선택해 주십시오.',
  },
  'error.witness_password_wrong': {
    en: 'The witness’s password is wrong.',
    ko: '입회자의 비밀번호가 맞지 않습니다.',
  },
  'error.difference_unexplained': {
    en: 'There is a difference of {difference, number} from what was registered. Say what explains it.',
    ko: '등록한 수량과 {difference, number}만큼 차이가 있습니다. 사유를 선택해 주십시오.',
  },
  'error.difference_absent': {
    en: 'There is no difference to explain.',
    ko: '차이가 없으므로 사유를 선택하지 않습니다.',
  },
  'error.photograph_unreadable': {
    en: 'This is no whole photograph. Take a JPEG or PNG file that opens.',
    ko: '온전한 사진 파일이 아닙니다. 열리는 JPEG 또는 PNG 파일을 선택해 주십시오.',
  },
  'error.order_file_destroyed': {
    en: 'This file was destroyed when its period ended.',
    ko: '보유 기간이 지나 파기한 파일입니다.',
  },
} satisfies Record<string, Message>;
