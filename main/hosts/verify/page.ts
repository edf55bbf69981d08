import type { EvidenceCheck } from '../../../shared/domain/register/evidence.ts';
import { checkEvidence } from '../../../shared/domain/register/evidence-check.ts';
import type { Language } from '../../../shared/text/language.ts';
import { checkInWords, createVerifyText } from '../../../shared/text/register-verify.ts';
import { readEvidence } from '../../register/evidence-file.ts';
import { evidenceTools } from '../../register/evidence-tools.ts';

/**
 * The stand-alone verifier in a browser: one HTML file that is opened from a disk, without network and without the office. It is
 * bundled with everything it needs (main/hosts/verify/build.ts); its policy lets nothing in or out.
 */
const given: { name: string; bytes: Uint8Array }[] = [];
let language: Language = navigator.language.startsWith('ko') ? 'ko' : 'en';
let checks: EvidenceCheck[] = [];

function element<Kind extends HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found as Kind;
}

const choose = element<HTMLInputElement>('choose');
const key = element<HTMLInputElement>('key');
const results = element<HTMLUListElement>('results');

function speak(): void {
  const text = createVerifyText(language);
  document.documentElement.lang = language;
  document.title = text('register.verify.page.title');
  for (const part of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const name = part.dataset.text;
    if (name === 'title' || name === 'lead' || name === 'choose' || name === 'drop' || name === 'key')
      part.textContent = text(`register.verify.page.${name}`);
    if (name === 'clear') part.textContent = text('register.verify.page.clear');
    if (name === 'limits') part.textContent = text('register.verify.limits');
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === language));
  }
  show();
}

function show(): void {
  const text = createVerifyText(language);
  results.replaceChildren(
    ...checks.map((check) => {
      const item = document.createElement('li');
      item.className = check.result;
      const mark = document.createElement('strong');
      mark.textContent = text(`register.verify.result.${check.result}`);
      const sentence = document.createElement('span');
      sentence.textContent = checkInWords(text, check);
      item.append(mark, sentence);
      return item;
    }),
  );
  const summary = element('summary');
  const failed = checks.filter(({ result }) => result === 'fail').length;
  summary.className = failed > 0 ? 'fail' : 'pass';
  summary.textContent =
    checks.length === 0 ? '' : text('register.verify.summary', { checks: checks.length, failed });
  element('done').hidden = checks.length === 0;
}

async function check(): Promise<void> {
  const text = createVerifyText(language);
  const typed = key.value.replaceAll(/\s/gu, '').toLowerCase();
  const isKey = /^[0-9a-f]{64}$/u.test(typed);
  element('key-problem').textContent =
    typed === '' || isKey ? '' : text('register.verify.page.key.malformed');
  if (given.length === 0) return;
  element('summary').textContent = text('register.verify.page.checking');
  const files = await Promise.all(given.map(({ name, bytes }) => readEvidence(name, bytes)));
  checks = checkEvidence(files, evidenceTools, isKey ? typed : undefined).checks;
  show();
}

async function take(files: Iterable<File>): Promise<void> {
  for (const file of files) given.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  await check();
}

choose.addEventListener('change', () => {
  void take([...(choose.files ?? [])]).then(() => {
    choose.value = '';
  });
});
key.addEventListener('change', () => void check());
element('clear').addEventListener('click', () => {
  given.length = 0;
  checks = [];
  show();
});
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  void take([...(event.dataTransfer?.files ?? [])]);
});
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-language]')) {
  button.addEventListener('click', () => {
    language = button.dataset.language === 'ko' ? 'ko' : 'en';
    speak();
  });
}
speak();
