import { useState } from 'react';
import { FirstRunScreen } from './first-run.tsx';
import { RestoreScreen } from './restore.tsx';
import { useSetAsideFolder } from './set-aside.tsx';

/** There is no office yet: one is created, or brought back from a backup. */
export function NoOfficeScreen() {
  const setAside = useSetAsideFolder();
  const [isRestoring, setRestoring] = useState(setAside !== undefined);
  return isRestoring ? (
    <RestoreScreen onBack={() => setRestoring(false)} />
  ) : (
    <FirstRunScreen onRestore={() => setRestoring(true)} />
  );
}
