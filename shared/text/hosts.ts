import { defineMessages } from './language.ts';

/** What the programs that open the application say in a terminal, before there is a window to say it in. */
export const hostsMessages = defineMessages({
  'host.start.chromium': {
    en: 'The Electron runtime is not installed, so Ashbook opens in a window of {browser}.',
    ko: 'Electron 실행 환경이 없어 {browser} 창에서 Ashbook을 엽니다.',
  },
  'host.start.no_display': {
    en: 'There is no display on this computer, so no window can be opened. Run `npm run demo -- --out DIR` to have a demonstration written to a folder, or `npm run --silent stdio -- --data DIR` to use Ashbook from a script.',
    ko: '이 컴퓨터에는 화면이 없어 창을 열 수 없습니다. 시연 결과를 폴더에 받으려면 `npm run demo -- --out 폴더`를, 스크립트로 사용하려면 `npm run --silent stdio -- --data 폴더`를 실행하세요.',
  },
  'host.start.bad_option': {
    en: 'The option {option} is not known. Known options: {known}.',
    ko: '{option} 옵션은 사용할 수 없습니다. 사용할 수 있는 옵션: {known}.',
  },
  'host.start.data_folder_missing': {
    en: 'Say which folder holds the office: --data DIR.',
    ko: '사무소 자료 폴더를 지정하세요: --data 폴더.',
  },
  'host.start.demo_preparing': {
    en: 'Preparing the demonstration office.',
    ko: '시연용 사무소를 준비하고 있습니다.',
  },
  'host.start.fetching_electron': {
    en: 'Fetching the Electron runtime (two minutes at most).',
    ko: 'Electron 실행 환경을 내려받고 있습니다(최대 2분).',
  },
  'host.start.building': {
    en: 'Building what has changed since the last time.',
    ko: '지난번 이후 바뀐 부분을 빌드하고 있습니다.',
  },
  'host.start.window_failed': {
    en: 'The window could not be opened.',
    ko: '창을 열지 못했습니다.',
  },
  'host.browser.installing_package': {
    en: 'No Chromium, Chrome or Edge was found: installing the package chromium.',
    ko: 'Chromium, Chrome, Edge를 찾지 못해 chromium 패키지를 설치합니다.',
  },
  'host.browser.downloading': {
    en: 'No Chromium, Chrome or Edge was found: downloading Chromium.',
    ko: 'Chromium, Chrome, Edge를 찾지 못해 Chromium을 내려받습니다.',
  },
  'host.browser.none': {
    en: 'No Chromium, Chrome or Edge was found and none could be installed. Install one, or set {variable} to the path of its program.',
    ko: 'Chromium, Chrome, Edge를 찾지 못했고 설치하지도 못했습니다. 하나를 설치하거나 {variable}에 실행 파일 경로를 지정하세요.',
  },
  'host.browser.chosen_missing': {
    en: '{variable} does not name a program that can be run.',
    ko: '{variable}에 지정된 파일을 실행할 수 없습니다.',
  },
  'host.menu.hide': { en: 'Hide Ashbook', ko: 'Ashbook 가리기' },
  'host.menu.quit': { en: 'Quit Ashbook', ko: 'Ashbook 종료' },
  'host.menu.edit': { en: 'Edit', ko: '편집' },
  'host.menu.undo': { en: 'Undo', ko: '실행 취소' },
  'host.menu.redo': { en: 'Redo', ko: '다시 실행' },
  'host.menu.cut': { en: 'Cut', ko: '잘라내기' },
  'host.menu.copy': { en: 'Copy', ko: '복사' },
  'host.menu.paste': { en: 'Paste', ko: '붙여넣기' },
  'host.menu.select_all': { en: 'Select All', ko: '모두 선택' },
  'host.menu.window': { en: 'Window', ko: '윈도우' },
  'host.menu.minimize': { en: 'Minimise', ko: '최소화' },
  'host.menu.full_screen': { en: 'Full Screen', ko: '전체 화면' },
});
