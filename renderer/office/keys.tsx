import { useState } from 'react';
import type { OfficeHolders, RecoveryKit } from '../../shared/contract/office-holders.ts';
import type { MessageKey } from '../../shared/text/messages.ts';
import { useCall, useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Badge,
  Button,
  ButtonLink,
  type Column,
  ErrorNote,
  Explanation,
  notify,
  PageHeader,
  Section,
  Table,
} from '../components/index.ts';
import { DatabaseKeySection } from './keys-database.tsx';
import { ChangePasswordDialog } from './keys-password.tsx';

/** Who can open the office: one's own password for everybody; people, kit and keystore for those who see the users. */
export function KeysScreen() {
  const text = useText();
  const may = useMay();
  const [isChanging, setChanging] = useState(false);
  return (
    <div className="page">
      <PageHeader room="office" title={text('office.holders.title')} lead={text('office.holders.lead')} />
      <Section
        title={text('office.holders.password')}
        actions={<Button onPress={() => setChanging(true)}>{text('office.holders.change_password')}</Button>}
      >
        <p className="quiet">{text('office.holders.password_text')}</p>
      </Section>
      {may('office.read_users') ? <Holders /> : null}
      {isChanging ? <ChangePasswordDialog onClose={() => setChanging(false)} /> : null}
    </div>
  );
}

function Holders() {
  const text = useText();
  const holders = useCall('office.holders', {});
  return (
    <Answered query={holders}>
      {({ people, kits, keystore }) => (
        <>
          <KitSection kits={kits} />
          <Section title={text('office.holders.people')}>
            <p className="quiet">{text('office.holders.people_text')}</p>
            <PeopleTable people={people} />
          </Section>
          <KeystoreSection keystore={keystore} />
          <DatabaseKeySection />
        </>
      )}
    </Answered>
  );
}

/** What there is of cards, and the one thing to do next. Without a confirmed kit it says plainly what that means. */
function KitSection({ kits }: { kits: readonly RecoveryKit[] }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const active = kits.find((kit) => kit.state === 'active');
  const pending = kits.find((kit) => kit.state === 'pending');
  const makeText: MessageKey = active
    ? 'office.holders.kit_replace'
    : pending
      ? 'office.holders.kit_make_other'
      : 'office.holders.kit_make';
  return (
    <Section
      title={text('office.holders.kit')}
      actions={
        may('office.manage_keys') ? (
          <>
            <ButtonLink to="/keys/kit" kind={kits.length === 0 ? 'primary' : 'quiet'}>
              {text(makeText)}
            </ButtonLink>
            {pending ? (
              <ButtonLink to="/keys/confirm" kind="primary">
                {text('office.holders.kit_confirm')}
              </ButtonLink>
            ) : null}
          </>
        ) : undefined
      }
    >
      <p className="quiet">{text('office.holders.kit_text')}</p>
      {kits.length === 0 ? (
        <Explanation title={text('office.holders.kit_none')}>
          {text('office.holders.kit_none_text')}
          {may('office.manage_keys') ? null : ` ${text('office.holders.kit_ask')}`}
        </Explanation>
      ) : null}
      {pending ? (
        <Explanation title={text('office.holders.kit_pending', { kit: pending.kit })}>
          {text('office.holders.kit_pending_text')}
        </Explanation>
      ) : null}
      {active ? (
        <p>
          <strong>{text('office.holders.kit_active', { kit: active.kit })}</strong>{' '}
          {text('office.holders.kit_active_text', {
            made: format.instant(active.madeAt),
            confirmed: format.instant(active.confirmedAt ?? active.madeAt),
          })}
        </p>
      ) : null}
    </Section>
  );
}

function PeopleTable({ people }: { people: OfficeHolders['people'] }) {
  const text = useText();
  const format = useOfficeFormat();
  const columns: Column<OfficeHolders['people'][number]>[] = [
    {
      key: 'number',
      title: text('office.users.staff_number'),
      width: '6rem',
      align: 'end',
      render: (person) => person.staffNumber,
    },
    {
      key: 'name',
      title: text('office.user.display_name'),
      isRowHeader: true,
      render: (person) => person.displayName,
    },
    {
      key: 'roles',
      title: text('office.user.roles'),
      render: (person) => (
        <span className="row">
          {person.roles.map((role) => (
            <Badge key={role}>{text(`office.role.${role}`)}</Badge>
          ))}
        </span>
      ),
    },
    {
      key: 'since',
      title: text('office.holders.since'),
      width: '13rem',
      render: (person) => format.instant(person.since),
    },
  ];
  return (
    <Table
      label={text('office.holders.people')}
      columns={columns}
      rows={people}
      keyOf={(person) => person.userId}
      nameOf={(person) => person.displayName}
    />
  );
}

function KeystoreSection({ keystore: { state, since } }: { keystore: OfficeHolders['keystore'] }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const enable = useSend('office.enableKeystore');
  const disable = useSend('office.disableKeystore');
  const canEnable = state === 'off' || state === 'useless';
  const canDisable = state === 'on' || state === 'useless';
  return (
    <Section
      title={text('office.holders.keystore')}
      actions={
        may('office.manage_keys') ? (
          <>
            {canDisable ? (
              <Button
                isBusy={disable.isPending}
                onPress={() =>
                  disable.mutate({}, { onSuccess: () => notify(text('office.holders.keystore_disabled')) })
                }
              >
                {text('office.holders.keystore_disable')}
              </Button>
            ) : null}
            {canEnable ? (
              <Button
                isBusy={enable.isPending}
                onPress={() =>
                  enable.mutate({}, { onSuccess: () => notify(text('office.holders.keystore_enabled')) })
                }
              >
                {text('office.holders.keystore_enable')}
              </Button>
            ) : null}
          </>
        ) : undefined
      }
    >
      <p className="quiet">{text('office.holders.keystore_text')}</p>
      <p>
        {state === 'on'
          ? text('office.holders.keystore_on', { since: since === null ? '' : format.instant(since) })
          : text(`office.holders.keystore_${state}`)}
      </p>
      <ErrorNote error={enable.error?.error ?? disable.error?.error} />
    </Section>
  );
}
