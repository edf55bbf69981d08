import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { systemClock } from '../../main/clock.ts';
import { keepConsent, readShownForm } from '../../main/collection/capture.ts';
import { callerOf } from '../../main/hosts/demo/contract-caller.ts';
import { demoForms } from '../../main/hosts/demo/demo-forms.ts';
import { inventPeople } from '../../main/hosts/demo/invented-people.ts';
import { RecordsThread } from '../../main/records-thread.ts';
import { captureInput, passwordOf } from './bench-people.ts';
import { atDesk, indexAtRest } from './office-work.ts';
import { eachTimeAsync, peakMemory, processorTime } from './stopwatch.ts';

/** Consents kept in one transaction of the preparation. */
const batch = 2000;

export interface ProvisionTimes {
  readonly check: number;
  readonly record: number;
  /** Processor time of the recording. */
  readonly processor: number;
  /** Times the window was told how far it had come. */
  readonly progress: number;
  /** One of them withdraws: the copy is divided and a recall opened, in the withdrawal's transaction. */
  readonly withdrawal: number;
  readonly ledger: number;
  readonly peak: number;
}

/**
 * `people` of the office agree to a provision, a tenth of as many again refuse it; then it is checked and recorded through the bridge.
 * Milliseconds and megabytes.
 */
export async function measureProvision(officeFolder: string, people: number): Promise<ProvisionTimes> {
  const { purposeId, recipientId, consentIds } = await prepare(officeFolder, people);
  return atDesk(officeFolder, async ({ call, signIn, listen }) => {
    await signIn('clerk');
    await indexAtRest(call);
    const { today } = await call('office.status', {});
    let progress = 0;
    listen((event) => {
      if (event.event === 'progress' && event.channel === 'provision.recordProvision') progress += 1;
    });
    const asked = { purposeId, recipientId, itemCodes: ['telephone'], to: { whose: 'everybody' } as const };
    const found: number[] = [];
    const check = await once(async () => {
      found.push((await call('provision.checkProvision', asked)).people);
    });
    const before = processorTime();
    const record = await once(async () => {
      const { report } = await call('provision.recordProvision', {
        ...asked,
        fileName: 'bench',
        providedOn: today ?? '',
        cycle: 'once',
        keptUntil: null,
        way: 'file_transfer',
        isEncrypted: true,
        restrictions: '',
      });
      found.push(report.people);
    });
    const processor = processorTime() - before;
    if (found.some((count) => count !== people)) throw new Error('not everybody was provided');
    const [consentId = ''] = consentIds;
    const withdrawal = await once(() => call('collection.withdraw', { consentId, purposeIds: [purposeId] }));
    const ledger = await once(() =>
      call('provision.ledger', {
        ask: { from: null, to: null },
        format: 'pdf',
        languages: ['ko'],
        to: { way: 'screen' },
      }),
    );
    return { check, record, processor, progress, withdrawal, ledger, peak: peakMemory() };
  });
}

async function once(work: () => Promise<unknown>): Promise<number> {
  return (await eachTimeAsync(1, work))[0] ?? Number.NaN;
}

export async function prepare(officeFolder: string, people: number) {
  const thread = new RecordsThread({
    dataFolder: officeFolder,
    demo: false,
    clock: systemClock,
    logger: pino({ level: 'silent' }),
    emit: () => undefined,
  });
  try {
    const call = callerOf(thread);
    const signIn = (signInName: string) =>
      call('office.signIn', { signInName, password: passwordOf(signInName) });
    await signIn('reviewer');
    const { rules } = await call('retention.listRules', {});
    const rule = rules.find(({ content }) => content.period === 'P1Y' && !content.obligedByLaw);
    if (rule === undefined) throw new Error('the starting rules have no such rule');
    const name = 'Bench insurance';
    const { recipientId } = await call('provision.addRecipient', { name, contact: '', country: 'KR' });
    const { membership } = demoForms(() => thread.newId(), {
      consentRule: rule.ruleId,
      contractRule: rule.ruleId,
      insurance: { recipientId, name },
    });
    const { formVersionId } = await call('collection.publishForm', { formId: null, content: membership });
    const { digest } = await call('collection.getNotice', { formVersionId, language: 'ko' });
    const purposeIds = membership.purposes.map((purpose) => purpose.id);
    const purposeId = purposeIds.at(-1) ?? '';
    await signIn('clerk');
    const { today } = await call('office.status', {});
    const givenOn = Temporal.PlainDate.from(today ?? '')
      .subtract({ days: 30 })
      .toString();
    const invented = inventPeople(Math.ceil(people * 1.1), 3);
    const consentIds: string[] = [];
    for (let from = 0; from < invented.length; from += batch) {
      thread.inAuditedTransaction('collection.capture', (audited) => {
        const shown = readShownForm(audited, formVersionId, 'ko');
        audited.audit('collection.consent_captured', { formVersionId, people: batch });
        const context = { ...audited, audit: () => undefined };
        for (const [place, person] of invented.slice(from, from + batch).entries()) {
          const given = captureInput({ formVersionId, noticeDigest: digest, purposeIds }, person, givenOn);
          const refuses = from + place >= people;
          const answers = given.answers.map((answer) =>
            refuses && answer.purposeId === purposeId ? { ...answer, answer: 'refused' as const } : answer,
          );
          consentIds.push(keepConsent(context, shown, { ...given, answers }).consentId);
        }
      });
    }
    return { purposeId, recipientId, consentIds };
  } finally {
    await thread.close();
  }
}
