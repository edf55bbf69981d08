import { consentFormMessages } from './consent-form.ts';
import { defineMessages } from './language.ts';

export const collectionMessages = defineMessages({
  ...consentFormMessages,

  'collection.nav.label': { en: 'Places of collection', ko: '수집 메뉴' },
  'collection.nav.people': { en: 'People', ko: '정보주체' },
  'collection.nav.capture': { en: 'Take a consent', ko: '동의 받기' },
  'collection.nav.forms': { en: 'Consent forms', ko: '동의서' },
  'collection.staff': { en: 'Staff no. {number}', ko: '직원 번호 {number}' },

  'collection.state.given': { en: 'Agreed', ko: '동의' },
  'collection.state.refused': { en: 'Not agreed', ko: '동의하지 않음' },
  'collection.state.withdrawn': { en: 'Withdrawn', ko: '철회' },
  'collection.state.not_asked': { en: 'Needs no consent', ko: '동의 불필요' },
  'collection.event.given': { en: 'Agreed', ko: '동의함' },
  'collection.event.refused': { en: 'Did not agree', ko: '동의하지 않음' },
  'collection.event.withdrawn': { en: 'Withdrew', ko: '철회함' },

  'collection.people.title': { en: 'People', ko: '정보주체' },
  'collection.people.lead': {
    en: 'Everybody whose consent is kept here. Opening somebody asks for the reason and is entered in the use log.',
    ko: '동의를 받아 보관 중인 사람의 목록입니다. 개인정보를 열람할 때는 사유를 확인하고 이용 내역에 기록합니다.',
  },
  'collection.people.capture': { en: 'Take a consent', ko: '동의 받기' },
  'collection.people.search': { en: 'Find by name', ko: '이름으로 찾기' },
  'collection.people.found': {
    en: '{count, plural, =0 {Nobody found} one {# person found} other {# people found}}',
    ko: '{count, plural, =0 {찾은 사람이 없습니다} other {#명을 찾았습니다}}',
  },
  'collection.people.column.name': { en: 'Name', ko: '성명' },
  'collection.people.column.consents': { en: 'Consents', ko: '동의 건수' },
  'collection.people.column.last': { en: 'Last consent', ko: '최근 동의일' },
  'collection.people.column.state': { en: 'State', ko: '상태' },
  'collection.people.standing': { en: 'As given', ko: '동의 유지' },
  'collection.people.withdrawn': { en: 'Has withdrawn', ko: '철회한 동의 있음' },
  'collection.people.empty': { en: 'Nobody here yet', ko: '아직 등록된 사람이 없습니다' },
  'collection.people.empty_text': {
    en: 'The first person appears here as soon as a consent is saved.',
    ko: '동의를 저장하면 이 목록에 표시됩니다.',
  },
  'collection.people.nobody': { en: 'Nobody of that name', ko: '일치하는 이름이 없습니다' },
  'collection.people.nobody_text': {
    en: 'Part of the name is enough; spaces and capitals do not matter. Who was destroyed is not found.',
    ko: '이름의 일부만 입력해도 되며 띄어쓰기와 대소문자는 구분하지 않습니다. 파기된 사람은 검색되지 않습니다.',
  },
  'collection.people.told_apart': {
    en: 'last consent {on} · {count, plural, one {# consent} other {# consents}}',
    ko: '최근 동의일 {on} · 동의 {count}건',
  },

  'collection.use_reason.question': {
    en: 'Why is this person’s data being looked at?',
    ko: '개인정보를 열람하는 사유',
  },
  'collection.use_reason.hint': {
    en: 'Entered in the use log, with your staff number and the time.',
    ko: '사유는 직원 번호, 일시와 함께 이용 내역에 기록됩니다.',
  },
  'collection.use_reason.serve_person': { en: 'To serve the person', ko: '민원·서비스 처리' },
  'collection.use_reason.manage_consent': { en: 'To manage a consent', ko: '동의 관리' },
  'collection.use_reason.answer_request': {
    en: 'To answer a request of the person',
    ko: '정보주체의 요구 처리',
  },
  'collection.use_reason.correct_data': { en: 'To correct data', ko: '개인정보 정정' },
  'collection.use_reason.fulfil_legal_duty': { en: 'To fulfil a legal duty', ko: '법령상 의무 이행' },
  'collection.use_reason.open': { en: 'Open', ko: '열람' },

  'collection.person.closed': { en: 'One person', ko: '정보주체 열람' },
  'collection.person.gone': { en: 'There is nobody here any more', ko: '더 이상 존재하지 않는 사람입니다' },
  'collection.person.gone_text': {
    en: 'What was kept of this person has been destroyed, or the address is wrong. The register holds the certificates.',
    ko: '보관하던 개인정보가 파기되었거나 주소가 올바르지 않습니다. 파기 확인서는 증빙 대장에서 볼 수 있습니다.',
  },
  'collection.person.back': { en: 'To the people', ko: '목록으로' },
  'collection.person.opened': {
    en: 'Opened: {reason}. Entered in the use log.',
    ko: '열람 사유: {reason} · 이용 내역에 기록됨',
  },
  'collection.person.identifier': { en: 'Identifier', ko: '식별자' },
  'collection.person.new_consent': { en: 'New consent for this person', ko: '이 사람의 새 동의 받기' },
  'collection.person.given': {
    en: 'Given on {date} · version {version}',
    ko: '{date} 동의 · 버전 {version}',
  },
  'collection.person.show': { en: 'View consent as given', ko: '동의서 원본 보기' },
  'collection.person.hand_over': { en: 'Hand over to a vendor', ko: '수탁자에게 전달' },
  'collection.person.withdraw': { en: 'Withdraw', ko: '동의 철회' },
  'collection.person.nothing_kept': {
    en: 'Nothing is kept for this purpose.',
    ko: '이 목적으로 보관하는 정보가 없습니다.',
  },
  'collection.person.nothing_left': {
    en: 'What was kept for this purpose has been destroyed.',
    ko: '이 목적으로 보관하던 정보는 파기되었습니다.',
  },
  'collection.person.kept': { en: 'Kept through {date}', ko: '{date}까지 보관' },
  'collection.person.due': { en: 'Due for destruction since {date}', ko: '파기 대상({date}부터)' },
  'collection.person.separated': { en: 'Kept separately', ko: '분리보관' },
  'collection.person.ordered': { en: 'On a destruction order', ko: '파기 지시 중' },
  'collection.person.held': { en: 'On hold', ko: '파기 보류' },
  'collection.person.events': { en: 'What happened', ko: '동의 이력' },
  'collection.person.event': {
    en: '{on} · entered {at}, staff no. {number}',
    ko: '{on} · {at} 입력, 직원 번호 {number}',
  },

  'collection.withdraw.title': { en: 'Withdraw consent', ko: '동의 철회' },
  'collection.withdraw.lead': {
    en: 'Withdrawing is as easy as giving: no reason is asked for. What was done with the data before stays lawful.',
    ko: '철회는 동의와 마찬가지로 간편해야 하며 사유를 묻지 않습니다. 철회 전에 이루어진 처리는 적법합니다.',
  },
  'collection.withdraw.purposes': { en: 'Which purposes does the person withdraw?', ko: '철회하는 목적' },
  'collection.withdraw.choose': {
    en: 'Choose at least one purpose.',
    ko: '철회할 목적을 하나 이상 선택해 주세요.',
  },
  'collection.withdraw.at_once': {
    en: 'What was collected for it becomes due for destruction at once.',
    ko: '이 목적으로 수집한 정보는 즉시 파기 대상이 됩니다.',
  },
  'collection.withdraw.obliged': {
    en: 'A law obliges the office to keep it: kept separately, for nothing but storage, through {date} ({basis}), then due.',
    ko: '법령상 보존 의무가 있어 {date}까지 분리하여 보관만 한 뒤 파기 대상이 됩니다({basis}).',
  },
  'collection.withdraw.due_already': { en: 'Due already: {words}.', ko: '이미 파기 대상입니다: {words}' },
  'collection.withdraw.held': {
    en: 'Stays on hold until a person releases it. After that: {words}.',
    ko: '파기 보류가 해제될 때까지 그대로 보관합니다. 해제 후: {words}',
  },
  'collection.withdraw.ordered': {
    en: 'Stays on the destruction order it is on. {words}.',
    ko: '이미 파기 지시에 포함되어 있어 그대로 진행됩니다. {words}',
  },
  'collection.withdraw.nothing_left': {
    en: 'What was kept for it has been destroyed already.',
    ko: '이 목적으로 보관하던 정보는 이미 파기되었습니다.',
  },
  'collection.withdraw.confirm_none': { en: 'Withdraw', ko: '철회' },
  'collection.withdraw.confirm': {
    en: 'Withdraw {count, plural, one {# purpose} other {# purposes}}',
    ko: '목적 {count}건 철회',
  },
  'collection.withdraw.done': {
    en: 'Withdrawn: {purposes}. Due at once: {due}. Kept separately by law: {kept}.',
    ko: '철회 {purposes}건. 즉시 파기 대상 {due}건, 법령에 따른 분리보관 {kept}건.',
  },

  'collection.as_given.title': { en: 'Consent as given', ko: '동의서 원본' },
  'collection.as_given.answer': { en: 'Answer:', ko: '답변:' },

  'collection.capture.title': { en: 'Take a consent', ko: '동의 받기' },
  'collection.capture.lead': { en: '{title} · version {version}', ko: '{title} · 버전 {version}' },
  'collection.capture.no_form': { en: 'There is no consent form yet', ko: '아직 동의서가 없습니다' },
  'collection.capture.no_form_text': {
    en: 'A consent is taken on a published form. A reviewer or an administrator publishes one.',
    ko: '동의는 게시된 동의서로 받습니다. 동의서는 검토자 또는 관리자가 게시합니다.',
  },
  'collection.capture.choose_form': { en: 'On which form?', ko: '어느 동의서로 받을까요?' },
  'collection.capture.language': { en: 'Language of the person', ko: '정보주체의 언어' },
  'collection.capture.given_on': { en: 'Given on', ko: '동의일' },
  'collection.capture.person': { en: 'Person', ko: '정보주체' },
  'collection.capture.person_new': { en: 'New', ko: '신규' },
  'collection.capture.person_known': { en: 'Known', ko: '기존' },
  'collection.capture.person_missing': {
    en: 'Choose the person, or say that they are new here.',
    ko: '기존 정보주체를 선택하거나 신규로 변경해 주세요.',
  },
  'collection.capture.who': { en: 'Who', ko: '이름으로 찾기' },
  'collection.capture.answer': { en: 'Your answer to “{purpose}”', ko: '“{purpose}”에 대한 동의 여부' },
  'collection.capture.agree': { en: 'I agree', ko: '동의합니다' },
  'collection.capture.do_not_agree': { en: 'I do not agree', ko: '동의하지 않습니다' },
  'collection.capture.details': { en: 'Your details', ko: '기재 사항' },
  'collection.capture.details_none': {
    en: 'Only what the purposes you agree to need is asked for. It appears here.',
    ko: '동의하신 목적에 필요한 항목만 여쭙니다. 동의하시면 여기에 표시됩니다.',
  },
  'collection.capture.name_known': { en: 'Known to the office.', ko: '이미 등록된 이름입니다.' },
  'collection.capture.malformed.name': { en: 'At most 200 characters.', ko: '200자 이하로 입력해 주세요.' },
  'collection.capture.malformed.text': { en: 'At most 200 characters.', ko: '200자 이하로 입력해 주세요.' },
  'collection.capture.malformed.long_text': {
    en: 'At most 2,000 characters.',
    ko: '2,000자 이하로 입력해 주세요.',
  },
  'collection.capture.malformed.date': {
    en: 'Enter a date that exists.',
    ko: '올바른 날짜를 입력해 주세요.',
  },
  'collection.capture.malformed.telephone': {
    en: 'Digits, spaces and - ( ) . only, for example 010-1234-5678.',
    ko: '숫자와 - ( ) . 만 사용하여 입력해 주세요. 예: 010-1234-5678',
  },
  'collection.capture.malformed.email': {
    en: 'It needs an @ and a domain, for example name@example.org.',
    ko: '@와 도메인을 포함하여 입력해 주세요. 예: name@example.org',
  },
  'collection.capture.day': { en: 'Date: {date}', ko: '동의일: {date}' },
  'collection.capture.refused_title': {
    en: 'The essential purpose is refused',
    ko: '필수 목적에 동의하지 않았습니다',
  },
  'collection.capture.refused_text': {
    en: 'That is the person’s right. Without it the service cannot be given, so there is nothing to save, and nothing of what was entered is kept.',
    ko: '동의하지 않는 것은 정보주체의 권리입니다. 다만 서비스를 제공할 수 없으므로 저장할 내용이 없으며, 입력한 내용은 남지 않습니다.',
  },
  'collection.capture.start_over': { en: 'End without saving', ko: '저장하지 않고 마침' },
  'collection.capture.progress_answers': { en: '{done} of {total} answered', ko: '동의 여부 {done}/{total}' },
  'collection.capture.progress_items': {
    en: '{count, plural, =0 {nothing asked for yet} one {# item asked for} other {# items asked for}}',
    ko: '기재 항목 {count}개',
  },
  'collection.capture.progress_signed': { en: 'signed', ko: '서명함' },
  'collection.capture.progress_unsigned': { en: 'not signed yet', ko: '서명 전' },
  'collection.capture.save': { en: 'Save consent', ko: '동의 저장' },

  'collection.signature.label': { en: 'Signature', ko: '서명' },
  'collection.signature.pad': {
    en: 'Box to sign in with a pen, finger or mouse',
    ko: '펜, 손가락 또는 마우스로 서명하는 칸',
  },
  'collection.signature.hint': { en: 'Please sign in the box.', ko: '칸 안에 서명해 주세요.' },
  'collection.signature.clear': { en: 'Clear', ko: '지우기' },
  'collection.signature.type_instead': { en: 'Sign with the keyboard instead', ko: '키보드로 서명하기' },
  'collection.signature.draw_instead': { en: 'Draw instead', ko: '그려서 서명하기' },
  'collection.signature.typed': { en: 'Write your name', ko: '성명 입력' },
  'collection.signature.typed_hint': {
    en: 'The name is drawn in the box and counts as your signature.',
    ko: '입력한 성명이 칸에 그려지며 서명으로 보관됩니다.',
  },
  'collection.signature.drawing': { en: 'Signature of the person', ko: '정보주체의 서명' },

  'collection.result.title': { en: 'The consent is saved', ko: '동의를 저장했습니다' },
  'collection.result.next': { en: 'Next person', ko: '다음 사람' },
  'collection.result.person': { en: 'Open this person', ko: '이 사람 열람' },
  'collection.result.receipt': { en: 'Receipt code', ko: '접수 확인 번호' },
  'collection.result.receipt_is': {
    en: 'Give it to the person to write down. Once the data is destroyed, this code alone can show that their record was part of it.',
    ko: '정보주체에게 적어 가시도록 안내해 주세요. 개인정보가 파기된 뒤에는 이 번호로만 본인의 기록이 파기되었음을 확인할 수 있습니다.',
  },
  'collection.result.units': { en: 'What is kept, and until when', ko: '보관하는 정보와 보유 기간' },
  'collection.result.due': { en: 'due {date}', ko: '{date} 파기 예정' },
});
