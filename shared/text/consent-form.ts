import { defineMessages } from './language.ts';

/** Consent forms: their list, their page, the editor that publishes them. Part of collection.ts. */
export const consentFormMessages = defineMessages({
  'collection.forms.title': { en: 'Consent forms', ko: '동의서' },
  'collection.forms.lead': {
    en: 'The forms in force. A published version never changes; what changes is published as the next version.',
    ko: '현재 사용 중인 동의서입니다. 게시한 버전은 변경되지 않으며, 내용을 바꾸려면 새 버전을 게시합니다.',
  },
  'collection.forms.new': { en: 'Write a new form', ko: '새 동의서 작성' },
  'collection.forms.column.title': { en: 'Form', ko: '동의서명' },
  'collection.forms.column.version': { en: 'Version', ko: '버전' },
  'collection.forms.column.purposes': { en: 'Purposes', ko: '목적' },
  'collection.forms.column.consents': { en: 'Consents on it', ko: '이 버전의 동의' },
  'collection.forms.column.published': { en: 'Published', ko: '게시' },
  'collection.forms.published': { en: '{at} · staff no. {number}', ko: '{at} · 직원 번호 {number}' },
  'collection.forms.empty': { en: 'No consent form yet', ko: '아직 동의서가 없습니다' },
  'collection.forms.empty_text': {
    en: 'Start from a template with one essential and one optional purpose, and change it to what your office does.',
    ko: '필수 목적과 선택 목적이 하나씩 들어 있는 서식에서 시작하여 업무에 맞게 고쳐 쓸 수 있습니다.',
  },
  'collection.forms.empty_not_permitted': {
    en: 'A reviewer or an administrator publishes forms. Once there is one, consents can be taken on it.',
    ko: '동의서는 검토자 또는 관리자가 게시합니다. 게시되면 동의를 받을 수 있습니다.',
  },

  'collection.form.lead': { en: 'Version {version}', ko: '버전 {version}' },
  'collection.form.next_version': { en: 'Write the next version', ko: '새 버전 작성' },
  'collection.form.capture': { en: 'Take a consent', ko: '동의 받기' },
  'collection.form.superseded': {
    en: 'A newer version of this form is in force. Consents given on this one stand on its text.',
    ko: '이 동의서에는 더 새로운 버전이 있습니다. 이 버전으로 받은 동의는 이 버전의 내용에 따릅니다.',
  },
  'collection.form.stat.version': { en: 'Version', ko: '버전' },
  'collection.form.stat.consents': { en: 'Consents on it', ko: '이 버전의 동의' },
  'collection.form.stat.purposes': { en: 'Purposes', ko: '목적' },
  'collection.form.stat.published': { en: 'Published', ko: '게시' },
  'collection.form.text': { en: 'What a person is shown', ko: '정보주체에게 안내하는 내용' },
  'collection.form.items': { en: 'Items', ko: '수집 항목' },
  'collection.form.column.item': { en: 'Item', ko: '항목' },
  'collection.form.column.purpose': { en: 'Purpose', ko: '수집·이용 목적' },
  'collection.form.column.kind': { en: 'Asked as', ko: '구분' },
  'collection.form.column.value_type': { en: 'Kind of value', ko: '입력 형식' },
  'collection.form.column.sensitivity': { en: 'Sensitivity', ko: '민감도' },

  'collection.purpose_kind.essential': { en: 'Essential', ko: '필수' },
  'collection.purpose_kind.essential_is': {
    en: 'The service cannot be given without it.',
    ko: '서비스 제공에 꼭 필요합니다.',
  },
  'collection.purpose_kind.additional': { en: 'Additional', ko: '선택' },
  'collection.purpose_kind.additional_is': {
    en: 'Refusing it leaves the service usable.',
    ko: '거부해도 서비스를 이용할 수 있습니다.',
  },
  'collection.purpose_kind.protection_of_users': { en: 'Protection of users', ko: '이용자 보호' },
  'collection.purpose_kind.protection_of_users_is': {
    en: 'Against spam, harmful code, abuse.',
    ko: '스팸·악성코드·부정 이용 방지 등입니다.',
  },
  'collection.item_kind.required': { en: 'Required', ko: '필수' },
  'collection.item_kind.required_is': {
    en: 'Asked for; must be given for this purpose.',
    ko: '이 목적에 꼭 필요하여 반드시 받습니다.',
  },
  'collection.item_kind.optional': { en: 'Optional', ko: '선택' },
  'collection.item_kind.optional_is': {
    en: 'Asked for; may be left empty.',
    ko: '입력하지 않아도 됩니다.',
  },
  'collection.item_kind.automatic': { en: 'Automatic', ko: '자동 수집' },
  'collection.item_kind.automatic_is': {
    en: 'Recorded by itself; the person is told.',
    ko: '이용 과정에서 자동으로 기록되며, 안내만 합니다.',
  },
  'collection.value_type.name': { en: 'Name of the person', ko: '성명' },
  'collection.value_type.text': { en: 'Short text', ko: '짧은 글' },
  'collection.value_type.long_text': { en: 'Long text', ko: '긴 글' },
  'collection.value_type.date': { en: 'Date', ko: '날짜' },
  'collection.value_type.telephone': { en: 'Telephone number', ko: '전화번호' },
  'collection.value_type.email': { en: 'E-mail address', ko: '전자우편 주소' },
  'collection.sensitivity.ordinary': { en: 'Ordinary', ko: '일반' },
  'collection.sensitivity.ordinary_is': { en: 'Neither of the others.', ko: '아래에 해당하지 않습니다.' },
  'collection.sensitivity.sensitive': { en: 'Sensitive', ko: '민감정보' },
  'collection.sensitivity.sensitive_is': {
    en: 'Health, beliefs, biometrics and the like (PIPA art. 23).',
    ko: '건강, 사상·신념, 생체인식정보 등(개인정보 보호법 제23조)',
  },
  'collection.sensitivity.unique_identifier': { en: 'Unique identifier', ko: '고유식별정보' },
  'collection.sensitivity.unique_identifier_is': {
    en: 'Passport, licence, alien registration number (PIPA art. 24).',
    ko: '여권·운전면허·외국인등록번호(개인정보 보호법 제24조)',
  },

  'collection.editor.new_title': { en: 'New consent form', ko: '새 동의서' },
  'collection.editor.next_title': { en: 'Next version of “{title}”', ko: '“{title}” 새 버전' },
  'collection.editor.lead': {
    en: 'Becomes version {version} when published. Everything is written in both languages.',
    ko: '게시하면 버전 {version}이(가) 됩니다. 모든 내용은 두 언어로 작성합니다.',
  },
  'collection.editor.in_en': { en: '{label}, English', ko: '{label}(영어)' },
  'collection.editor.in_ko': { en: '{label}, Korean', ko: '{label}(한국어)' },
  'collection.editor.title': { en: 'Title', ko: '제목' },
  'collection.editor.introduction': { en: 'Introduction', ko: '안내 문구' },
  'collection.editor.purposes': { en: 'Purposes', ko: '수집·이용 목적' },
  'collection.editor.purpose': { en: 'Purpose {number}', ko: '목적 {number}' },
  'collection.editor.purpose_name': { en: 'Purpose', ko: '목적' },
  'collection.editor.purpose_kind': { en: 'How needful', ko: '목적 구분' },
  'collection.editor.rule': { en: 'Retention rule', ko: '보유 기준' },
  'collection.editor.rule_option': { en: '{period} · {basis}', ko: '{period} · {basis}' },
  'collection.editor.rule_counted.collected': {
    en: 'Kept {period} from the day of collection: {basis}.',
    ko: '수집한 날부터 {period} 보관: {basis}',
  },
  'collection.editor.rule_counted.collected_year_end': {
    en: 'Kept {period} from the end of the year of collection: {basis}.',
    ko: '수집한 해의 말일부터 {period} 보관: {basis}',
  },
  'collection.editor.rule_obliged': {
    en: 'A law obliges the office: after a withdrawal it is kept separately until the period ends.',
    ko: '법령상 보존 의무가 있어, 동의를 철회해도 기간이 끝날 때까지 분리하여 보관합니다.',
  },
  'collection.editor.rule_free': {
    en: 'Rests on the consent: a withdrawal makes it due for destruction at once.',
    ko: '동의에 따른 보관이므로, 동의를 철회하면 즉시 파기 대상이 됩니다.',
  },
  'collection.editor.refusal': { en: 'What refusing means', ko: '동의 거부 시 안내' },
  'collection.editor.items': { en: 'Items collected for this purpose', ko: '이 목적으로 수집하는 항목' },
  'collection.editor.item': { en: 'Item {number}', ko: '항목 {number}' },
  'collection.editor.item_label': { en: 'Label', ko: '항목 이름' },
  'collection.editor.item_kind': { en: 'Asked as', ko: '구분' },
  'collection.editor.value_type': { en: 'Kind of value', ko: '입력 형식' },
  'collection.editor.sensitivity': { en: 'Sensitivity', ko: '민감도' },
  'collection.editor.code': { en: 'code {code}', ko: '코드 {code}' },
  'collection.editor.add_item': { en: 'Add an item', ko: '항목 추가' },
  'collection.editor.add_purpose': { en: 'Add a purpose', ko: '목적 추가' },
  'collection.editor.move_up': { en: 'Move up: {name}', ko: '위로 이동: {name}' },
  'collection.editor.move_down': { en: 'Move down: {name}', ko: '아래로 이동: {name}' },
  'collection.editor.remove': { en: 'Remove: {name}', ko: '삭제: {name}' },
  'collection.editor.remove_short': { en: 'Remove', ko: '삭제' },
  'collection.editor.preview': { en: 'As the person will read it', ko: '정보주체에게 보이는 모습' },
  'collection.editor.immutable': {
    en: 'Once published, this version can no longer be changed.',
    ko: '게시한 버전은 더 이상 수정할 수 없습니다.',
  },
  'collection.editor.publish': { en: 'Publish version {version}', ko: '버전 {version} 게시' },
  'collection.editor.confirm': {
    en: 'Publish version {version} of “{title}”?',
    ko: '“{title}” 버전 {version}을(를) 게시할까요?',
  },
  'collection.editor.confirm_immutable': {
    en: 'A published version never changes and cannot be taken back: consents will rest on exactly this text. A correction is the next version.',
    ko: '게시한 버전은 수정하거나 취소할 수 없으며, 동의는 이 내용 그대로를 근거로 합니다. 고칠 내용이 생기면 새 버전을 게시합니다.',
  },
  'collection.editor.confirm_next': {
    en: 'From now on consents are taken on version {version}. {count, plural, =0 {No consent rests on the version before.} one {One consent stays on the version it was given on.} other {# consents stay on the version they were given on.}}',
    ko: '앞으로는 버전 {version}(으)로 동의를 받습니다. {count, plural, =0 {이전 버전으로 받은 동의는 없습니다.} other {이전 버전으로 받은 동의 #건은 그 버전에 그대로 남습니다.}}',
  },
  'collection.editor.published': {
    en: 'Version {version} is published.',
    ko: '버전 {version}을(를) 게시했습니다.',
  },
  'collection.editor.no_rules': { en: 'No retention rule yet', ko: '아직 보유 기준이 없습니다' },
  'collection.editor.no_rules_text': {
    en: 'Every purpose needs a rule that says how long what it collects is kept. Add one first.',
    ko: '목적마다 수집한 정보를 얼마나 보관할지 정한 보유 기준이 필요합니다. 먼저 기준을 추가해 주세요.',
  },
  'collection.editor.to_rules': { en: 'To the retention rules', ko: '보유 기준으로 이동' },

  'collection.fault.form_without_name_item': {
    en: 'Add a required item of the kind “Name of the person” here: without it nobody can be found again.',
    ko: '여기에 “성명” 형식의 필수 항목을 추가해 주세요. 성명이 없으면 동의한 사람을 찾을 수 없습니다.',
  },
  'collection.fault.form_without_essential_purpose': {
    en: 'Make one purpose essential: what the service cannot be given without.',
    ko: '서비스 제공에 꼭 필요한 목적 하나를 필수로 지정해 주세요.',
  },
  'collection.fault.form_item_defined_twice': {
    en: 'Another item has the code {item} too. Remove one, or make its label, kind of value and sensitivity the same in every purpose.',
    ko: '코드 {item}을(를) 쓰는 항목이 또 있습니다. 하나를 삭제하거나, 모든 목적에서 항목 이름·입력 형식·민감도를 같게 해 주세요.',
  },
  'collection.fault.form_purpose_repeated': {
    en: 'One purpose stands on the form twice. Remove one of the two.',
    ko: '같은 목적이 두 번 있습니다. 하나를 삭제해 주세요.',
  },

  'collection.template.title': {
    en: 'Consent to the collection and use of personal data',
    ko: '개인정보 수집·이용 동의서',
  },
  'collection.template.introduction': {
    en: 'We ask for your consent to each of the following purposes separately. Please read them and answer each one.',
    ko: '아래 각 목적별로 개인정보의 수집·이용에 대한 동의를 받고자 합니다. 내용을 읽고 목적마다 동의 여부를 표시해 주시기 바랍니다.',
  },
  'collection.template.essential': { en: 'Membership and contact', ko: '회원 가입 및 연락' },
  'collection.template.essential_refusal': {
    en: 'You may refuse. Without your name and telephone number we cannot provide the service.',
    ko: '동의를 거부하실 수 있습니다. 다만 성명과 전화번호는 서비스 제공에 꼭 필요하므로, 거부하시면 서비스를 이용하실 수 없습니다.',
  },
  'collection.template.name': { en: 'Name', ko: '성명' },
  'collection.template.telephone': { en: 'Telephone', ko: '전화번호' },
  'collection.template.news': {
    en: 'News and offers by e-mail',
    ko: '전자우편을 통한 소식 및 혜택 안내(마케팅)',
  },
  'collection.template.news_refusal': {
    en: 'You may refuse. You can use the service all the same; you will only not receive our news.',
    ko: '동의를 거부하실 수 있으며, 거부하셔도 서비스 이용에는 제한이 없습니다. 다만 소식과 혜택 안내를 받으실 수 없습니다.',
  },
  'collection.template.email': { en: 'E-mail', ko: '전자우편' },
});
