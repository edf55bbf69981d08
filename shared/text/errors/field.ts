import type { FieldProblem } from '../../contract/error-codes.ts';
import type { Message } from '../language.ts';

/** What is wrong with one field, said beside it. */
export const fieldErrors = {
  'error.field.required': { en: 'Fill this in.', ko: '입력해 주십시오.' },
  'error.field.too_short': {
    en: 'At least {limit, plural, one {# character} other {# characters}}.',
    ko: '{limit}자 이상 입력해 주십시오.',
  },
  'error.field.too_long': {
    en: 'At most {limit, plural, one {# character} other {# characters}}.',
    ko: '{limit}자 이하로 입력해 주십시오.',
  },
  'error.field.too_small': { en: 'At least {limit}.', ko: '{limit} 이상이어야 합니다.' },
  'error.field.too_large': { en: 'At most {limit}.', ko: '{limit} 이하여야 합니다.' },
  'error.field.too_few': { en: 'Choose at least {limit}.', ko: '{limit}개 이상 선택해 주십시오.' },
  'error.field.too_many': { en: 'Choose at most {limit}.', ko: '{limit}개까지 선택할 수 있습니다.' },
  'error.field.control_characters': {
    en: 'There are characters in it that cannot be shown. Type it again.',
    ko: '표시할 수 없는 문자가 들어 있습니다. 다시 입력해 주십시오.',
  },
  'error.field.date': { en: 'Enter a date that exists.', ko: '올바른 날짜를 입력해 주십시오.' },
  'error.field.period': {
    en: 'Enter a period of years, months or days, up to 100 years.',
    ko: '연·월·일 단위로 100년 이하의 기간을 입력해 주십시오.',
  },
  'error.field.sign_in_name': {
    en: 'Letters, digits and . _ - only, without spaces.',
    ko: '글자, 숫자와 . _ - 만 사용할 수 있으며 띄어쓰기는 할 수 없습니다.',
  },
  'error.field.signature': { en: 'Sign in the box.', ko: '서명란에 서명해 주십시오.' },
  'error.field.time': { en: 'Write the time as 09:30.', ko: '시각을 09:30과 같이 입력해 주십시오.' },
  'error.field.item_code': {
    en: 'Small Latin letters, digits and _ only, beginning with a letter.',
    ko: '영문 소문자로 시작하고 소문자, 숫자, _ 만 사용할 수 있습니다.',
  },
  'error.field.entry_code': {
    en: 'Latin letters, digits and - . / _ only, with at least one digit and no blanks, for example B-0042.',
    ko: '영문, 숫자, - . / _ 만 쓸 수 있으며 숫자가 하나 이상 있어야 합니다. 예: B-0042',
  },
  'error.field.window_empty': {
    en: 'Choose another time than the one it begins at.',
    ko: '시작 시각과 다른 시각을 입력해 주십시오.',
  },
  'error.field.not_one_of': {
    en: 'Choose one of the possible values.',
    ko: '정해진 값 가운데 하나를 선택해 주십시오.',
  },
  'error.field.wrong_type': {
    en: 'This is not the kind of value expected here.',
    ko: '값의 종류가 맞지 않습니다.',
  },
  'error.field.unexpected': {
    en: 'There is a field here that does not belong.',
    ko: '있어서는 안 되는 항목이 있습니다.',
  },
  'error.field.format': { en: 'This does not have the right form.', ko: '형식이 맞지 않습니다.' },
} satisfies Record<`error.field.${FieldProblem}`, Message>;
