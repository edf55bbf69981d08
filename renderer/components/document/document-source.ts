import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ChannelInput,
  DocumentAsk,
  DocumentChannelName,
  DocumentFormatOf,
} from '../../../shared/contract/contract.ts';
import type {
  DocumentAnswer,
  DocumentDestination,
  DocumentFormat,
} from '../../../shared/contract/document.ts';
import type { Language } from '../../../shared/text/language.ts';
import { type CallFailure, call, documentKey } from '../../app/call.ts';

/** A document the records thread can make: its channel, what it is of, and the formats the screen offers. */
export interface DocumentProps<Name extends DocumentChannelName> {
  channel: Name;
  ask: DocumentAsk<Name>;
  /** PDF first where there are pages to show. */
  formats: readonly [DocumentFormatOf<Name>, ...DocumentFormatOf<Name>[]];
  /** Where there is no choice of it: a document that exists in one language. */
  language?: Language;
}

/** The same without its type: what the parts of this folder hand on. */
export interface DocumentSource {
  channel: DocumentChannelName;
  ask: unknown;
  formats: readonly [DocumentFormat, ...DocumentFormat[]];
}

function askFor(
  { channel, ask }: DocumentSource,
  format: DocumentFormat,
  languages: Language[],
  to: DocumentDestination,
): Promise<DocumentAnswer> {
  // `DocumentProps` has tied ask and formats to the channel, and the records thread parses them again.
  return call(channel, { ask, format, languages, to } as ChannelInput<DocumentChannelName>);
}

/**
 * The document as it is when it is opened: asked once, not after every change on the screen, and kept no longer than it is
 * shown. Opening somebody's data again would enter the use log again.
 */
export function useShownDocument(
  source: DocumentSource,
  languages: Language[],
): UseQueryResult<DocumentAnswer, CallFailure> {
  return useQuery<DocumentAnswer, CallFailure>({
    queryKey: [documentKey, source.channel, source.ask, languages],
    queryFn: () => askFor(source, 'pdf', languages, { way: 'screen' }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** Prints or saves: what makes a copy. */
export function useLeavingDocument(source: DocumentSource) {
  const client = useQueryClient();
  return useMutation<
    DocumentAnswer,
    CallFailure,
    { format: DocumentFormat; languages: Language[]; to: DocumentDestination }
  >({
    mutationKey: [source.channel],
    mutationFn: ({ format, languages, to }) => askFor(source, format, languages, to),
    // What is printed must not wait in memory afterwards.
    gcTime: 0,
    onSuccess: () => {
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== documentKey });
    },
  });
}
