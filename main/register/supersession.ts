import { Refusal } from '../../shared/domain/refusal.ts';
import { canonicalJsonBytes } from '../../shared/domain/register/canonical-json.ts';
import {
  type DestructionContent,
  sealCertificate,
  unitIdsOf,
} from '../../shared/domain/register/certificate.ts';
import {
  changesBetween,
  type Supersession,
  supersessionStatement,
} from '../../shared/domain/register/supersession.ts';
import { dateIn } from '../../shared/domain/retention/due-date.ts';
import { instantText } from '../clock.ts';
import type { Handlers, WorkContext } from '../context.ts';
import { presentSigningKey } from '../office/user.ts';
import { sha256 } from '../storage/cryptography.ts';
import { signCheckpoint } from './audit-checkpoint.ts';
import { readCertificate } from './certificate.ts';
import { nextCertificateNumber } from './certificate-number.ts';
import { issueCompletions } from './completion.ts';

type Input = Parameters<Handlers<'register'>['register.supersedeCertificate']>[1];

/**
 * The correction of a certificate: a further one of the same kind with everything in it, which names the other and what is
 * different, signed by the person who says so. The other stays as it is.
 */
export const supersessionHandlers: Pick<Handlers<'register'>, 'register.supersedeCertificate'> = {
  'register.supersedeCertificate': (context, input) =>
    context.database.transaction(() => supersede(context, input)),
};

function supersede(context: WorkContext, { number, digest, reason, correction }: Input): { number: string } {
  const { database, storage, clock, office } = context;
  const old = readCertificate(database, number);
  if (old.content.kind === 'completion') throw new Refusal('certificate_not_correctable');
  if (old.digest !== digest) throw new Refusal('certificate_changed');
  const later = database.value<string>('SELECT number FROM certificates WHERE supersedes = ?', [number]);
  if (later !== undefined) throw new Refusal('certificate_superseded', { number: later });
  const content = corrected(old.content, correction);
  const changes = changesBetween(old.content, content);
  if (changes.length === 0) throw new Refusal('certificate_nothing_different');
  const supersedes = signed(context, {
    number,
    digest,
    issuedAt: old.content.issuedAt,
    reason,
    changes,
  });
  const year = Number(dateIn(office.timeZone, clock.now()).slice(0, 4));
  const next = nextCertificateNumber(database, year);
  const envelope = sealCertificate(
    {
      ...content,
      number: next.number,
      issuedAt: instantText(clock.now()),
      supersedes,
      audit: signCheckpoint(storage, clock),
    },
    { sha256, sign: (message) => storage.signAsOffice(message), publicKey: storage.officePublicKey },
  );
  database.run(
    `INSERT INTO certificates
       (number, year, serial, order_id, kind, supersedes, envelope, digest, unit_count, conditional, issued_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      next.number,
      year,
      next.serial,
      content.order.id,
      content.kind,
      number,
      JSON.stringify(envelope),
      envelope.digest,
      unitIdsOf(content).length,
      content.conditional ? 1 : 0,
      envelope.content.issuedAt,
    ],
  );
  context.audit('register.certificate_issued', {
    number: next.number,
    orderId: content.order.id,
    digest: envelope.digest,
    supersedes: number,
  });
  // Where every copy has ended since, the condition that was taken over is lifted at once.
  issueCompletions(context);
  return { number: next.number };
}

/** What a person may say better than it was said: names and facts around the deed, never the deed, its units or its checks. */
function corrected(content: DestructionContent, correction: Input['correction']): DestructionContent {
  const office = { ...content.office, name: correction.officeName };
  if (content.kind === 'paper') return { ...content, office };
  const { storageFacts } = correction;
  const [medium, ...others] = content.media;
  if (medium === undefined || correction.medium === null || storageFacts === null)
    return { ...content, office };
  const described = correction.medium;
  const toldBySystem = medium.toldBySystem.filter((field) => described[field] === medium[field]);
  return {
    ...content,
    office,
    media: [{ ...medium, ...described, toldBySystem }, ...others],
    storageFacts: { ...content.storageFacts, ...storageFacts },
  };
}

function signed({ database, actor, clock }: WorkContext, said: Omit<Supersession, 'by'>): Supersession {
  const at = instantText(clock.now());
  const { issuedAt, ...statement } = said;
  const bytes = canonicalJsonBytes(
    supersessionStatement.parse({
      format: 'ashbook-supersession/1',
      ...statement,
      userId: actor.id,
      staffNumber: actor.staffNumber,
      roles: [...actor.roles],
      at,
    }),
  );
  return {
    ...said,
    by: {
      user: { id: actor.id, staffNumber: actor.staffNumber, roles: [...actor.roles] },
      at,
      signature: Buffer.from(actor.sign(bytes)).toString('base64'),
      publicKey: Buffer.from(presentSigningKey(database, actor.id).publicKey).toString('base64'),
    },
  };
}
