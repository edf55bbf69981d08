/**
 * The typefaces of the window, the same as of documents (main/documents/fonts.ts). A browser reads only those of which a letter is shown;
 * tokens.css says in which order they are asked.
 */
import '@fontsource-variable/noto-sans-kr/index.css';
import '@fontsource/gowun-batang/400.css';
import '@fontsource/gowun-batang/700.css';
import '@fontsource-variable/noto-sans/wght.css';
import '@fontsource-variable/noto-sans-arabic/wght.css';
import '@fontsource-variable/noto-sans-armenian/wght.css';
import '@fontsource-variable/noto-sans-bengali/wght.css';
import '@fontsource-variable/noto-sans-devanagari/wght.css';
import '@fontsource-variable/noto-sans-ethiopic/wght.css';
import '@fontsource-variable/noto-sans-georgian/wght.css';
import '@fontsource-variable/noto-sans-hebrew/wght.css';
import '@fontsource-variable/noto-sans-khmer/wght.css';
import '@fontsource-variable/noto-sans-lao/wght.css';
import '@fontsource-variable/noto-sans-myanmar/wght.css';
import '@fontsource-variable/noto-sans-sinhala/wght.css';
import '@fontsource-variable/noto-sans-tamil/wght.css';
import '@fontsource-variable/noto-sans-thai/wght.css';
