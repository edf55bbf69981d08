/**
 * People who do not exist. The same seed invents the same people; no name, number, note or signature is used twice, so that
 * each can be searched for in the files of an office.
 */
export interface InventedPerson {
  readonly name: string;
  readonly telephone: string;
  readonly email: string;
  readonly address: string;
  readonly note: string;
  /** An SVG path nobody else's signature contains. */
  readonly signature: () => { width: number; height: number; path: string };
}

/** A small, well-known generator (mulberry32): enough to invent people, and the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const surnames = [...'김이박최정강조윤장임한오서신권황안송류홍'];
const firstSyllables = [...'민서지하도예수현준유은시윤재채태다가나주승우연소보규동상영혜'];
const secondSyllables = [...'준서윤우원호진민현영은아연희경수빈재하율린솔찬혁훈석주나람별'];
const latinFirst = [
  'Adela',
  'Bruno',
  'Clara',
  'Dario',
  'Elena',
  'Felix',
  'Greta',
  'Hanno',
  'Irene',
  'Jonas',
  'Karin',
  'Lukas',
  'Marta',
  'Nadia',
  'Oskar',
  'Paula',
];
const latinStems = [
  'Bergh',
  'Castel',
  'Dornw',
  'Ehrenf',
  'Falken',
  'Grunew',
  'Hallst',
  'Ingler',
  'Kolber',
  'Lindqv',
  'Morano',
  'Norden',
  'Ostrow',
  'Pellet',
  'Quintan',
  'Rosend',
];
const latinEnds = [
  'ald',
  'berg',
  'dahl',
  'eau',
  'feld',
  'grim',
  'hoff',
  'ines',
  'kamp',
  'lund',
  'mark',
  'ner',
  'olt',
  'rup',
  'sen',
  'wick',
];
const streets = ['은행나무길', '한강로', '솔밭길', '돌담길', '새벽길'];
const wishes = [
  'prefers calls after six',
  '문자 연락 희망',
  'asked for large print',
  '방문 전 연락 요망',
  'speaks German',
];

/** `count` people, in an order that depends on the seed alone. */
export function inventPeople(count: number, seed: number): InventedPerson[] {
  const random = randomFrom(seed);
  const names = new Set<string>();
  const numbers = new Set<string>();
  const pick = <Value>(from: readonly Value[]): Value => from[Math.floor(random() * from.length)] as Value;
  const unused = (taken: Set<string>, make: () => string): string => {
    for (;;) {
      const made = make();
      if (taken.has(made)) continue;
      taken.add(made);
      return made;
    }
  };
  return Array.from({ length: count }, () => {
    // Two in three Korean; three syllables, one of 20 x 30 x 30, then a fourth where many people are wanted.
    const korean = random() < 0.67;
    const name = unused(names, () =>
      korean
        ? pick(surnames) +
          pick(firstSyllables) +
          pick(secondSyllables) +
          (count > 2000 ? pick(secondSyllables) : '')
        : `${pick(latinFirst)} ${pick(latinStems)}${pick(latinEnds)}${count > 2000 ? `-${pick(latinStems)}${pick(latinEnds)}` : ''}`,
    );
    const number = unused(numbers, () => String(Math.floor(random() * 1e8)).padStart(8, '0'));
    const telephone = `010-${number.slice(0, 4)}-${number.slice(4)}`;
    let drawn = 0;
    return {
      name,
      telephone,
      email: `member${number}@example.org`,
      address: `${pick(streets)} ${number.slice(0, 3)}번지 ${number.slice(3)}호`,
      note: `${pick(wishes)} (note ${number})`,
      signature: () => {
        drawn += 1;
        const stroke = Array.from(
          { length: 6 },
          () => `${Math.floor(random() * 400)} ${Math.floor(random() * 150)}`,
        );
        // The person's number and a counter, written as fractions of coordinates inside the box, make the path theirs alone.
        return {
          width: 400,
          height: 150,
          path: `M20.${number.slice(0, 4)} 60.${number.slice(4)}L90.${drawn} 75C${stroke.join(' ')}`,
        };
      },
    };
  });
}
