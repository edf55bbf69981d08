import { type AppliedRule, type DueDate, dueDateOf } from '../../shared/domain/retention/due-date.ts';
import { retentionRuleContent, versionInEffect } from '../../shared/domain/retention/retention-rule.ts';
import type { ReadDatabase } from '../storage/database.ts';

interface RuleOfVersion {
  rule_id: string;
  record_class_id: string;
  applied_version_id: string;
}

/** A hold that takes in whatever matches its query, also what is collected after it was placed. */
interface OpenHold {
  readonly id: string;
  readonly query: string;
}

/**
 * Reads rules, and the holds that new units may fall under, once for a piece of work: thousands of units are kept under few of them,
 * collected on few days. To be made inside of the transaction it serves.
 */
export class RuleReader {
  readonly #database: ReadDatabase;
  readonly #versions = new Map<string, AppliedRule>();
  readonly #rules = new Map<string, string>();
  readonly #meeting = new Map<string, { recordClassId: string; versionIds: [string, ...string[]] }>();

  readonly #collected = new Map<string, DueDate>();
  #openHolds: readonly OpenHold[] | null = null;
  #sweptThrough: string | null = null;

  constructor(database: ReadDatabase) {
    this.#database = database;
  }

  version(ruleVersionId: string): AppliedRule {
    const known = this.#versions.get(ruleVersionId);
    if (known !== undefined) return known;
    const row = this.#database.get<{ version: number; content: string }>(
      'SELECT version, content FROM retention_rule_versions WHERE id = ?',
      [ruleVersionId],
    );
    if (row === undefined) throw new Error('a record unit that refers to nothing');
    const version = {
      ruleVersionId,
      version: row.version,
      content: retentionRuleContent.parse(JSON.parse(row.content)),
    };
    this.#versions.set(ruleVersionId, version);
    return version;
  }

  ruleOf(ruleVersionId: string): string {
    const ruleId =
      this.#rules.get(ruleVersionId) ??
      this.#database.value<string>('SELECT rule_id FROM retention_rule_versions WHERE id = ?', [
        ruleVersionId,
      ]);
    if (ruleId === undefined) throw new Error('a record unit that refers to nothing');
    this.#rules.set(ruleVersionId, ruleId);
    return ruleId;
  }

  /**
   * The class of a unit that is collected under this version of its purpose's rule, and every version that meets on it: the
   * purpose's first, then whatever else of the class obliges by law, as it applies at present.
   */
  meetingOn(ruleVersionId: string): { recordClassId: string; versionIds: [string, ...string[]] } {
    const known = this.#meeting.get(ruleVersionId);
    if (known !== undefined) return known;
    const rule = this.#database.get<RuleOfVersion>(
      `SELECT v.rule_id, r.record_class_id, r.applied_version_id FROM retention_rule_versions v
       JOIN retention_rules r ON r.id = v.rule_id WHERE v.id = ?`,
      [ruleVersionId],
    );
    if (rule === undefined) throw new Error('a record unit that refers to nothing');
    const obliged = this.version(ruleVersionId).content.obligedByLaw;
    const others = this.#database
      .all<{ applied_version_id: string }>(
        'SELECT applied_version_id FROM retention_rules WHERE record_class_id = ? AND id <> ? ORDER BY id',
        [rule.record_class_id, rule.rule_id],
      )
      .map((row) => row.applied_version_id)
      .filter((id) => this.version(id).content.obligedByLaw);
    const meeting: { recordClassId: string; versionIds: [string, ...string[]] } = {
      recordClassId: rule.record_class_id,
      versionIds: [obliged ? rule.applied_version_id : ruleVersionId, ...others],
    };
    this.#meeting.set(ruleVersionId, meeting);
    return meeting;
  }

  /** The date of a unit that is collected on a day under this version of its purpose's rule, as long as nothing happens to it. */
  dueWhenCollected(ruleVersionId: string, collectedOn: string): DueDate {
    const key = `${ruleVersionId} ${collectedOn}`;
    const known = this.#collected.get(key);
    if (known !== undefined) return known;
    const due = dueDateOf(
      this.meetingOn(ruleVersionId).versionIds.map((id) => this.version(id)),
      { collectedOn, happenings: [], retainedThrough: null, setApartOn: null },
    );
    this.#collected.set(key, due);
    return due;
  }

  /** The day up to which it has been counted what fell due; empty where that has never been. */
  sweptThrough(): string {
    this.#sweptThrough ??= this.#database.value<string>('SELECT swept_through FROM days_swept') ?? '';
    return this.#sweptThrough;
  }

  openHolds(): readonly OpenHold[] {
    this.#openHolds ??= this.#database.all<OpenHold>(
      'SELECT id, query FROM holds WHERE released_at IS NULL AND query IS NOT NULL',
    );
    return this.#openHolds;
  }

  /** The version of a rule that applies on a day. */
  inEffect(ruleId: string, today: string): AppliedRule {
    const versions = this.#database
      .all<{ id: string }>('SELECT id FROM retention_rule_versions WHERE rule_id = ? ORDER BY version', [
        ruleId,
      ])
      .map((row) => this.version(row.id));
    return versionInEffect(versions, today);
  }
}
