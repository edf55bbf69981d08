import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { RuleEffect, RuleRow } from '../../shared/contract/retention-rules.ts';
import { call, useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useStatus, useToday } from '../app/session.ts';
import { useFormat, useText } from '../app/text.tsx';
import { Button, Dialog, DialogButtons, ErrorNote, Explanation, notify } from '../components/index.ts';
import { contentOf, draftOf, emptyRule, type RuleDraft } from './rule-draft.ts';
import { RuleEffectWords } from './rule-effect.tsx';
import { RuleFields } from './rule-fields.tsx';
import './retention.css';

const fieldOf = (path: string) => {
  const name = path.replace(/^content\./, '');
  return name === 'period' ? 'amount' : name === 'obligedByLaw' ? 'obliged' : name;
};

/** A rule with which a record class of its own begins. */
export function AddRuleDialog({ onClose }: { onClose(): void }) {
  const text = useText();
  const form = useRuleForm(null);
  const addRule = useSend('retention.addRule');
  const { submit, failure } = useFormCall(addRule, form, fieldOf);
  const send = async (draft: RuleDraft) => {
    const content = contentOf(draft);
    if (content === null || !(await submit({ content }))) return;
    notify(text('retention.add_rule.done'));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('retention.add_rule.title')}
      size="wide"
      isBusy={addRule.isPending}
    >
      <form onSubmit={form.handleSubmit(send)} noValidate>
        <RuleFields form={form} isObligedFixed={false} />
        <ErrorNote error={failure} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={addRule.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={addRule.isPending}>
            {text('retention.add_rule.submit')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

function useRuleForm(rule: RuleRow | null) {
  const today = useToday();
  const jurisdiction = useStatus()?.office?.jurisdiction ?? 'empty';
  return useForm<RuleDraft>({
    defaultValues: rule === null ? emptyRule(today, jurisdiction) : draftOf(rule, today),
  });
}

/**
 * Another version of a rule, or another rule in its class. What it would do to the records is shown before it can be proposed,
 * and shown anew after every change.
 */
export function ChangeRuleDialog({
  rule,
  isNew,
  onClose,
}: {
  rule: RuleRow;
  /** Another rule in the class of this one. */
  isNew: boolean;
  onClose(): void;
}) {
  const text = useText();
  const format = useFormat();
  const form = useRuleForm(isNew ? null : rule);
  const [shown, setShown] = useState<{ of: string; effect: RuleEffect } | null>(null);
  const [isReading, setReading] = useState(false);
  const propose = useSend('retention.proposeRuleChange');
  const asked = { ruleId: isNew ? null : rule.ruleId, recordClassId: rule.recordClassId };
  const preview = useFormCall(
    { mutateAsync: (input: Parameters<typeof previewOf>[0]) => previewOf(input) },
    form,
    fieldOf,
  );
  const change = useFormCall(propose, form, fieldOf);
  const isShown = shown !== null && shown.of === JSON.stringify(form.watch());
  const send = async (draft: RuleDraft) => {
    const content = contentOf(draft);
    if (content === null) return;
    if (!isShown) {
      setReading(true);
      const answered = await preview.submit({ ...asked, content });
      setReading(false);
      if (answered) setShown({ of: JSON.stringify(form.getValues()), effect: answered.effect });
      return;
    }
    if (!(await change.submit({ ...asked, content }))) return;
    notify(text('retention.change_rule.done'));
    onClose();
  };
  const name = format.say(isNew ? rule.className : rule.content.name);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text(isNew ? 'retention.join_rule.title' : 'retention.change_rule.title', { name })}
      size="wide"
      isBusy={propose.isPending}
    >
      <form onSubmit={form.handleSubmit(send)} noValidate>
        <Explanation>{text('retention.change_rule.lead')}</Explanation>
        <RuleFields form={form} isObligedFixed={!isNew} />
        {isShown ? <RuleEffectWords effect={shown.effect} /> : null}
        <ErrorNote error={preview.failure ?? change.failure} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={propose.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={propose.isPending || isReading}>
            {text(isShown ? 'retention.change_rule.submit' : 'retention.change_rule.preview')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

async function previewOf(input: Parameters<typeof call<'retention.previewRuleChange'>>[1]) {
  return await call('retention.previewRuleChange', input);
}
