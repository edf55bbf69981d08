import { useState } from 'react';
import { useCall, useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  DocumentDialog,
  EmptyState,
  ErrorNote,
  Identifier,
  Section,
  Table,
} from '../components/index.ts';

/** The last checkpoints, and the weekly sheet to sign by hand. */
export function Checkpoints() {
  const text = useText();
  const format = useOfficeFormat();
  const sign = useSend('register.signCheckpoint');
  const list = useCall('register.listCheckpoints', { limit: 5, offset: 0 });
  const [open, setOpen] = useState<number | null>(null);
  return (
    <Section
      title={text('register.checkpoint.title')}
      actions={
        <Button
          kind="primary"
          isBusy={sign.isPending}
          onPress={() => sign.mutate({}, { onSuccess: ({ size }) => setOpen(size) })}
        >
          {text('register.checkpoint.sign')}
        </Button>
      }
    >
      <p className="quiet">{text('register.checkpoint.lead')}</p>
      <ErrorNote error={sign.error?.error ?? null} />
      <Answered query={list}>
        {({ checkpoints }) => (
          <Table
            label={text('register.checkpoint.title')}
            rows={checkpoints}
            keyOf={({ size }) => String(size)}
            nameOf={({ size }) => format.number(size)}
            empty={<EmptyState title={text('register.checkpoint.empty')} />}
            columns={[
              {
                key: 'size',
                title: text('register.checkpoint.size'),
                align: 'end',
                width: '7rem',
                render: ({ size }) => format.number(size),
              },
              {
                key: 'signed',
                title: text('register.checkpoint.signed'),
                width: '16rem',
                isRowHeader: true,
                render: ({ signedAt }) => format.instant(signedAt),
              },
              {
                key: 'root',
                title: text('register.checkpoint.root'),
                render: ({ root }) => <Identifier value={root} label={text('register.checkpoint.root')} />,
              },
              {
                key: 'open',
                title: text('register.checkpoint.open'),
                width: '9rem',
                render: ({ size }) => (
                  <Button kind="text" onPress={() => setOpen(size)}>
                    {text('register.checkpoint.open')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Answered>
      {open === null ? null : (
        <DocumentDialog
          channel="register.checkpointSheet"
          ask={{ size: open }}
          formats={['pdf', 'json']}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}
