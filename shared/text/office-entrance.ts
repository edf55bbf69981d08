import { defineMessages } from './language.ts';

/** What a person reads before the desk: first run, sign-in, lock, and the choice of a password. */
export const officeEntranceMessages = defineMessages({
  'office.entrance.label': { en: 'About Ashbook', ko: 'Ashbook 소개' },
  'office.entrance.claim': {
    en: 'After the records are ash, the book remains.',
    ko: '기록은 재가 되어도, 장부는 남습니다.',
  },
  'office.entrance.collection': {
    en: 'Only what is needed, with the person’s consent.',
    ko: '동의를 받아 꼭 필요한 만큼만 모읍니다.',
  },
  'office.entrance.provision': {
    en: 'Only for what was agreed, and written down.',
    ko: '동의한 목적 안에서만 쓰고, 내역을 남깁니다.',
  },
  'office.entrance.destruction': {
    en: 'Without delay, beyond recovery, with proof.',
    ko: '지체 없이, 복구할 수 없게 파기하고 증명합니다.',
  },
  'office.entrance.offline': {
    en: 'Everything stays on this computer. Ashbook opens no connection.',
    ko: '모든 자료는 이 컴퓨터에만 저장됩니다. Ashbook은 외부와 통신하지 않습니다.',
  },

  'office.sign_in.title': { en: 'Sign in', ko: '로그인' },
  'office.sign_in.submit': { en: 'Sign in', ko: '로그인' },
  'office.sign_in.wrong': {
    en: 'Sign-in name or password is wrong.',
    ko: '로그인 이름 또는 비밀번호가 맞지 않습니다.',
  },
  'office.sign_in.too_early': {
    en: 'Not yet: a wrong password was given a moment ago.',
    ko: '조금 전에 비밀번호가 틀려 잠시 기다려야 합니다.',
  },
  'office.sign_in.wait': {
    en: 'You can try again in {seconds, plural, one {# second} other {# seconds}}.',
    ko: '{seconds, number}초 뒤에 다시 시도할 수 있습니다.',
  },
  'office.demo.title': { en: 'Demonstration office', ko: '시연용 사무소' },
  'office.demo.text': {
    en: 'Everybody in it is invented. Choose a name to fill in the form above.',
    ko: '모두 가상의 인물입니다. 이름을 누르면 위 칸이 채워집니다.',
  },

  'office.lock.title': { en: 'Locked', ko: '잠겨 있습니다' },
  'office.lock.text': { en: 'Unlock with your password.', ko: '비밀번호를 입력하면 다시 열립니다.' },
  'office.lock.text_named': {
    en: '{name} is at this desk. What was being written is kept.',
    ko: '{name} 님이 사용 중인 화면입니다. 작성 중이던 내용은 그대로 있습니다.',
  },
  'office.lock.goes_on': {
    en: 'While locked, the office goes on finding what falls due and what is late. It destroys nothing that nobody has begun or scheduled.',
    ko: '잠겨 있는 동안에도 파기 예정일과 지연 여부는 계속 확인합니다. 사람이 시작했거나 예약한 파기만 진행합니다.',
  },
  'office.lock.wrong': { en: 'The password is wrong.', ko: '비밀번호가 맞지 않습니다.' },
  'office.lock.too_early': {
    en: 'Not yet: a wrong password was given a moment ago.',
    ko: '조금 전에 비밀번호가 틀려 잠시 기다려야 합니다.',
  },
  'office.lock.unlock': { en: 'Unlock', ko: '잠금 해제' },
  'office.lock.sign_out_hint': {
    en: 'Somebody else? Sign out first; what was not saved is lost then.',
    ko: '다른 사람이 사용하려면 먼저 로그아웃해 주세요. 저장하지 않은 내용은 사라집니다.',
  },

  'office.password.hint': {
    en: 'At least {shortest, number} characters; a whole sentence is best.',
    ko: '{shortest, number}자 이상. 어려운 기호보다 긴 문장이 안전합니다.',
  },
  'office.password.too_short': {
    en: 'At least {shortest, number} characters, please.',
    ko: '{shortest, number}자 이상 입력해 주세요.',
  },
  'office.password.too_easy': {
    en: 'This is too easy to guess. Make it longer or less common.',
    ko: '쉽게 짐작할 수 있는 비밀번호입니다. 더 길게, 흔하지 않게 바꿔 주세요.',
  },
  'office.password.repeat': { en: 'Password again', ko: '비밀번호 확인' },
  'office.password.differs': { en: 'The two passwords differ.', ko: '비밀번호가 서로 다릅니다.' },
  'office.password.show': { en: 'Show the password', ko: '비밀번호 보기' },
  'office.password.unrated': { en: 'Strength', ko: '안전도' },
  'office.password.score_0': { en: 'Guessed at once', ko: '바로 짐작할 수 있음' },
  'office.password.score_1': { en: 'Easily guessed', ko: '쉽게 짐작할 수 있음' },
  'office.password.score_2': { en: 'Acceptable', ko: '사용할 수 있음' },
  'office.password.score_3': { en: 'Strong', ko: '안전함' },
  'office.password.score_4': { en: 'Very strong', ko: '매우 안전함' },

  'office.first_run.step': {
    en: 'Setting up, page {step, number} of {steps, number}',
    ko: '처음 설정, {steps, number}쪽 중 {step, number}쪽',
  },
  'office.first_run.office': { en: 'The office', ko: '사무소' },
  'office.first_run.office_brief': {
    en: 'Name, time zone, rules to start from',
    ko: '이름, 시간대, 기본 규칙',
  },
  'office.first_run.protection': { en: 'Protection', ko: '암호화' },
  'office.first_run.protection_brief': { en: 'How the file is encrypted', ko: '자료 파일의 암호화 방식' },
  'office.first_run.administrator': { en: 'First administrator', ko: '첫 관리자' },
  'office.first_run.administrator_brief': { en: 'Who sets things up', ko: '설정을 맡을 사람' },
  'office.first_run.second_user': { en: 'Second user', ko: '두 번째 사용자' },
  'office.first_run.second_user_brief': {
    en: 'Because nobody destroys alone',
    ko: '혼자서는 파기할 수 없기 때문입니다',
  },
  'office.first_run.office_name': { en: 'Name of the office', ko: '사무소 이름' },
  'office.first_run.office_name_hint': {
    en: 'Stands on consent forms and certificates.',
    ko: '동의서와 파기 확인서에 표시됩니다.',
  },
  'office.first_run.time_zone': { en: 'Time zone', ko: '시간대' },
  'office.first_run.time_zone_hint': {
    en: 'Decides on which day a period ends. Type to search.',
    ko: '보유 기간이 끝나는 날짜의 기준입니다. 입력하면 찾을 수 있습니다.',
  },
  'office.first_run.jurisdiction': { en: 'Retention rules to start from', ko: '처음에 사용할 보유 기준' },
  'office.first_run.jurisdiction_hint': {
    en: 'Rules can be added at any time; each names the law it rests on.',
    ko: '규칙은 언제든 추가할 수 있으며, 규칙마다 근거 법령이 표시됩니다.',
  },
  'office.jurisdiction.korea': { en: 'Korea', ko: '대한민국' },
  'office.jurisdiction.korea_means': {
    en: 'Periods of the E-Commerce Act and other Korean laws, under the Personal Information Protection Act.',
    ko: '개인정보 보호법을 바탕으로 전자상거래법 등 국내 법령의 보존기간을 넣습니다.',
  },
  'office.jurisdiction.gdpr': { en: 'European Union (GDPR)', ko: '유럽연합(GDPR)' },
  'office.jurisdiction.gdpr_means': {
    en: 'Periods that commonly apply under the GDPR, to be checked against the law of your country.',
    ko: 'GDPR 적용 국가에서 흔히 쓰는 보존기간을 넣습니다. 해당 국가의 법령을 확인해 주세요.',
  },
  'office.jurisdiction.empty': { en: 'Empty', ko: '비워 두기' },
  'office.jurisdiction.empty_means': {
    en: 'No rules. Write your own before the first consent form.',
    ko: '규칙 없이 시작합니다. 동의서를 게시하기 전에 직접 등록해 주세요.',
  },
  'office.first_run.protection_text': {
    en: 'Everything the office writes goes into one encrypted file. Each person’s data has a key of its own besides: destroying that key is what makes the data unrecoverable.',
    ko: '사무소의 모든 자료는 암호화된 파일 하나에 저장됩니다. 개인정보는 사람마다 별도의 키로 한 번 더 암호화하며, 그 키를 없애면 누구도 복구할 수 없습니다.',
  },
  'office.first_run.cipher': { en: 'Encryption of the file', ko: '파일 암호화 방식' },
  'office.first_run.cipher_hint': {
    en: 'Cannot be changed later.',
    ko: '나중에 바꿀 수 없습니다.',
  },
  'office.cipher.aegis': { en: 'AEGIS-256: the usual choice', ko: 'AEGIS-256: 일반적인 선택' },
  'office.cipher.aegis_means': {
    en: 'Modern and fast. It is not on NIST’s list of approved ciphers.',
    ko: '최신 방식이며 빠릅니다. 다만 NIST 승인 암호 목록에는 없습니다.',
  },
  'office.cipher.sqlcipher': { en: 'AES-256 (SQLCipher)', ko: 'AES-256(SQLCipher)' },
  'office.cipher.sqlcipher_means': {
    en: 'For offices that are obliged to use AES. Writing takes about three times as long.',
    ko: 'AES를 반드시 써야 하는 기관에 적합합니다. 처리 시간이 약 세 배 걸립니다.',
  },
  'office.first_run.no_recovery': {
    en: 'There is no back door',
    ko: '비밀번호를 대신 찾아 드릴 수 없습니다',
  },
  'office.first_run.no_recovery_text': {
    en: 'If every user forgets the password, only the printed recovery kit opens the office again. It is made right after this; without it nobody can help, and neither can we.',
    ko: '모든 사용자가 비밀번호를 잊으면 인쇄해 둔 복구 카드로만 자료를 다시 열 수 있습니다. 사무소를 만든 뒤 바로 발급할 수 있으며, 카드가 없으면 누구도 도와드릴 수 없습니다.',
  },
  'office.first_run.administrator_text': {
    en: 'Adds further users and looks after forms and rules. More roles can be held at once.',
    ko: '다른 사용자를 추가하고 동의서와 규칙을 관리합니다. 여러 역할을 함께 맡을 수 있습니다.',
  },
  'office.first_run.second_user_text': {
    en: 'What one person asks for, another approves. So an office starts with two people.',
    ko: '한 사람이 요청하면 다른 사람이 승인합니다. 그래서 처음부터 두 사람을 등록합니다.',
  },
  'office.first_run.three_people': {
    en: 'One destruction takes three people',
    ko: '파기 한 건에는 세 사람이 필요합니다',
  },
  'office.first_run.three_people_text': {
    en: 'A reviewer asks for it, another reviewer approves it, an operator carries it out. Add the third person, and as many as you like, under “Users and roles”.',
    ko: '검토자가 요청하고, 다른 검토자가 승인하며, 파기 수행자가 집행합니다. 세 번째 사용자와 그 밖의 사용자는 ‘사용자와 역할’에서 추가할 수 있습니다.',
  },
  'office.first_run.create': { en: 'Create the office', ko: '사무소 만들기' },
  'office.first_run.creating': { en: 'Creating the office', ko: '사무소를 만들고 있습니다' },
});
