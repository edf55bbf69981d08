import { defineMessages } from './language.ts';
import { officeEntranceMessages } from './office-entrance.ts';

/** The desk itself: shell, home, users. What stands before the desk (first run, sign-in, lock) is in office-entrance.ts. */
export const officeMessages = defineMessages({
  ...officeEntranceMessages,

  'office.preferences.language': { en: 'Language', ko: '언어' },
  'office.preferences.theme': { en: 'Appearance', ko: '화면 모드' },
  'office.preferences.light': { en: 'Light', ko: '밝게' },
  'office.preferences.dark': { en: 'Dark', ko: '어둡게' },
  'office.preferences.system': { en: 'Auto', ko: '자동' },

  'office.shell.skip': { en: 'Skip to the content', ko: '본문으로 건너뛰기' },
  'office.shell.keys': { en: 'Keyboard', ko: '단축키' },
  'office.session.lock': { en: 'Lock', ko: '잠금' },
  'office.session.sign_out': { en: 'Sign out', ko: '로그아웃' },

  'office.spine.aside': { en: 'Way and session', ko: '단계와 사용자' },
  'office.spine.home': { en: 'Ashbook, to the desk', ko: 'Ashbook, 업무 홈으로 이동' },
  'office.spine.label': { en: 'The way through the stages', ko: '처리 단계' },
  'office.spine.closed': { en: 'Not among your roles', ko: '담당 업무가 아닙니다' },
  'office.spine.office': { en: 'What waits today', ko: '오늘 할 일' },
  'office.spine.collection': {
    en: '{people, plural, one {# person} other {# people}}, {forms, plural, one {# form} other {# forms}}',
    ko: '정보주체 {people, number}명, 동의서 {forms, number}종',
  },
  'office.spine.provision': {
    en: '{uses, plural, one {# use} other {# uses}} today, {vendors, plural, one {# vendor} other {# vendors}}',
    ko: '오늘 이용 {uses, number}건, 수탁자 {vendors, number}곳',
  },
  'office.spine.retention': {
    en: '{due, number} due, {held, number} on hold',
    ko: '도래 {due, number}건, 보류 {held, number}건',
  },
  'office.spine.retention_late': {
    en: '{due, number} due, {late, number} late',
    ko: '도래 {due, number}건, 지연 {late, number}건',
  },
  'office.spine.paper': {
    en: '{boxes, plural, =0 {nothing registered} one {# box or folder} other {# boxes and folders}}',
    ko: '{boxes, plural, =0 {등록 없음} other {상자·철 #개}}',
  },
  'office.spine.paper_missing': { en: '{missing, number} missing', ko: '분실 {missing, number}개' },
  'office.spine.paper_out': {
    en: '{late, number} not brought back in time',
    ko: '반납 지연 {late, number}개',
  },
  'office.spine.destruction': {
    en: '{proposed, number} to approve, {approved, number} to do',
    ko: '승인 대기 {proposed, number}건, 집행 대기 {approved, number}건',
  },
  'office.spine.destruction_interrupted': {
    en: '{interrupted, number} to finish, {proposed, number} to approve',
    ko: '미완료 {interrupted, number}건, 승인 대기 {proposed, number}건',
  },
  'office.spine.register': {
    en: '{certificates, plural, one {# certificate} other {# certificates}}',
    ko: '파기 확인서 {certificates, number}건',
  },

  'office.role.clerk': { en: 'Clerk', ko: '접수 담당자' },
  'office.role.reviewer': { en: 'Reviewer', ko: '검토자' },
  'office.role.operator': { en: 'Operator', ko: '파기 수행자' },
  'office.role.auditor': { en: 'Auditor', ko: '감사자' },
  'office.role.custodian': { en: 'Custodian', ko: '분리보관 담당자' },
  'office.role.administrator': { en: 'Administrator', ko: '관리자' },
  'office.role.clerk_does': {
    en: 'Takes consents, opens people’s data, records what is given to vendors.',
    ko: '동의를 받고, 개인정보를 열람하며, 수탁자에게 제공한 내역을 기록합니다.',
  },
  'office.role.reviewer_does': {
    en: 'Publishes forms, looks after retention, asks for destruction or approves it.',
    ko: '동의서를 게시하고 보유 기간을 관리하며, 파기를 요청하거나 승인합니다.',
  },
  'office.role.operator_does': {
    en: 'Carries out an approved destruction.',
    ko: '승인된 파기를 집행합니다.',
  },
  'office.role.auditor_does': {
    en: 'Reads everything but people’s data; changes nothing.',
    ko: '개인정보를 제외한 모든 기록을 열람합니다. 변경은 할 수 없습니다.',
  },
  'office.role.custodian_does': {
    en: 'Opens what is retained separately, to answer the person or where a law demands it. Answers requests.',
    ko: '분리보관된 기록을 정보주체의 요구나 법령에 따라 엽니다. 정보주체의 요구를 처리합니다.',
  },
  'office.role.administrator_does': {
    en: 'Adds users, publishes forms and rules. Sees no person’s data.',
    ko: '사용자를 추가하고 동의서와 보유 기준을 관리합니다. 개인정보는 볼 수 없습니다.',
  },

  'office.user.display_name': { en: 'Name', ko: '이름' },
  'office.user.display_name_hint': {
    en: 'As colleagues know the person.',
    ko: '사무소에서 부르는 이름입니다.',
  },
  'office.user.sign_in_name': { en: 'Sign-in name', ko: '로그인 이름' },
  'office.user.sign_in_name_hint': {
    en: 'Letters, digits and . _ - without spaces.',
    ko: '글자, 숫자, . _ - 만 쓰고 띄어 쓰지 않습니다.',
  },
  'office.user.sign_in_name_short': { en: 'At least 2 characters.', ko: '두 글자 이상 입력해 주세요.' },
  'office.user.sign_in_name_letters': {
    en: 'Only letters, digits and . _ - are possible.',
    ko: '글자, 숫자, . _ - 만 사용할 수 있습니다.',
  },
  'office.user.password': { en: 'Password', ko: '비밀번호' },
  'office.user.roles': { en: 'Roles', ko: '역할' },
  'office.user.roles_none': { en: 'Choose at least one role.', ko: '역할을 하나 이상 선택해 주세요.' },

  'office.users.title': { en: 'Users and roles', ko: '사용자와 역할' },
  'office.users.lead': {
    en: 'Certificates and the audit log name people by their staff number, never by name.',
    ko: '파기 확인서와 감사 기록에는 이름 대신 직원 번호가 표시됩니다.',
  },
  'office.users.staff_number': { en: 'Staff no.', ko: '직원 번호' },
  'office.users.added': { en: 'Added', ko: '등록 일시' },
  'office.users.add': { en: 'Add a user', ko: '사용자 추가' },
  'office.users.add_title': { en: 'Add a user', ko: '사용자 추가' },
  'office.users.added_notice': {
    en: 'Staff number {number, number} can sign in now.',
    ko: '직원 번호 {number, number}번 사용자를 추가했습니다. 이제 로그인할 수 있습니다.',
  },

  'office.home.title': { en: 'What waits today', ko: '오늘 할 일' },
  'office.home.lead': {
    en: 'The most pressing stands first.',
    ko: '급한 일부터 보여 드립니다.',
  },
  'office.home.way': { en: 'What lies in each stage', ko: '단계별 현황' },
  'office.home.nothing': { en: 'Nothing presses today.', ko: '오늘 급한 일은 없습니다.' },
  'office.home.nothing_text': {
    en: 'As soon as a record is due, or somebody asks for an approval, it stands here.',
    ko: '보유 기간이 끝난 기록이나 승인 요청이 생기면 여기에 표시됩니다.',
  },
  'office.home.duties': {
    en: 'Too few people for a destruction',
    ko: '파기 업무를 나눌 인원이 부족합니다',
  },
  'office.home.duties_text': {
    en: 'One destruction takes three people: a reviewer who asks for it, another who approves it, and an operator who carries it out.',
    ko: '파기 한 건에는 세 사람이 필요합니다. 검토자 한 명이 요청하고, 다른 검토자가 승인하며, 파기 수행자가 집행합니다.',
  },

  'office.count.people': { en: 'People', ko: '정보주체' },
  'office.count.consents': { en: 'Consents', ko: '동의' },
  'office.count.forms': { en: 'Consent forms', ko: '동의서' },
  'office.count.uses': { en: 'Uses today', ko: '오늘 이용' },
  'office.count.vendors': { en: 'Vendors', ko: '수탁자' },
  'office.count.active': { en: 'In use', ko: '보유 중' },
  'office.count.separated': { en: 'Kept apart', ko: '분리보관' },
  'office.count.held': { en: 'On hold', ko: '파기 보류' },
  'office.count.due': { en: 'Due', ko: '파기 시기 도래' },
  'office.count.boxes': { en: 'Boxes, folders', ko: '상자·철' },
  'office.count.away': { en: 'Away', ko: '반출·인계 중' },
  'office.count.missing': { en: 'Missing', ko: '분실' },
  'office.count.proposed': { en: 'To be approved', ko: '승인 대기' },
  'office.count.approved': { en: 'To be carried out', ko: '집행 대기' },
  'office.count.interrupted': { en: 'To be finished', ko: '미완료' },
  'office.count.certificates': { en: 'Certificates', ko: '파기 확인서' },

  'office.task.audit_log': {
    en: 'The audit log does not hold.',
    ko: '감사 기록이 일치하지 않습니다.',
  },
  'office.task.audit_log_reason': {
    en: 'Entries were changed, removed or cut off outside the application. Look at what was found, change nothing, and keep a copy of the data folder.',
    ko: '프로그램 밖에서 기록이 바뀌거나 지워졌습니다. 검증 결과를 확인하고, 아무것도 변경하지 말고 자료 폴더의 사본을 보관해 주십시오.',
  },
  'office.task.audit_log_open': { en: 'See what was found', ko: '검증 결과 보기' },
  'office.task.clock': {
    en: 'This computer’s clock cannot be believed.',
    ko: '컴퓨터의 날짜를 믿을 수 없습니다.',
  },
  'office.task.clock_reason': {
    en: 'Nothing is destroyed by a wrong clock. Set the computer’s date right, or have a reviewer confirm it.',
    ko: '시계가 틀린 동안에는 아무것도 파기하지 않습니다. 컴퓨터의 날짜를 바로잡거나 검토자가 날짜를 확인해야 합니다.',
  },
  'office.task.overdue': {
    en: '{count, plural, one {# record unit is late} other {# record units are late}}',
    ko: '파기가 지연된 기록 단위가 {count, number}건 있습니다',
  },
  'office.task.paper_missing': {
    en: '{count, plural, one {One box or folder is missing} other {# boxes and folders are missing}}',
    ko: '분실된 상자·철 {count, number}개',
  },
  'office.task.paper_missing_reason': {
    en: 'Paper that cannot be found can be neither protected nor destroyed. Look for it, and report what is found.',
    ko: '찾을 수 없는 종이 기록은 보호할 수도 파기할 수도 없습니다. 찾은 뒤 찾았다고 등록해 주십시오.',
  },
  'office.task.paper_out': {
    en: '{count, plural, one {One box was not brought back in time} other {# boxes were not brought back in time}}',
    ko: '반납 예정일이 지난 상자·철 {count, number}개',
  },
  'office.task.paper_out_reason': {
    en: 'Ask whoever has taken it, and check it in.',
    ko: '가져간 사람에게 확인하고 반납 처리해 주십시오.',
  },
  'office.task.look_at_paper': { en: 'To the registry', ko: '등록 대장 보기' },
  'office.task.overdue_reason': {
    en: 'More than five days have passed since the period ended.',
    ko: '보유 기간이 끝난 지 5일이 넘었습니다.',
  },
  'office.task.orders_late': {
    en: '{count, plural, one {# destruction order is late} other {# destruction orders are late}}',
    ko: '기한이 지난 파기 지시가 {count, number}건 있습니다',
  },
  'office.task.orders_late_reason': {
    en: 'They hold records that should have been destroyed by now. Approve them, or have them carried out.',
    ko: '이미 파기했어야 할 기록이 들어 있습니다. 승인하거나 집행해 주세요.',
  },
  'office.task.late_soon': {
    en: '{count, plural, one {# record unit is late from {date} on} other {# record units are about to be late, the first from {date} on}}',
    ko: '곧 지연되는 기록 단위가 {count, number}건 있습니다(가장 빠른 것은 {date}부터)',
  },
  'office.task.late_soon_reason': {
    en: 'Three people have to act one after another: ask for the destruction today.',
    ko: '요청·승인·집행에 세 사람이 차례로 필요하니 오늘 파기를 요청해 주세요.',
  },
  'office.task.orders_late_soon': {
    en: '{count, plural, one {# destruction order is} other {# destruction orders are}} about to be late',
    ko: '곧 기한이 지나는 파기 지시가 {count, number}건 있습니다',
  },
  'office.task.orders_late_soon_reason': {
    en: 'The days allowed for the records on them end within two days.',
    ko: '지시에 든 기록의 파기 기한이 이틀 안에 끝납니다.',
  },
  'office.task.look_at_orders': { en: 'Look at the orders', ko: '파기 지시 보기' },
  'office.task.interrupted': {
    en: '{count, plural, one {# destruction is not finished} other {# destructions are not finished}}',
    ko: '끝나지 않은 파기가 {count, number}건 있습니다',
  },
  'office.task.interrupted_reason': {
    en: 'It was interrupted or could not be verified. There is no certificate before it is finished.',
    ko: '도중에 멈추었거나 검증되지 않았습니다. 마칠 때까지 파기 확인서가 발급되지 않습니다.',
  },
  'office.task.approved': {
    en: '{count, plural, one {# approved order waits} other {# approved orders wait}} to be carried out',
    ko: '승인된 파기 {count, number}건이 집행을 기다립니다',
  },
  'office.task.approved_reason': {
    en: 'An operator who neither asked for it nor approved it carries it out.',
    ko: '요청자와 승인자가 아닌 파기 수행자가 집행합니다.',
  },
  'office.task.proposed': {
    en: '{count, plural, one {# order waits} other {# orders wait}} for approval',
    ko: '파기 지시 {count, number}건이 승인을 기다립니다',
  },
  'office.task.proposed_reason': {
    en: 'Somebody other than the requester approves or rejects it.',
    ko: '요청자가 아닌 검토자가 승인하거나 반려합니다.',
  },
  'office.task.due': {
    en: '{count, plural, one {# record unit is} other {# record units are}} due for destruction',
    ko: '파기할 때가 된 기록 단위가 {count, number}건 있습니다',
  },
  'office.task.due_reason': {
    en: 'Review them and propose their destruction without delay: within five days at most.',
    ko: '검토한 뒤 지체 없이, 늦어도 5일 안에 파기를 요청해 주세요.',
  },
  'office.task.first_form': {
    en: 'No consent form has been published yet.',
    ko: '게시된 동의서가 아직 없습니다.',
  },
  'office.task.first_form_reason': {
    en: 'A consent rests on a published form: purposes, items, period, the right to refuse.',
    ko: '동의를 받으려면 목적, 항목, 보유 기간, 거부할 권리를 담은 동의서를 먼저 게시해야 합니다.',
  },
  'office.task.first_consent': { en: 'No consent has been taken yet.', ko: '받은 동의가 아직 없습니다.' },
  'office.task.first_consent_reason': {
    en: 'A form is published: the first person can be asked.',
    ko: '동의서가 게시되어 있으니 첫 동의를 받을 수 있습니다.',
  },
  'office.task.review': { en: 'Review', ko: '검토하기' },
  'office.task.approve': { en: 'To the orders', ko: '요청 보기' },
  'office.task.execute': { en: 'To the orders', ko: '파기 집행' },
  'office.task.finish': { en: 'Finish', ko: '마무리하기' },
  'office.task.publish': { en: 'Publish a form', ko: '동의서 게시' },
  'office.task.capture': { en: 'Take a consent', ko: '동의 받기' },
  'office.task.somebody_else': { en: 'Done by: {role}', ko: '담당 역할: {role}' },

  'office.keys.title': { en: 'Keyboard', ko: '단축키' },
  'office.keys.lock': { en: 'Lock the desk', ko: '화면 잠금' },
  'office.keys.help': { en: 'Show this list', ko: '단축키 보기' },
  'office.keys.close': { en: 'Close a dialog or list', ko: '대화 상자나 목록 닫기' },
  'office.keys.rows': { en: 'Move between rows', ko: '행 이동' },
  'office.keys.open': { en: 'Open the row', ko: '행 열기' },
  'office.keys.select': { en: 'Select the row', ko: '행 선택' },
  'office.keys.idle': {
    en: 'The desk locks itself when nobody has touched it for {minutes, number} minutes.',
    ko: '{minutes, number}분 동안 사용하지 않으면 화면이 자동으로 잠깁니다.',
  },
});
