import { useState } from 'react';
import { FirstRunScreen } from './first-run.tsx';
import { RestoreScreen } from './restore.tsx';

/** There is no office yet: one is created, or brought back from a backup. */
export function NoOfficeScreen() {
  const [isRestoring, setRestoring] = useState(false);
  return isRestoring ? (
    <RestoreScreen onBack={() => setRestoring(false)} />
  ) : (
    <FirstRunScreen onRestore={() => setRestoring(true)} />
  );
}
