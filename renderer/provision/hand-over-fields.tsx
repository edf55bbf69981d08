import type { UseFormReturn } from 'react-hook-form';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import { handOverWay } from '../../shared/contract/provision.ts';
import type { VendorRow } from '../../shared/contract/provision-vendors.ts';
import { useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Checkbox, FormDateField, FormSelect, FormTextField } from '../components/index.ts';
import { useFilled } from './form-dialog.tsx';
import './hand-over-dialog.css';

/** What is said of a hand-over, of one person or of many. */
export interface HandOverDraft {
  /** Of one person, whose purpose: `consentId purposeId`. Empty where that was asked before. */
  consentPurpose: string;
  vendorId: string;
  what: string;
  way: string;
  isEncrypted: boolean;
  handedOverOn: string | null;
  dueBackOn: string | null;
}

export function newHandOver(vendors: readonly VendorRow[], today: string): HandOverDraft {
  return {
    consentPurpose: '',
    vendorId: vendors.length === 1 ? (vendors[0]?.vendorId ?? '') : '',
    what: '',
    way: '',
    isEncrypted: true,
    handedOverOn: today,
    dueBackOn: null,
  };
}

type How = Omit<ChannelInput<'provision.recordHandOver'>, 'purposeId' | 'to'>;

/** Null while something is not chosen. */
export function howOf({ vendorId, what, isEncrypted, dueBackOn, ...draft }: HandOverDraft): How | null {
  const way = handOverWay.safeParse(draft.way);
  if (!way.success || draft.handedOverOn === null) return null;
  return { vendorId, what, isEncrypted, dueBackOn, way: way.data, handedOverOn: draft.handedOverOn };
}

/** With one vendor there is nothing to choose. */
export function HandOverFields({
  form,
  vendors,
}: {
  form: UseFormReturn<HandOverDraft>;
  vendors: readonly VendorRow[];
}) {
  const text = useText();
  const today = useToday();
  const filled = useFilled();
  const chosen = { required: text('common.field.choose') };
  return (
    <>
      <FormTextField
        control={form.control}
        name="what"
        label={text('provision.hand_over.what')}
        hint={text('provision.hand_over.what_hint')}
        maxLength={200}
        rules={filled}
      />
      <div className="hand-over-fields">
        {vendors.length === 1 ? null : (
          <FormSelect
            control={form.control}
            name="vendorId"
            label={text('provision.hand_over.vendor')}
            rules={chosen}
            options={vendors.map((vendor) => ({
              value: vendor.vendorId,
              label: vendor.name,
              description: vendor.task,
            }))}
          />
        )}
        <FormSelect
          control={form.control}
          name="way"
          label={text('provision.hand_over.way')}
          rules={chosen}
          options={handOverWay.options.map((way) => ({ value: way, label: text(`provision.way.${way}`) }))}
        />
        <FormDateField
          control={form.control}
          name="handedOverOn"
          label={text('provision.hand_over.date')}
          maximum={today}
          rules={{ required: text('common.field.required') }}
        />
        <FormDateField
          control={form.control}
          name="dueBackOn"
          label={text('provision.hand_over.due_back')}
          isOptional
        />
      </div>
      <Checkbox
        isSelected={form.watch('isEncrypted')}
        onChange={(isEncrypted) => form.setValue('isEncrypted', isEncrypted)}
      >
        {text('provision.hand_over.encrypted')}
      </Checkbox>
    </>
  );
}
