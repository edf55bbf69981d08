import { useEffect, useState } from 'react';
import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { CallFailure, call } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Checkbox, FormTextField } from '../components/index.ts';
import './password-fields.css';

const shortest = 10;
type Rating = ChannelOutput<'office.ratePassword'>;

/** A new password, twice, with how hard it is to guess. The rating is made in the records thread; nothing of it is kept. */
export function NewPasswordFields<Values extends FieldValues>(props: {
  control: Control<Values>;
  name: FieldPath<Values>;
  repeatName: FieldPath<Values>;
  signInNameName: FieldPath<Values>;
  /** "Password" unless told. */
  label?: string;
  /** False while the fields stand on a step that is not shown. */
  isShown?: boolean;
}) {
  const text = useText();
  const [isVisible, setVisible] = useState(false);
  const password = String(useWatch({ control: props.control, name: props.name }) ?? '');
  const signInName = String(useWatch({ control: props.control, name: props.signInNameName }) ?? '');
  const rating = useRating(password, signInName);
  const type = isVisible ? 'text' : 'password';
  return (
    <div className="password-fields">
      <div className="columns">
        <FormTextField
          control={props.control}
          name={props.name}
          type={type}
          label={props.label ?? text('office.user.password')}
          hint={text('office.password.hint', { shortest })}
          maxLength={128}
          autoComplete="new-password"
          rules={{
            required: text('common.field.required'),
            minLength: { value: shortest, message: text('office.password.too_short', { shortest }) },
            validate: async (value) => {
              const rated = await rate(String(value), signInName);
              return rated === null || rated.acceptable || text('office.password.too_easy');
            },
          }}
        />
        <FormTextField
          control={props.control}
          name={props.repeatName}
          type={type}
          label={text('office.password.repeat')}
          maxLength={128}
          autoComplete="new-password"
          rules={{
            validate: (value, values) =>
              value === valueAt(values, props.name) || text('office.password.differs'),
          }}
        />
      </div>
      <div className="password-foot">
        <Strength rating={password === '' ? null : rating} />
        <Checkbox isSelected={isVisible} onChange={setVisible}>
          {text('office.password.show')}
        </Checkbox>
      </div>
    </div>
  );
}

function Strength({ rating }: { rating: Rating | null }) {
  const text = useText();
  const score = rating?.score ?? -1;
  const word =
    rating === null ? text('office.password.unrated') : text(strengthKeys[rating.score] ?? strengthKeys[0]);
  return (
    <div className="strength" data-acceptable={rating?.acceptable || undefined}>
      <span className="strength-bar" aria-hidden="true">
        {[0, 1, 2, 3, 4].map((step) => (
          <span key={step} className="strength-step" data-filled={step <= score || undefined} />
        ))}
      </span>
      <span className="strength-word" role="status">
        {word}
      </span>
    </div>
  );
}

const strengthKeys = [
  'office.password.score_0',
  'office.password.score_1',
  'office.password.score_2',
  'office.password.score_3',
  'office.password.score_4',
] as const;

/** Asked a moment after the last key. Not by `useCall`: a password must not become the key of a cache. */
function useRating(password: string, signInName: string): Rating | null {
  const [rating, setRating] = useState<Rating | null>(null);
  useEffect(() => {
    if (password === '') {
      setRating(null);
      return;
    }
    let isCurrent = true;
    const timer = window.setTimeout(async () => {
      const rated = await rate(password, signInName);
      if (isCurrent) setRating(rated);
    }, 200);
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
    };
  }, [password, signInName]);
  return rating;
}

/** Null where it cannot be rated now: the records thread rates again when the user is created. */
async function rate(password: string, signInName: string): Promise<Rating | null> {
  try {
    return await call('office.ratePassword', { password, signInName: signInName.slice(0, 60) });
  } catch (error) {
    if (error instanceof CallFailure) return null;
    throw error;
  }
}

function valueAt(values: FieldValues, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.entries(value).find(([name]) => name === part)?.[1];
  }, values);
}
