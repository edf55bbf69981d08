import { RouterProvider } from '@tanstack/react-router';
import { Activity } from 'react';
import { ErrorNote } from '../components/error-note.tsx';
import { NoticeRegion } from '../components/notice.tsx';
import { DamagedScreen } from '../office/damaged.tsx';
import { LockScreen } from '../office/lock-screen.tsx';
import { NoOfficeScreen } from '../office/no-office.tsx';
import { SignInScreen } from '../office/sign-in.tsx';
import { useCall } from './call.ts';
import { useSystemNotices } from './notices.ts';
import { useAppearance } from './preferences.tsx';
import { router } from './router.ts';
import { LanguageProvider } from './text.tsx';

/** Heard on every face: also behind the lock. */
function SystemNotices() {
  useSystemNotices();
  return null;
}

/** Which face the application shows: first run, a folder that cannot be read, sign-in, lock, or the desk. */
export function App() {
  const query = useCall('office.status', {});
  const status = query.data;
  const language = useAppearance(status?.preferences);
  const state = status?.state;
  return (
    <LanguageProvider language={language}>
      {query.error && !status ? <ErrorNote error={query.error.error} /> : null}
      {state === 'empty' ? <NoOfficeScreen /> : null}
      {state === 'damaged' ? <DamagedScreen /> : null}
      {state === 'signed_out' ? <SignInScreen /> : null}
      {state === 'locked' ? <LockScreen /> : null}
      {/* A lock hides the desk without taking a half-written form from the person who comes back. It runs no effect, asks
          nothing and is not in the accessibility tree while hidden; signing out takes it away. */}
      {state === 'open' || state === 'locked' ? (
        <Activity mode={state === 'open' ? 'visible' : 'hidden'}>
          <RouterProvider router={router} />
        </Activity>
      ) : null}
      <NoticeRegion />
      <SystemNotices />
    </LanguageProvider>
  );
}
