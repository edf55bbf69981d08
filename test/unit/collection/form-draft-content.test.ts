import { describe, expect, it } from 'vitest';
import type {
  ConsentFormContent,
  ConsentKind,
  FormPurpose,
} from '../../../shared/domain/collection/consent-form.ts';
import { recipientsOf } from '../../../shared/domain/collection/consent-form.ts';
import {
  contentOf,
  draftOf,
  emptyRecipient,
  formDraft,
  itemCodeOf,
  namesRecipients,
} from '../../../shared/domain/collection/form-draft.ts';
import { membershipForm } from '../../fixtures/consent.ts';
import { both, complete, ruleId } from '../../fixtures/consent-kinds.ts';

const form = membershipForm(ruleId);
const [essential, news] = form.purposes as [FormPurpose, FormPurpose];
const formOf = (kind: ConsentKind): ConsentFormContent => ({
  ...form,
  purposes: [
    essential,
    {
      ...news,
      basis: { lawfulBasis: 'consent', consent: complete[kind].consent },
      items: complete[kind].items,
      validFor: 'P2Y',
    },
  ],
});

describe('a form taken up again for its next version', () => {
  it.each(Object.keys(complete) as ConsentKind[])('says the same of a consent to %s', (kind) => {
    const draft = draftOf(formOf(kind));
    expect(formDraft.parse(draft)).toEqual(draft);
    expect(contentOf(draft)).toEqual(formOf(kind));
  });

  it('says the same for children, and of a purpose that needs no consent', () => {
    const content: ConsentFormContent = {
      ...form,
      children: { guardianStatement: both('For you'), childStatement: both('For your child') },
      purposes: [
        { ...essential, basis: { lawfulBasis: 'contract', ground: both('A contract') }, refusal: both('') },
        news,
      ],
    };
    expect(contentOf(draftOf(content))).toEqual(content);
  });

  it('keeps the code of an item whose label is written better', () => {
    const draft = draftOf(form);
    const telephone = draft.purposes[0]?.items[1];
    if (telephone === undefined) throw new Error('an item');
    telephone.label = { en: 'Mobile telephone', ko: '휴대전화' };
    expect(contentOf(draft).purposes[0]?.items[1]?.code).toBe('telephone');
  });
});

it('takes over only what the chosen kind of consent tells', () => {
  for (const kind of Object.keys(complete) as ConsentKind[]) {
    const draft = draftOf(formOf('transfer_abroad'));
    const [, purpose] = draft.purposes;
    if (purpose === undefined) throw new Error('a purpose');
    purpose.consentKind = kind;
    const [, published] = contentOf(draft).purposes;
    if (published === undefined) throw new Error('a purpose');
    expect(recipientsOf(published).length > 0, kind).toBe(namesRecipients(kind));
    const asked = published.basis.lawfulBasis === 'consent' ? published.basis.consent : null;
    expect(asked !== null && 'refusalMethod' in asked, kind).toBe(kind === 'transfer_abroad');
  }
});

it('leaves out a recipient that is not chosen yet', () => {
  const draft = draftOf(formOf('third_party_provision'));
  draft.purposes[1]?.recipients.push(emptyRecipient());
  expect(contentOf(draft)).toEqual(formOf('third_party_provision'));
});

it('an item that stops being the person’s name gets a code of its own', () => {
  const label = { en: 'Nickname', ko: '별명' };
  expect(itemCodeOf({ code: 'name', label, valueType: 'text' }, 0)).toBe('nickname');
});
