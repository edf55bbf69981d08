import { canonicalJson } from './canonical-json.ts';
import { unitIdsOf } from './certificate.ts';
import { checkpointContinues } from './checkpoint.ts';
import type { EvidenceCheck, EvidenceCode, EvidenceTools, KnownEvidence } from './evidence.ts';
import type { Sha256 } from './merkle-tree.ts';
import { changesBetween } from './supersession.ts';

/** What the files say of each other. */
export function checkTogether(known: KnownEvidence, { sha256 }: EvidenceTools): EvidenceCheck[] {
  const checks: EvidenceCheck[] = [];
  const say = (
    code: EvidenceCode,
    result: EvidenceCheck['result'],
    files: readonly string[],
    about: EvidenceCheck['about'] = {},
  ) => checks.push({ code, result, files: [...new Set(files)], about });
  const passed = (holds: boolean) => (holds ? 'pass' : 'fail');

  for (const { name, proof } of known.proofs) {
    const certificate = known.certificates.find(
      ({ envelope }) => envelope.digest === proof.certificate.digest,
    );
    if (certificate === undefined) {
      say('person_certificate_absent', 'unknown', [name], { number: proof.certificate.number });
      continue;
    }
    const { content } = certificate.envelope;
    const holds =
      content.kind !== 'completion' &&
      content.number === proof.certificate.number &&
      content.unitsRoot === proof.certificate.unitsRoot &&
      unitIdsOf(content).length === proof.certificate.units &&
      proof.units.every(({ unitId }) => unitIdsOf(content).includes(unitId));
    say('person_certificate', passed(holds), [name, certificate.name], { number: proof.certificate.number });
  }

  for (const { name, envelope } of known.certificates) {
    if (envelope.content.kind !== 'completion') continue;
    const { completes } = envelope.content;
    const other = known.certificates.find(({ envelope: one }) => one.content.number === completes.number);
    if (other === undefined) say('completion_of_absent', 'unknown', [name], { number: completes.number });
    else
      say('completion_of', passed(other.envelope.digest === completes.digest), [name, other.name], {
        number: completes.number,
      });
  }

  for (const { name, envelope } of known.certificates) {
    const { content } = envelope;
    if (content.kind === 'completion' || content.supersedes === null) continue;
    const { number, digest, changes } = content.supersedes;
    const other = known.certificates.find(({ envelope: one }) => one.content.number === number);
    if (other === undefined) {
      say('supersedes_absent', 'unknown', [name], { number });
      continue;
    }
    // It says itself what is different: that has to be all that is.
    const found = changesBetween(other.envelope.content, content);
    const holds = other.envelope.digest === digest && canonicalJson(found) === canonicalJson(changes);
    say('supersedes', passed(holds), [name, other.name], { number, changes: changes.length });
    say('superseded', 'unknown', [other.name], { number, by: content.number });
  }

  const [first, ...others] = known.checkpoints;
  if (first === undefined || others.length === 0) return checks;
  const files = known.checkpoints.map(({ name }) => name);
  const isOne = others.every(
    ({ key, checkpoint }) => key === first.key && checkpoint.origin === first.checkpoint.origin,
  );
  if (new Set(files).size > 1) say('one_office', passed(isOne), files);
  if (isOne) compareLog(known, sha256, say);
  return checks;
}

/** Of one log, the same size has the same root; and each size continues the one before, where a proof was given. */
function compareLog(
  known: KnownEvidence,
  sha256: Sha256,
  say: (
    code: EvidenceCode,
    result: EvidenceCheck['result'],
    files: readonly string[],
    about?: EvidenceCheck['about'],
  ) => unknown,
): void {
  const sizes = [...new Set(known.checkpoints.map(({ checkpoint }) => checkpoint.size))];
  const groups = sizes
    .sort((one, other) => one - other)
    .map((size) => known.checkpoints.filter(({ checkpoint }) => checkpoint.size === size));
  for (const [place, later] of groups.entries()) {
    const [to] = later;
    if (to === undefined) continue;
    const names = new Set(later.map(({ name }) => name));
    if (names.size > 1) {
      const agrees = later.every(({ checkpoint }) => checkpoint.root === to.checkpoint.root);
      say('log_agrees', agrees ? 'pass' : 'fail', [...names], { size: to.checkpoint.size });
    }
    const earlier = groups[place - 1] ?? [];
    const [from] = earlier;
    const both = new Set([...earlier, ...later].map(({ name }) => name));
    // A sheet alone has said already that it continues the one before.
    if (from === undefined || both.size === 1) continue;
    const about = { from: from.checkpoint.size, to: to.checkpoint.size };
    const step = known.steps.find((one) => one.from.size === about.from && one.to.size === about.to);
    if (step === undefined) say('log_not_proven', 'unknown', [...both], about);
    else {
      const continues = checkpointContinues(sha256, from.checkpoint, to.checkpoint, step.proof);
      say('log_continues', continues ? 'pass' : 'fail', [...both], about);
    }
  }
}
