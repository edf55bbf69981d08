import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useCall } from '../app/call.ts';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, Button, EmptyState, PageHeader, Section } from '../components/index.ts';
import { BackUpDialog } from './backups-dialog.tsx';
import { KeyCopiesTable } from './backups-keys.tsx';
import { RegisterMediumDialog } from './backups-keys-dialog.tsx';
import { CopiesNav } from './backups-nav.tsx';
import { BackupPlanSection } from './backups-plan.tsx';
import { BackupsTable } from './backups-table.tsx';

export type BackupsView = ChannelOutput<'office.listBackups'>;

/** Backups on their disks, the schedule that makes them, and the copies of the keys without which none can be restored. */
export function BackupsScreen() {
  const text = useText();
  const may = useMay();
  const query = useCall('office.listBackups', {});
  const [isMaking, setMaking] = useState(false);
  const [isRegistering, setRegistering] = useState(false);
  const mayManage = may('office.manage_copies');
  const registerButton = mayManage ? (
    <Button onPress={() => setRegistering(true)}>{text('office.key_copies.register')}</Button>
  ) : undefined;
  return (
    <div className="page">
      <CopiesNav />
      <PageHeader
        room="office"
        title={text('office.backups.title')}
        lead={text('office.backups.lead')}
        actions={
          mayManage ? (
            <Button kind="primary" onPress={() => setMaking(true)}>
              {text('office.backups.make')}
            </Button>
          ) : undefined
        }
      />
      <Answered query={query}>
        {(view) => (
          <>
            <Section title={text('office.backups.list')}>
              {view.backups.length === 0 ? (
                <EmptyState title={text('office.backups.none')}>
                  {text('office.backups.none_text')}
                </EmptyState>
              ) : (
                <BackupsTable backups={view.backups} />
              )}
            </Section>
            <BackupPlanSection plan={view.plan} />
            <Section title={text('office.key_copies.copies')} actions={registerButton}>
              {view.vaultCopies.length === 0 ? (
                <EmptyState title={text('office.key_copies.none')}>
                  {text('office.key_copies.none_text')}
                </EmptyState>
              ) : (
                <KeyCopiesTable copies={view.vaultCopies} />
              )}
            </Section>
            {isMaking ? (
              <BackUpDialog
                folder={view.plan?.folder ?? view.backups[0]?.where ?? ''}
                onClose={() => setMaking(false)}
              />
            ) : null}
          </>
        )}
      </Answered>
      {isRegistering ? <RegisterMediumDialog onClose={() => setRegistering(false)} /> : null}
    </div>
  );
}
