import { type ConsentKind, contactWay, lawfulBasis } from '../../shared/domain/collection/consent-form.ts';
import { namesRecipients } from '../../shared/domain/collection/form-draft.ts';
import { useText } from '../app/text.tsx';
import { FormCheckboxGroup, FormSelect } from '../components/index.ts';
import { BilingualFields } from './form-editor-bilingual.tsx';
import { useEditor } from './form-editor-context.ts';
import { FaultNote, Statement } from './form-editor-fault.tsx';
import { RecipientsFields } from './form-editor-recipients.tsx';

const consentKinds: readonly ConsentKind[] = [
  'collection',
  'third_party_provision',
  'use_beyond_purpose',
  'onward_provision',
  'transfer_abroad',
  'sensitive_data',
  'unique_identifiers',
  'marketing',
];

/** On what ground the purpose stands, what kind of consent it asks for, and what that kind has to tell. */
export function ConsentFields({ index }: { index: number }) {
  const text = useText();
  const { form, draft } = useEditor();
  const { control } = form;
  const purpose = draft.purposes[index];
  if (purpose === undefined) return null;
  const isAsked = purpose.lawfulBasis === 'consent';
  const at = `purposes.${index}.basis`;
  return (
    <>
      <div className="form-editor-pair">
        <FormSelect
          control={control}
          name={`purposes.${index}.lawfulBasis`}
          label={text('collection.editor.basis')}
          options={lawfulBasis.options.map((basis) => ({
            value: basis,
            label: text(`collection.basis.${basis}`),
            description: text(`collection.basis.${basis}_is`),
          }))}
        />
        {isAsked ? (
          <FormSelect
            control={control}
            name={`purposes.${index}.consentKind`}
            label={text('collection.editor.consent_kind')}
            options={consentKinds.map((kind) => ({
              value: kind,
              label: text(`collection.consent_kind.${kind}`),
              description: text(`collection.consent_kind.${kind}_is`),
            }))}
          />
        ) : null}
      </div>
      <FaultNote code="form_item_needs_separate_consent" purpose={index} />
      <FaultNote code="form_kind_without_its_item" purpose={index} />
      <FaultNote code="form_kind_cannot_be_essential" purpose={index} />
      <FaultNote code="form_resident_number_by_consent" purpose={index} />
      {isAsked ? null : (
        <BilingualFields
          name={`purposes.${index}.ground`}
          label={text('collection.editor.ground')}
          maximum={300}
          statement={`${at}.ground`}
        />
      )}
      {isAsked && purpose.consentKind === 'marketing' ? (
        <Statement field={`${at}.consent.contactWays`}>
          <FormCheckboxGroup
            control={control}
            name={`purposes.${index}.contactWays`}
            label={text('collection.editor.contact_ways')}
            options={contactWay.options.map((way) => ({
              value: way,
              label: text(`collection.contact_way.${way}`),
            }))}
          />
        </Statement>
      ) : null}
      {isAsked && purpose.consentKind === 'onward_provision' ? (
        <BilingualFields
          name={`purposes.${index}.receivedFrom`}
          label={text('collection.editor.received_from')}
          maximum={200}
          statement={`${at}.consent.receivedFrom`}
        />
      ) : null}
      {isAsked && namesRecipients(purpose.consentKind) ? <RecipientsFields index={index} /> : null}
      {isAsked && purpose.consentKind === 'transfer_abroad' ? (
        <BilingualFields
          name={`purposes.${index}.refusalMethod`}
          label={text('collection.editor.refusal_method')}
          maximum={500}
          isLong
          rows={2}
          statement={`${at}.consent.refusalMethod`}
        />
      ) : null}
    </>
  );
}
