import { createRootRoute } from '@tanstack/react-router';
import { Shell } from './shell.tsx';

/** Parent of every room's routes: the spine, the top bar and the sheet a screen is laid on. */
export const deskRoute = createRootRoute({ component: Shell });
