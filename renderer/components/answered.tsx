import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CallFailure } from '../app/call.ts';
import { ErrorNote } from './error-note.tsx';
import { Reading } from './page-header.tsx';

/** What a `useCall` came back with: being read, refused, or the value. */
export function Answered<Value>({
  query,
  children,
}: {
  query: UseQueryResult<Value, CallFailure>;
  children: (value: Value) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorNote error={query.error.error} />;
  return <Reading />;
}
