import type { ReactNode } from 'react';
import { useCall } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Answered, ButtonLink, EmptyState } from '../components/index.ts';
import type { EditorSources } from './form-editor-context.ts';

/** Reads what a form is written from. Without a retention rule nothing can be published: every purpose needs one. */
export function WithSources({ children }: { children(sources: EditorSources): ReactNode }) {
  const text = useText();
  const rules = useCall('retention.listRules', {});
  const recipients = useCall('provision.listRecipients', {});
  const catalogue = useCall('collection.listCatalogue', {});
  return (
    <Answered query={rules}>
      {({ rules }) => (
        <Answered query={recipients}>
          {({ recipients }) => (
            <Answered query={catalogue}>
              {(catalogue) =>
                rules.length > 0 ? (
                  children({ rules, recipients, catalogue })
                ) : (
                  <EmptyState
                    title={text('collection.editor.no_rules')}
                    action={
                      <ButtonLink kind="primary" to="/retention">
                        {text('collection.editor.to_rules')}
                      </ButtonLink>
                    }
                  >
                    {text('collection.editor.no_rules_text')}
                  </EmptyState>
                )
              }
            </Answered>
          )}
        </Answered>
      )}
    </Answered>
  );
}
