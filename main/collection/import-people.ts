import type { ItemValue } from '../../shared/domain/collection/consent.ts';
import type { ConsentFormContent } from '../../shared/domain/collection/consent-form.ts';
import { foldName, lettersOf, telephoneDigits } from '../../shared/domain/collection/searchable-name.ts';
import type { WorkContext } from '../context.ts';
import { openJson } from '../storage/sealed-json.ts';
import { placeOfUnit, unitSecrets } from './sealed-records.ts';

/** By what one person is told from another of the same name. */
export interface Identity {
  /** The name letter by letter, without spaces, case and diacritics. */
  readonly letters: string;
  /** Telephone digits, else e-mail, else birth date; empty where the row tells none of them. */
  readonly contact: string;
}

const contactTypes = ['telephone', 'email', 'date'] as const;

export function identityOf(
  content: ConsentFormContent,
  name: string,
  values: readonly ItemValue[],
): Identity & { kind: (typeof contactTypes)[number] | null } {
  const typeOf = new Map(
    content.purposes.flatMap((purpose) => purpose.items).map((item) => [item.code, item.valueType]),
  );
  const letters = lettersOf(foldName(name));
  for (const kind of contactTypes) {
    const found = values.find(({ itemCode }) => typeOf.get(itemCode) === kind);
    if (found !== undefined) return { letters, kind, contact: comparable(kind, found.value) };
  }
  return { letters, kind: null, contact: '' };
}

function comparable(kind: (typeof contactTypes)[number], value: string): string {
  return kind === 'telephone' ? telephoneDigits(value) : value.normalize('NFKC').toLowerCase();
}

interface Known {
  readonly personId: string;
  readonly telephones: readonly string[];
}

/**
 * Who the office knows, for comparing 100,000 rows with 100,000 people: names and telephone numbers are taken from the search index, and
 * only where a name is the same and no telephone number tells more are the person's values opened.
 */
export class KnownPeople {
  readonly #context: WorkContext;
  readonly #byLetters = new Map<string, Known[]>();
  readonly #values = new Map<string, ReadonlySet<string>>();

  constructor(context: WorkContext) {
    this.#context = context;
    for (const { id, letters, telephones } of context.session.peopleSearch.identities()) {
      const known = this.#byLetters.get(letters) ?? [];
      known.push({ personId: id, telephones });
      this.#byLetters.set(letters, known);
    }
  }

  /** Null for somebody new. */
  find(identity: ReturnType<typeof identityOf>): { personId: string; byNameAlone: boolean } | null {
    const namesakes = this.#byLetters.get(identity.letters) ?? [];
    const { kind, contact } = identity;
    if (kind === null) {
      const [first] = namesakes;
      return first === undefined ? null : { personId: first.personId, byNameAlone: true };
    }
    const same = namesakes.find(({ personId, telephones }) =>
      kind === 'telephone' ? telephones.includes(contact) : this.#valuesOf(personId).has(contact),
    );
    return same === undefined ? null : { personId: same.personId, byNameAlone: false };
  }

  #valuesOf(personId: string): ReadonlySet<string> {
    const known = this.#values.get(personId);
    if (known !== undefined) return known;
    const { database, vault } = this.#context;
    const values = new Set(
      database
        .all<{ id: string; sealed: Uint8Array }>(
          'SELECT id, sealed FROM record_units WHERE person_id = ? AND sealed IS NOT NULL',
          [personId],
        )
        .flatMap(({ id, sealed }) => openJson(vault, placeOfUnit(id), sealed, unitSecrets).values)
        .map(({ value }) => comparable('email', value)),
    );
    this.#values.set(personId, values);
    return values;
  }
}

/** Reads in what the search index has not yet taken in, so that nobody is overlooked. */
export async function completeIndex(context: WorkContext): Promise<void> {
  const { peopleSearch } = context.session;
  while (peopleSearch.isBehind) {
    peopleSearch.readSome();
    const progress = peopleSearch.progress;
    context.progress('import_index', progress?.people ?? 0, progress?.of ?? 0);
    await context.safePoint();
  }
}
