import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import { type Role, roles } from '../../shared/domain/office/permission.ts';
import { useText } from '../app/text.tsx';
import { FormCheckboxGroup, FormTextField } from '../components/index.ts';
import { NewPasswordFields } from './password-fields.tsx';

/** One new user as a form holds it: the contract's fields, and the password a second time. */
export interface UserValues {
  displayName: string;
  signInName: string;
  roles: Role[];
  password: string;
  repeated: string;
}

export const newUserValues = (held: Role[]): UserValues => ({
  displayName: '',
  signInName: '',
  roles: held,
  password: '',
  repeated: '',
});

/** Names the same letters as the contract's `signInName`. */
const signInNamePattern = /^[\p{L}\p{M}\p{N}._-]+$/u;

export function UserFields<Values extends FieldValues>(props: {
  control: Control<Values>;
  /** Where the user stands in the form; every user field of the form lies under it. */
  under: (field: keyof UserValues) => FieldPath<Values>;
  autoFocus?: boolean;
  /** A role this person cannot do without: the first administrator. */
  fixedRole?: Role;
}) {
  const { control, under } = props;
  const text = useText();
  const required = text('common.field.required');
  return (
    <>
      <div className="columns">
        <FormTextField
          control={control}
          name={under('displayName')}
          label={text('office.user.display_name')}
          hint={text('office.user.display_name_hint')}
          maxLength={80}
          rules={{ validate: (value) => String(value).trim() !== '' || required }}
          {...(props.autoFocus ? { autoFocus: true } : {})}
        />
        <FormTextField
          control={control}
          name={under('signInName')}
          label={text('office.user.sign_in_name')}
          hint={text('office.user.sign_in_name_hint')}
          maxLength={60}
          rules={{
            required,
            minLength: { value: 2, message: text('office.user.sign_in_name_short') },
            pattern: { value: signInNamePattern, message: text('office.user.sign_in_name_letters') },
          }}
        />
      </div>
      <NewPasswordFields
        control={control}
        name={under('password')}
        repeatName={under('repeated')}
        signInNameName={under('signInName')}
      />
      <FormCheckboxGroup
        control={control}
        name={under('roles')}
        label={text('office.user.roles')}
        options={roles.map((role) => ({
          value: role,
          label: text(`office.role.${role}`),
          description: text(`office.role.${role}_does`),
          isDisabled: role === props.fixedRole,
        }))}
        rules={{
          validate: (value) => (Array.isArray(value) && value.length > 0) || text('office.user.roles_none'),
        }}
      />
    </>
  );
}
