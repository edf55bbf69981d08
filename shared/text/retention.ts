import { defineMessages } from './language.ts';

/** What is kept, why and until when: the review, holds and retention rules. */
export const retentionMessages = defineMessages({
  'retention.nav.label': { en: 'Retention and review', ko: '보유·검토 화면' },
  'retention.nav.review': { en: 'Review', ko: '파기 검토' },
  'retention.nav.holds': { en: 'Holds', ko: '파기 보류' },
  'retention.nav.rules': { en: 'Retention rules', ko: '보유 기준' },

  'retention.review.title': { en: 'Review', ko: '파기 검토' },
  'retention.review.lead': {
    en: 'Record units by the day they fall due. A destruction begins here: with somebody asking for it.',
    ko: '기록 단위를 파기 예정일 순으로 봅니다. 파기는 여기에서 요청하는 것으로 시작됩니다.',
  },
  'retention.review.tabs': { en: 'Record units to show', ko: '표시할 기록 단위' },
  'retention.review.tab.due': { en: 'Due', ko: '파기 대상' },
  'retention.review.tab.upcoming': { en: 'Upcoming', ko: '기한 전' },
  'retention.review.tab.separated': { en: 'Retained separately', ko: '분리보관' },
  'retention.review.tab.held': { en: 'On hold', ko: '파기 보류' },
  'retention.review.tab.destroyed': { en: 'Destroyed', ko: '파기 완료' },

  'retention.review.on_paper': { en: 'Paper: {kind} {code}, {place}', ko: '종이: {kind} {code}, {place}' },
  'retention.review.unit': { en: 'Record unit', ko: '기록 단위' },
  'retention.review.unit.name': { en: 'Record unit {id}', ko: '기록 단위 {id}' },
  'retention.review.purpose': { en: 'Purpose and form', ko: '목적·동의서' },
  'retention.review.due': { en: 'Due', ko: '파기 예정일' },
  'retention.review.open': { en: 'No date yet', ko: '예정일 미정' },
  'retention.review.why': { en: 'Rule, and how the day comes about', ko: '보유 기준과 산정 내역' },
  'retention.review.order': { en: 'Order', ko: '파기 지시' },
  'retention.review.order.open': { en: 'Open the order', ko: '지시서 보기' },

  'retention.urgency.overdue': {
    en: '{days, plural, one {# day overdue} other {# days overdue}}',
    ko: '{days, number}일 지연',
  },
  'retention.urgency.due_today': { en: 'Due today', ko: '오늘 도래' },
  'retention.urgency.due': {
    en: 'Due for {days, plural, one {# day} other {# days}}',
    ko: '도래 후 {days, number}일',
  },
  'retention.urgency.not_due': {
    en: 'In {days, plural, one {# day} other {# days}}',
    ko: '{days, number}일 남음',
  },
  'retention.urgency.held': { en: 'On hold', ko: '보류 중' },
  'retention.urgency.ordered': { en: 'On an order', ko: '파기 지시 중' },
  'retention.urgency.destroyed': { en: 'Destroyed', ko: '파기됨' },

  'retention.selection.label': { en: 'Selection', ko: '선택' },
  'retention.selection.none': {
    en: 'Select record units to act on them. Space selects, arrow keys move.',
    ko: '처리할 기록 단위를 선택하세요. 화살표 키로 이동하고 스페이스 키로 선택합니다.',
  },
  'retention.selection.count': {
    en: '{count, plural, one {# record unit selected} other {# record units selected}}',
    ko: '기록 단위 {count, number}건 선택됨',
  },
  'retention.selection.all': {
    en: 'Select all {count, number} on this list',
    ko: '목록 전체 {count, number}건 선택',
  },
  'retention.selection.clear': { en: 'Clear selection', ko: '선택 해제' },

  'retention.propose.action': { en: 'Propose destruction', ko: '파기 요청' },
  'retention.propose.title': {
    en: 'Propose the destruction of {count, plural, one {# record unit} other {# record units}}?',
    ko: '기록 단위 {count, number}건의 파기를 요청할까요?',
  },
  'retention.propose.consequence': {
    en: 'They go on one destruction order, which you sign. Nothing is destroyed yet: another reviewer has to approve the order, and an operator, a third person, has to carry it out.',
    ko: '선택한 기록 단위로 파기 지시서 한 건을 만들고 본인의 키로 서명합니다. 아직 파기되는 것은 없습니다. 다른 검토자가 승인하고, 또 다른 사람인 파기 수행자가 집행해야 합니다.',
  },
  'retention.propose.not_yourself': {
    en: 'You cannot approve or carry out this order yourself.',
    ko: '요청자 본인은 이 지시를 승인하거나 집행할 수 없습니다.',
  },
  'retention.propose.paper_level': { en: 'Security level of the paper', ko: '종이 기록 파기 보안 등급' },
  'retention.propose.paper_level_hint': {
    en: 'At least this; what holds sensitive data or unique identifiers gets P-5 in any case.',
    ko: '최소 등급입니다. 민감정보나 고유식별정보가 든 것은 항상 P-5 이상으로 파기합니다.',
  },
  'retention.propose.done': {
    en: 'Order {number} was proposed with {count, plural, one {# record unit} other {# record units}}. Another reviewer has to approve it.',
    ko: '기록 단위 {count, number}건의 파기 지시({number})를 요청했습니다. 다른 검토자의 승인이 필요합니다.',
  },
  'retention.propose.open': { en: 'Open order {number}', ko: '지시서 {number} 보기' },

  'retention.hold.action': { en: 'Place hold', ko: '파기 보류' },
  'retention.hold.title': {
    en: 'Place {count, plural, one {# record unit} other {# record units}} on hold',
    ko: '기록 단위 {count, number}건 파기 보류',
  },
  'retention.hold.consequence': {
    en: 'What is on hold cannot be destroyed by anybody, due or not, until a person releases the hold.',
    ko: '보류를 해제할 때까지 기한이 지나도 아무도 이 기록 단위를 파기할 수 없습니다.',
  },
  'retention.hold.personal_data': {
    en: 'Name the case or the document, not the person: write no more personal data than the hold needs. Both fields are kept encrypted.',
    ko: '사람이 아니라 사건 번호나 문서 번호를 적으세요. 보류에 꼭 필요하지 않은 개인정보는 적지 마세요. 두 항목은 암호화하여 보관합니다.',
  },
  'retention.hold.authority': { en: 'Authority', ko: '보류 요구 주체' },
  'retention.hold.authority.hint': {
    en: 'Who requires it: a court, an agency, your legal department.',
    ko: '보류를 요구한 법원, 기관 또는 부서를 적습니다.',
  },
  'retention.hold.reason': { en: 'Reason', ko: '보류 사유' },
  'retention.hold.reason.hint': {
    en: 'Case or document number, and what has to stay for it.',
    ko: '사건·문서 번호와 보존해야 하는 이유를 적습니다.',
  },
  'retention.hold.too_many': {
    en: 'A hold takes 1,000 record units at most.',
    ko: '보류 한 건에는 기록 단위를 1,000건까지 넣을 수 있습니다.',
  },
  'retention.hold.done': {
    en: '{count, plural, one {# record unit is} other {# record units are}} on hold.',
    ko: '기록 단위 {count, number}건의 파기를 보류했습니다.',
  },

  'retention.empty.due.title': { en: 'Nothing is due.', ko: '파기 대상이 없습니다.' },
  'retention.empty.due.text': {
    en: 'A record unit appears here on the day its period ends, or at once when its consent is withdrawn. Look at “Upcoming” for what comes next.',
    ko: '보유 기간이 끝난 날, 또는 동의를 철회하는 즉시 이 목록에 나타납니다. 다음 차례는 ‘기한 전’에서 볼 수 있습니다.',
  },
  'retention.empty.upcoming.title': {
    en: 'Nothing is waiting for its day.',
    ko: '기한 전인 기록 단위가 없습니다.',
  },
  'retention.empty.upcoming.text': {
    en: 'Each consent that is captured makes a record unit per purpose. They are listed here until they fall due.',
    ko: '동의를 받으면 목적마다 기록 단위가 만들어지고, 파기 예정일까지 이 목록에 표시됩니다.',
  },
  'retention.empty.separated.title': {
    en: 'Nothing is retained separately.',
    ko: '분리보관 중인 기록 단위가 없습니다.',
  },
  'retention.empty.separated.text': {
    en: 'When a consent is withdrawn but a law obliges the office to keep the record, it is kept apart here, for storage only, until its period ends.',
    ko: '동의를 철회했더라도 법령에 따라 보존해야 하는 기록은 다른 용도로 쓰지 않고 기간이 끝날 때까지 따로 보관하며 여기에 표시합니다.',
  },
  'retention.empty.held.title': { en: 'Nothing is on hold.', ko: '파기 보류 중인 기록 단위가 없습니다.' },
  'retention.empty.held.text': {
    en: 'A hold stops a destruction for a court, an agency or a dispute. Select record units under “Due” or “Upcoming” to place one.',
    ko: '소송이나 조사 등으로 파기를 멈춰야 할 때 보류합니다. ‘파기 대상’이나 ‘기한 전’에서 기록 단위를 선택해 보류하세요.',
  },
  'retention.empty.destroyed.title': {
    en: 'Nothing has been destroyed yet.',
    ko: '파기한 기록 단위가 없습니다.',
  },
  'retention.empty.destroyed.text': {
    en: 'Of what is destroyed only this remains: an opaque id, the rule, the dates and the order that destroyed it.',
    ko: '파기한 뒤에는 식별자, 보유 기준, 날짜, 파기 지시만 남습니다.',
  },

  'retention.holds.title': { en: 'Holds', ko: '파기 보류' },
  'retention.holds.lead': {
    en: 'What may not be destroyed, on whose authority and why. A hold ends only when a person releases it.',
    ko: '파기할 수 없는 기록 단위와 보류를 요구한 주체, 사유입니다. 보류는 사람이 해제해야만 끝납니다.',
  },
  'retention.holds.authority': { en: 'Authority', ko: '보류 요구 주체' },
  'retention.holds.reason': { en: 'Reason', ko: '보류 사유' },
  'retention.holds.units': { en: 'Units', ko: '건수' },
  'retention.holds.placed': { en: 'Placed', ko: '보류 일시' },
  'retention.holds.by': { en: 'By staff no.', ko: '담당(직원 번호)' },
  'retention.holds.action': { en: 'Action', ko: '처리' },
  'retention.holds.show_units': { en: 'Show the units on hold', ko: '보류 중인 기록 단위 보기' },
  'retention.holds.release': { en: 'Release', ko: '해제' },
  'retention.holds.release.title': { en: 'Release this hold?', ko: '이 보류를 해제할까요?' },
  'retention.holds.release.consequence': {
    en: '{count, plural, one {# record unit} other {# record units}} can be destroyed again as soon as due, unless another hold covers them. The authority and the reason can no longer be read here; the audit log keeps that you released the hold.',
    ko: '기록 단위 {count, number}건은 다른 보류가 없으면 파기 예정일부터 다시 파기할 수 있습니다. 보류 요구 주체와 사유는 더 이상 이 목록에 표시되지 않으며, 해제한 사실은 감사 기록에 남습니다.',
  },
  'retention.holds.release.confirm': { en: 'Release hold', ko: '보류 해제' },
  'retention.holds.released': {
    en: 'The hold on {count, plural, one {# record unit} other {# record units}} is released.',
    ko: '기록 단위 {count, number}건의 보류를 해제했습니다.',
  },
  'retention.holds.empty.title': { en: 'There are no holds.', ko: '보류가 없습니다.' },
  'retention.holds.empty.text': {
    en: 'To stop a destruction, select the record units in the review and choose “Place hold”.',
    ko: '파기를 멈추려면 파기 검토에서 기록 단위를 선택하고 ‘파기 보류’를 누르세요.',
  },
  'retention.holds.empty.action': { en: 'To the review', ko: '파기 검토로' },

  'retention.rules.title': { en: 'Retention rules', ko: '보유 기준' },
  'retention.rules.lead': {
    en: 'From which event, for how long and on what basis records are kept. Check the sources before you rely on them.',
    ko: '언제부터 얼마 동안, 어떤 근거로 보유하는지 정합니다. 근거 확인 정도를 살펴보고 사용하세요.',
  },
  'retention.rules.name': { en: 'Rule', ko: '보유 기준' },
  'retention.rules.period': { en: 'Period', ko: '보유 기간' },
  'retention.rules.basis': { en: 'Basis', ko: '근거' },
  'retention.rules.obliged': { en: 'Obliged by law', ko: '법정 의무' },
  'retention.rules.obliged.yes': { en: 'Obliged', ko: '의무' },
  'retention.rules.obliged.no': { en: 'By consent', ko: '동의' },
  'retention.rules.source': { en: 'Source', ko: '근거 확인' },
  'retention.rules.effective': { en: 'since {date}', ko: '{date}부터 적용' },
  'retention.rules.units': { en: 'Units', ko: '건수' },
  'retention.rules.empty.title': { en: 'There are no rules yet.', ko: '보유 기준이 없습니다.' },
  'retention.rules.empty.text': {
    en: 'A consent form needs a rule for each purpose. Add the first one: its trigger, its period and what it rests on.',
    ko: '동의서의 목적마다 보유 기준이 필요합니다. 기산점, 기간, 근거를 정해 첫 기준을 등록하세요.',
  },

  'retention.source.read_in_law': { en: 'Read in the law', ko: '법령 원문 확인' },
  'retention.source.secondary_source': { en: 'Secondary source', ko: '2차 자료' },
  'retention.source.general_knowledge': {
    en: 'General knowledge: to be checked',
    ko: '일반 지식(확인 필요)',
  },
  'retention.source.office_rule': { en: "The office's own rule", ko: '내부 규정' },

  'retention.add_rule.action': { en: 'Add a rule', ko: '기준 등록' },
  'retention.add_rule.title': { en: 'Add a retention rule', ko: '보유 기준 등록' },
  'retention.add_rule.both_languages': {
    en: 'People are told the name and the basis in their own language, so each is written in both.',
    ko: '이름과 근거는 정보주체에게 각자의 언어로 안내하므로 두 언어로 모두 적습니다.',
  },
  'retention.add_rule.name_en': { en: 'Name in English', ko: '이름(영어)' },
  'retention.add_rule.name_ko': { en: 'Name in Korean', ko: '이름(한국어)' },
  'retention.add_rule.trigger': { en: 'The period is counted from', ko: '기산점' },
  'retention.add_rule.amount': { en: 'Period', ko: '보유 기간' },
  'retention.add_rule.unit': { en: 'Unit of the period', ko: '기간 단위' },
  'retention.add_rule.unit.years': { en: 'years', ko: '년' },
  'retention.add_rule.unit.months': { en: 'months', ko: '개월' },
  'retention.add_rule.unit.days': { en: 'days', ko: '일' },
  'retention.add_rule.basis_en': { en: 'Basis in English', ko: '근거(영어)' },
  'retention.add_rule.basis_ko': { en: 'Basis in Korean', ko: '근거(한국어)' },
  'retention.add_rule.basis.hint': {
    en: 'Law and article, or the decision of the office.',
    ko: '법령과 조항 또는 내부 결정을 적습니다.',
  },
  'retention.add_rule.obliged': { en: 'What the period rests on', ko: '보유 의무' },
  'retention.add_rule.obliged.yes': { en: 'A law obliges the office', ko: '법령상 보존 의무가 있음' },
  'retention.add_rule.obliged.yes.text': {
    en: 'Outlives a withdrawal: the record is then retained separately until the period ends.',
    ko: '동의를 철회해도 기간이 끝날 때까지 분리보관합니다.',
  },
  'retention.add_rule.obliged.no': { en: "The person's consent", ko: '정보주체의 동의에 따름' },
  'retention.add_rule.obliged.no.text': {
    en: 'Ends with the consent: on withdrawal the record is due at once.',
    ko: '동의를 철회하면 바로 파기 대상이 됩니다.',
  },
  'retention.add_rule.edition_en': { en: 'Edition of the law, in English', ko: '법령 시행 시점(영어)' },
  'retention.add_rule.edition_ko': { en: 'Edition of the law, in Korean', ko: '법령 시행 시점(한국어)' },
  'retention.add_rule.edition.hint': { en: 'For example “in force 2026”.', ko: '예: ‘2026년 시행’' },
  'retention.add_rule.effective': { en: 'In effect from', ko: '적용 시작일' },
  'retention.add_rule.source': { en: 'How well it is founded', ko: '근거 확인 정도' },
  'retention.add_rule.submit': { en: 'Add rule', ko: '등록' },
  'retention.add_rule.done': { en: 'The rule was added.', ko: '보유 기준을 등록했습니다.' },
});
