import fc from 'fast-check';
import { expect, it } from 'vitest';
import { capture } from '../../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { destroy, dueUnits } from '../../fixtures/order.ts';
import { provisionOf, publishThirdPartyForm, type ThirdPartyForm } from '../../fixtures/third-party.ts';

/**
 * Random lives of consents: given, withdrawn, run out, provided, handed over, called back, destroyed, in any order. After every step the
 * office is asked whether anybody holds what they may not, and whether a certificate says more than is so.
 */
interface Model {
  /** Consents that stand, with the day each was given. */
  readonly standing: Map<string, { additional: boolean; essential: boolean; givenOn: string }>;
}
interface Real {
  readonly office: TestOffice;
  readonly form: ThirdPartyForm;
  readonly vendorId: string;
}
type Step = fc.AsyncCommand<Model, Real>;

const clerk = ({ office }: Real) => office.as('clerk');
const today = ({ office }: Real) => office.clock.now().toZonedDateTimeISO('Asia/Seoul').toPlainDate();

/** Consents to the purpose that stand and whose year has not run out. */
function covered(model: Model, real: Real, purpose: 'essential' | 'additional'): number {
  return [...model.standing.values()].filter(
    (consent) => consent[purpose] && today(real).subtract({ years: 1 }).toString() <= consent.givenOn,
  ).length;
}

function step(name: string, run: (model: Model, real: Real) => Promise<void>): Step {
  return {
    check: () => true,
    run: async (model, real) => {
      await run(model, real);
      await expectNobodyHoldsMore(real);
    },
    toString: () => name,
  };
}

const give = fc.boolean().map((additional) =>
  step(`give(${additional})`, async (model, real) => {
    const givenOn = today(real).toString();
    const { consentId } = await capture(real.office, real.form, { additional, givenOn });
    model.standing.set(consentId, { additional, essential: true, givenOn });
  }),
);

const withdraw = fc
  .record({ place: fc.nat(), purpose: fc.constantFrom('essential' as const, 'additional' as const) })
  .map(({ place, purpose }) =>
    step(`withdraw(${place}, ${purpose})`, async (model, real) => {
      const mayBe = [...model.standing].filter(([, consent]) => consent[purpose]);
      const [consentId, consent] = mayBe[place % Math.max(1, mayBe.length)] ?? [];
      if (consentId === undefined || consent === undefined) return;
      const purposeIds = [real.form[purpose]];
      const answer = await clerk(real).answer('collection.withdraw', { consentId, purposeIds });
      // What has been destroyed in the meantime has no consent left to withdraw.
      if (!answer.ok && answer.error.code !== 'not_found') throw new Error(answer.error.code);
      consent[purpose] = false;
    }),
  );

const provide = fc.constant(
  step('provide', async (model, real) => {
    const answer = await clerk(real).answer('provision.recordProvision', {
      ...provisionOf(real.form),
      providedOn: today(real).toString(),
      keptUntil: null,
    });
    const people = covered(model, real, 'additional');
    if (answer.ok) expect(answer.value).toMatchObject({ report: { people } });
    else expect(people, answer.error.code).toBe(0);
  }),
);

const handOver = fc.constant(
  step('handOver', async (model, real) => {
    const answer = await clerk(real).answer('provision.recordHandOver', {
      vendorId: real.vendorId,
      purposeId: real.form.essential,
      to: { whose: 'everybody' },
      what: 'labels',
      way: 'file_transfer',
      isEncrypted: true,
      handedOverOn: today(real).toString(),
      dueBackOn: null,
    });
    const people = covered(model, real, 'essential');
    if (answer.ok) expect(answer.value).toMatchObject({ report: { people } });
    else expect(people, answer.error.code).toBe(0);
  }),
);

const answerRecall = fc
  .record({
    place: fc.nat(),
    how: fc.constantFrom('destroyed' as const, 'returned' as const, 'lost' as const),
  })
  .map(({ place, how }) =>
    step(`answer(${place}, ${how})`, async (_, real) => {
      const { recalls } = await clerk(real).call('provision.listRecalls', {
        show: 'open',
        vendorId: null,
        limit: 100,
        offset: 0,
      });
      const recall = recalls[place % Math.max(1, recalls.length)];
      if (recall === undefined || (recall.how === 'lost' && how === 'lost')) return;
      const answeredOn = today(real).toString();
      const { recallId } = recall;
      await clerk(real).call('provision.answerRecall', { recallId, how, answeredOn, answer: '' });
    }),
  );

