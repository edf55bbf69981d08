import type { Message } from '../language.ts';

export const callErrors = {
  'error.malformed_json': {
    en: 'This line is not valid JSON. Send one JSON object on each line.',
    ko: '올바른 JSON이 아닙니다. 한 줄에 JSON 객체 하나씩 보내 주십시오.',
  },
  'error.malformed_request': {
    en: 'A request needs an "id" and a "channel". docs/stdio.md shows the form.',
    ko: '요청에는 "id"와 "channel"이 있어야 합니다. 형식은 docs/stdio.md에 있습니다.',
  },
  'error.line_too_long': {
    en: 'This line is longer than {megabytes} MiB and was not read. Send less at once.',
    ko: '한 줄이 {megabytes} MiB를 넘어 읽지 않았습니다. 한 번에 보내는 양을 줄여 주십시오.',
  },
  'error.unknown_channel': {
    en: 'There is no such function in this version. "contract.describe" lists all there are.',
    ko: '이 버전에 없는 기능입니다. "contract.describe"로 전체 목록을 볼 수 있습니다.',
  },
  'error.invalid_input': {
    en: 'Some entries are not right. Correct the marked fields and try again.',
    ko: '입력 내용에 잘못된 항목이 있습니다. 표시된 항목을 고친 뒤 다시 시도해 주십시오.',
  },
  'error.signed_out': {
    en: 'Nobody is signed in. Sign in first.',
    ko: '로그인한 사람이 없습니다. 먼저 로그인해 주십시오.',
  },
  'error.locked': {
    en: 'The screen is locked. Enter your password to go on.',
    ko: '화면이 잠겨 있습니다. 비밀번호를 입력하면 계속할 수 있습니다.',
  },
  'error.forbidden': {
    en: 'Your role does not allow this. Ask a colleague who may, or an administrator to change your roles.',
    ko: '맡은 역할로는 할 수 없는 일입니다. 권한이 있는 담당자에게 요청하거나 관리자에게 역할 변경을 문의해 주십시오.',
  },
  'error.not_found': {
    en: 'It is no longer there. Go back to the list and choose again.',
    ko: '더 이상 존재하지 않습니다. 목록으로 돌아가 다시 선택해 주십시오.',
  },
  'error.cancelled': { en: 'Cancelled. Nothing was changed.', ko: '취소했습니다. 변경된 내용은 없습니다.' },
  'error.other_work_running': {
    en: 'A destruction, a backup or other work on the whole office is still running. Wait until it is done and try again.',
    ko: '파기나 백업처럼 사무소 전체를 다루는 작업이 진행 중입니다. 끝난 뒤 다시 시도해 주십시오.',
  },
  'error.work_interrupted': {
    en: 'The work was interrupted because the office was closed. Nothing is lost; start it again.',
    ko: '사무소를 닫아 작업이 중단되었습니다. 잃은 내용은 없으니 다시 시작해 주십시오.',
  },
  'error.internal': {
    en: 'Something went wrong that should not have. Nothing was saved. If it happens again, tell your administrator this number: {id}',
    ko: '예상하지 못한 문제가 생겼으며 저장된 내용은 없습니다. 같은 일이 되풀이되면 관리자에게 이 번호를 알려 주십시오: {id}',
  },
  'error.records_stopped': {
    en: 'The records stopped working. Close Ashbook and start it again; nothing that was saved is lost.',
    ko: '기록 처리가 중단되었습니다. 프로그램을 닫고 다시 시작해 주십시오. 저장된 내용은 그대로 남아 있습니다.',
  },
} satisfies Record<string, Message>;
