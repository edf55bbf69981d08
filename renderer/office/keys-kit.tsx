import { useEffect, useState } from 'react';
import type { CallError } from '../../shared/contract/answer.ts';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { fromBase64 } from '../../shared/domain/register/base64.ts';
import { CallFailure, call, queryClient, useCall } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Button, ButtonLink, ErrorNote, Explanation, PageHeader, Reading } from '../components/index.ts';
import { usePdf } from '../components/pdf-document.ts';
import { PdfPages } from '../components/pdf-pages.tsx';
import { usePdfPrint } from '../components/pdf-print.tsx';
import { ConfirmCards } from './keys-confirm.tsx';
import './keys.css';

type MadeKit = ChannelOutput<'office.makeRecoveryKit'>;

/**
 * Making a kit, in three steps: what is needed, the cards to be printed, two of them typed back. The cards live in this screen
 * only (not in the cache of calls) and are gone once it is left.
 */
export function KitScreen() {
  const text = useText();
  const holders = useCall('office.holders', {});
  const active = holders.data?.kits.find((kit) => kit.state === 'active');
  const [made, setMade] = useState<MadeKit | null>(null);
  const [areReady, setReady] = useState(false);
  const [isMaking, setMaking] = useState(false);
  const [failure, setFailure] = useState<CallError | null>(null);

  async function make(): Promise<void> {
    setMaking(true);
    setFailure(null);
    try {
      setMade(await call('office.makeRecoveryKit', {}));
      void queryClient.invalidateQueries();
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      setFailure(error.error);
    } finally {
      setMaking(false);
    }
  }

  if (made !== null && areReady) return <ConfirmCards />;
  if (made !== null) return <Cards made={made} onReady={() => setReady(true)} />;
  return (
    <div className="page">
      <PageHeader
        room="office"
        title={text('office.kit.title')}
        lead={text('office.kit.lead')}
        actions={
          <>
            <ButtonLink to="/">{text('office.kit.later')}</ButtonLink>
            <Button kind="primary" onPress={() => void make()} isBusy={isMaking}>
              {text('office.kit.make')}
            </Button>
          </>
        }
      />
      <p>{text('office.holders.kit_text')}</p>
      <Explanation title={text('office.kit.why')}>{text('office.kit.why_text')}</Explanation>
      {active ? <p>{text('office.holders.kit_replace_text', { kit: active.kit })}</p> : null}
      <ErrorNote error={failure} />
    </div>
  );
}

function Cards({ made, onReady }: { made: MadeKit; onReady(): void }) {
  const text = useText();
  const pdf = usePdf(made.pdf);
  const { print, printing, sheets } = usePdfPrint();
  useEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  return (
    <div className="page">
      <PageHeader
        room="office"
        title={text('office.kit.cards', { kit: made.kit })}
        lead={text('office.kit.cards_text')}
        actions={
          <>
            <Button onPress={onReady}>{text('office.kit.printed')}</Button>
            <Button
              kind="primary"
              onPress={() => print(fromBase64(made.pdf))}
              isBusy={printing !== null}
              isDisabled={pdf.state !== 'open'}
            >
              {text('office.kit.print')}
            </Button>
          </>
        }
      />
      {pdf.state === 'open' ? (
        <div className="kit-sheet">
          <PdfPages
            document={pdf.document}
            zoom="width"
            label={text('office.kit.page')}
            pageLabel={() => text('office.kit.page')}
          />
        </div>
      ) : pdf.state === 'reading' ? (
        <Reading />
      ) : (
        <p>{text('office.kit.unreadable')}</p>
      )}
      {sheets}
    </div>
  );
}