const wait = fc.integer({ min: 1, max: 250 }).map((days) =>
  step(`wait(${days})`, async (_, real) => {
    real.office.clock.advance({ days });
    // The day's sweep runs when the office is opened.
    await real.office.restart();
    const reviewer = real.office.as('reviewer');
    const { trouble, today: shown } = await reviewer.call('retention.clockState', {});
    if (trouble !== null) await reviewer.call('retention.confirmClock', { today: shown });
  }),
);

const destroyDue = fc.constant(
  step('destroy', async (model, real) => {
    const due = await dueUnits(real.office);
    if (due.length === 0) return;
    await destroy(real.office, due);
    await clerk(real).call('office.home', {});
    const { database } = real.office.storage;
    for (const [consentId, consent] of model.standing) {
      for (const purpose of ['essential', 'additional'] as const) {
        const unit = database.value('SELECT 1 FROM record_units WHERE consent_id = ? AND purpose_id = ?', [
          consentId,
          real.form[purpose],
        ]);
        if (unit === undefined) consent[purpose] = false;
      }
    }
  }),
);

/** Nobody outside holds what they may not without having been asked for it, and no certificate is silent about it. */
async function expectNobodyHoldsMore(real: Real): Promise<void> {
  await clerk(real).call('office.home', {});
  const { database } = real.office.storage;
  const notAsked = database.all(
    `SELECT c.number, s.subject_id FROM known_copies c JOIN known_copy_subjects s ON s.copy_id = c.id
     LEFT JOIN record_units u ON u.id = s.subject_id
     WHERE c.kind IN ('provided_to_vendor', 'provided_to_recipient') AND c.how IS NULL
       AND NOT EXISTS (SELECT 1 FROM recalls r WHERE r.copy_id = c.id)
       AND (u.id IS NULL OR u.state <> 'active' OR u.due_on <= :today OR (
         SELECT type FROM consent_events e WHERE e.consent_id = u.consent_id AND e.purpose_id = u.purpose_id
         ORDER BY sequence DESC LIMIT 1) NOT IN ('given', 'renewed'))`,
    { today: today(real).toString() },
  );
  expect(notAsked).toEqual([]);
  const closedOverOpen = database.all(
    `SELECT d.number, r.id FROM destruction_orders d JOIN order_units o ON o.order_id = d.id
     JOIN known_copy_subjects s ON s.kind = 'unit' AND s.subject_id = o.unit_id
     JOIN recalls r ON r.copy_id = s.copy_id JOIN known_copies c ON c.id = r.copy_id
     WHERE d.state = 'destroyed' AND (c.how IS NULL OR c.how = 'lost') AND (
       EXISTS (SELECT 1 FROM certificates t WHERE t.order_id = d.id AND t.kind = 'completion')
       OR NOT EXISTS (SELECT 1 FROM certificates t WHERE t.order_id = d.id AND t.conditional = 1))`,
  );
  expect(closedOverOpen).toEqual([]);
}

it('never leaves a provision without consent, nor an order closed over an open recall', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.commands<Model, Real, false>(
        [give, give, withdraw, provide, handOver, answerRecall, wait, destroyDue],
        { maxCommands: 14 },
      ),
      async (commands) => {
        const office = await openTestOffice();
        try {
          const form = await publishThirdPartyForm(office);
          const vendor = { name: 'v', task: 't', contact: '', contractEndsOn: null, doesMarketing: false };
          const { vendorId } = await office.as('clerk').call('provision.addVendor', vendor);
          // From here through the contract, as a reviewer would: what a wrong clock left undone is caught up with.
          office.confirmsDates = false;
          await fc.asyncModelRun(
            () => ({ model: { standing: new Map() }, real: { office, form, vendorId } }),
            commands,
          );
        } finally {
          await office.remove();
        }
      },
    ),
    { numRuns: 12, interruptAfterTimeLimit: 45_000 },
  );
}, 120_000);
