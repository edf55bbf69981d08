import { expect, it } from 'vitest';
import {
  consentStandings,
  type GateQuestion,
  gateRefusals,
  gateScopes,
  purposeCovers,
  refusalOf,
  taskPurposes,
  unitStandings,
  useKinds,
} from '../../../shared/domain/provision/gate.ts';
import { isMessageKey } from '../../../shared/text/messages.ts';

const purposes = [...taskPurposes, 'own_purpose', 'other_purpose'] as const;
const days = { consent: '2026-03-02', unit: '2026-04-30', suspension: '2026-05-01' };

/** Every combination there is: 6 kinds, 7 purposes, 3 coverages, 3 scopes, 2 bases, 5 standings of consent, 4 of the unit, suspended or not. */
const table: GateQuestion[] = useKinds.flatMap((kind) =>
  purposes.flatMap((purpose) =>
    purposeCovers.flatMap((covers) =>
      gateScopes.flatMap((scope) =>
        [true, false].flatMap((restsOnConsent) =>
          consentStandings.flatMap((standing) =>
            unitStandings.flatMap((unit) =>
              [null, days.suspension].flatMap((suspendedSince) =>
                [true, false].map((mayOpenSeparated) => ({
                  kind,
                  purpose,
                  covers,
                  scope,
                  restsOnConsent,
                  consent: { standing, on: standing === 'never_asked' ? null : days.consent },
                  unit: { standing: unit, on: unit === 'gone' ? null : days.unit },
                  suspendedSince,
                  mayOpenSeparated,
                })),
              ),
            ),
          ),
        ),
      ),
    ),
  ),
);

const isInside = ({ kind }: GateQuestion) => ['read', 'export', 'print'].includes(kind);
const isByLaw = (question: GateQuestion) =>
  isInside(question) && ['answer_request', 'fulfil_legal_duty'].includes(question.purpose);
const allowed = table.filter((question) => refusalOf(question) === null);

it('answers every combination, and each refusal has a sentence and is reached', () => {
  expect(table).toHaveLength(6 * 7 * 3 * 3 * 2 * 5 * 4 * 2 * 2);
  const reached = new Set(table.map((question) => refusalOf(question)?.code));
  for (const code of gateRefusals) {
    expect(reached).toContain(code);
    expect(isMessageKey(`provision.gate.${code}`)).toBe(true);
    expect(isMessageKey(`error.use_${code}`)).toBe(true);
  }
  expect(allowed.length).toBeGreaterThan(0);
});

it('keeps what is separately retained from every use that no law asks for, and from whoever may not open it', () => {
  for (const question of table.filter(({ unit }) => unit.standing === 'separated')) {
    const code = isByLaw(question) ? 'separated_not_permitted' : 'separated';
    const isOpen = isByLaw(question) && question.mayOpenSeparated;
    expect(refusalOf(question)).toEqual(isOpen ? null : { code, on: days.unit });
  }
});

it('holds back what is suspended, but lets it be corrected and the person be answered', () => {
  for (const question of allowed.filter(({ suspendedSince }) => suspendedSince !== null)) {
    expect(isByLaw(question) || question.purpose === 'correct_data').toBe(true);
    expect(isInside(question)).toBe(true);
  }
});

it('lets nothing rest on a consent that does not stand, unless a law asks for it', () => {
  for (const question of table) {
    const { restsOnConsent, consent } = question;
    if (!restsOnConsent || consent.standing === 'given' || isByLaw(question)) continue;
    expect(refusalOf(question), JSON.stringify(question)).not.toBeNull();
  }
  // And asks for none where a law has given another basis.
  for (const question of table.filter(({ restsOnConsent }) => !restsOnConsent)) {
    expect(refusalOf(question)?.code ?? '').not.toMatch(/^consent_/);
  }
});

it('lets nothing leave the office but for the very purpose it was collected for, and what that purpose covers', () => {
  const leaving = allowed.filter((question) => !isInside(question));
  expect(new Set(leaving.map(({ kind, covers }) => `${kind} ${covers}`))).toEqual(
    new Set(['hand_over own_use', 'provision provision', 'transfer_abroad transfer_abroad']),
  );
  expect(leaving.filter(({ kind, scope }) => kind !== 'hand_over' && scope !== 'covered')).toEqual([]);
  for (const question of leaving) {
    expect(question).toMatchObject({
      purpose: 'own_purpose',
      unit: { standing: 'in_use' },
      suspendedSince: null,
    });
    expect(question.restsOnConsent && question.consent.standing !== 'given').toBe(false);
  }
});

it('uses nothing whose period has ended, unless a law asks for it', () => {
  for (const question of allowed.filter(({ unit }) => unit.standing === 'period_ended')) {
    expect(isByLaw(question)).toBe(true);
  }
});

it('gives nothing where nothing is kept', () => {
  expect(allowed.filter(({ unit }) => unit.standing === 'gone')).toEqual([]);
});

it('never uses data for a purpose it was not collected for', () => {
  expect(allowed.filter(({ purpose }) => purpose === 'other_purpose')).toEqual([]);
});

it('allows what nothing stands against', () => {
  for (const question of table) {
    const { kind, purpose, covers, scope, restsOnConsent, consent, unit, suspendedSince } = question;
    const isFree = unit.standing === 'in_use' && suspendedSince === null && purpose !== 'other_purpose';
    if (!isFree || (restsOnConsent && consent.standing !== 'given')) continue;
    const fits =
      isInside(question) ||
      (purpose === 'own_purpose' &&
        (kind === 'hand_over' || scope === 'covered') &&
        covers ===
          { hand_over: 'own_use', provision: 'provision', transfer_abroad: 'transfer_abroad' }[
            kind as string
          ]);
    expect(refusalOf(question) === null, JSON.stringify(question)).toBe(fits);
  }
});

it('says of which day it speaks', () => {
  const question: GateQuestion = {
    kind: 'read',
    purpose: 'own_purpose',
    covers: 'own_use',
    scope: 'covered',
    restsOnConsent: true,
    consent: { standing: 'refused', on: '2026-03-02' },
    unit: { standing: 'in_use', on: '2027-03-02' },
    suspendedSince: null,
    mayOpenSeparated: true,
  };
  expect(refusalOf(question)).toEqual({ code: 'consent_refused', on: '2026-03-02' });
  expect(refusalOf({ ...question, consent: { standing: 'withdrawn', on: '2026-04-01' } })).toEqual({
    code: 'consent_withdrawn',
    on: '2026-04-01',
  });
});
