import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { ExecutionWindow } from '../../shared/domain/destruction/execution-window.ts';
import { executionWindowInWords } from '../../shared/text/execution-window-in-words.ts';
import { useCall } from '../app/call.ts';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, Explanation, Section } from '../components/index.ts';
import { WindowDialog } from './window-dialog.tsx';

/** A window, or none, in a sentence that says everything two people decide about it. */
export function useWindowSentence(): (window: ExecutionWindow | null) => string {
  const text = useText();
  return (window) =>
    window === null
      ? text('destruction.window.to_none')
      : text('destruction.window.to', {
          window: executionWindowInWords(window, text),
          missed: text(`destruction.window.missed.${window.whenMissed}`),
          unattended: text(`destruction.window.unattended.${window.unattended ? 'yes' : 'no'}`),
        });
}

/** When the application carries out what operators have scheduled (decision 0230). */
export function WindowSetting({ settings }: { settings: ChannelOutput<'retention.readSettings'> }) {
  const text = useText();
  const may = useMay();
  const [isChanging, setChanging] = useState(false);
  const schedules = useCall('destruction.listSchedules', {}, { enabled: may('destruction.read') });
  const { executionWindow: window } = settings;
  const isWaiting = settings.changes.some(({ value }) => value.setting === 'execution_window');
  return (
    <Section title={text('destruction.window.title')}>
      <p className="quiet">{text('destruction.window.lead')}</p>
      <ul className="setting-list">
        <li className="setting">
          <div>
            <strong>
              {window === null ? text('destruction.window.none') : executionWindowInWords(window, text)}
            </strong>
            {window === null ? null : (
              <span className="review-secondary">
                {text(`destruction.window.missed.${window.whenMissed}`)}{' '}
                {text(`destruction.window.unattended.${window.unattended ? 'yes' : 'no'}`)}
              </span>
            )}
          </div>
          {may('retention.manage_rules') ? (
            <Button
              kind="text"
              onPress={() => setChanging(true)}
              isDisabled={isWaiting}
              aria-label={text('retention.settings.change_of', { name: text('destruction.window.name') })}
            >
              {text(window === null ? 'destruction.window.set' : 'retention.settings.change')}
            </Button>
          ) : null}
        </li>
      </ul>
      {window?.unattended && schedules.data?.keepsKey === false ? (
        <Explanation tone="ember">{text('destruction.window.no_key')}</Explanation>
      ) : null}
      {isChanging ? <WindowDialog window={window} onClose={() => setChanging(false)} /> : null}
    </Section>
  );
}
